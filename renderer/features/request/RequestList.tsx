import { Mail, Plus } from 'lucide-react';
import type { Request } from '../../../shared/domain/request.ts';
import { requestStateWords } from '../../../shared/domain/request.ts';
import type { RequestId } from '../../../shared/kernel/ids.ts';
import { Badge, Button, DateText, Empty, PaneHeader, TextField, VirtualList } from '../../ui/index.ts';
import { CommentMark } from '../comment/index.ts';
import { isOverdue } from './requestWords.ts';

export interface RequestListProps {
  /** All of the case, before the filter. */
  total: number;
  requests: readonly Request[];
  selected: RequestId | null;
  words: string;
  today: string;
  onWords(words: string): void;
  onSelect(id: RequestId): void;
  onNew(): void;
}

/** Whom we asked, what became of it, and by when an answer was due. */
export function RequestList({ total, requests, selected, words, today, onWords, onSelect, onNew }: RequestListProps) {
  return (
    <>
      <PaneHeader
        level={1}
        title="Requests"
        count={total}
        actions={
          <Button kind="quiet" icon={Plus} shortcut="Shift+N" onPress={onNew}>
            New
          </Button>
        }
      />
      {total > 0 && (
        <div className="request-filter">
          <TextField
            label="Filter requests"
            hideLabel
            type="search"
            value={words}
            onChange={onWords}
            placeholder="Addressee or words"
          />
        </div>
      )}
      <VirtualList
        label="Requests"
        count={requests.length}
        rowHeight={64}
        getKey={index => requests[index]?.id ?? String(index)}
        selected={selected}
        onSelect={(_, index) => {
          const request = requests[index];
          if (request) onSelect(request.id);
        }}
        renderRow={index => {
          const request = requests[index];
          return request && <Row request={request} today={today} />;
        }}
        empty={
          total > 0 ? (
            <Empty title="No request fits" text="Use other words." />
          ) : (
            <Empty
              icon={Mail}
              title="Nobody was asked yet"
              text="Letters to States, companies and persons belong here, with what came back. Those named in a finding are asked before it is published."
              action={
                <Button kind="primary" onPress={onNew}>
                  Record a request
                </Button>
              }
            />
          )
        }
      />
    </>
  );
}

function Row({ request, today }: { request: Request; today: string }) {
  const overdue = isOverdue(request, today);
  return (
    <div className="request-row">
      <div className="request-row-addressee one-line" dir="auto">
        {request.addressee}
      </div>
      <div className="request-row-facts one-line">
        <Badge tone={request.state === 'replied' ? 'good' : request.state === 'draft' || overdue ? 'warning' : 'plain'}>
          {requestStateWords[request.state]}
        </Badge>
        {request.answeredOn ? (
          <DateText date={request.answeredOn} />
        ) : (
          request.sentOn && (
            <span>
              sent <DateText date={request.sentOn} />
            </span>
          )
        )}
        {overdue && <span className="request-row-overdue">overdue</span>}
        <CommentMark subject={{ kind: 'request', id: request.id }} />
      </div>
    </div>
  );
}
