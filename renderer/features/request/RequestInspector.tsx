/** One request: whom, what, when, and what came back. Every field is saved when it is left. */
import { useState } from 'react';
import { findingName } from '../../../shared/domain/finding.ts';
import type { Request } from '../../../shared/domain/request.ts';
import type { CaseId, ExhibitId, FindingId } from '../../../shared/kernel/ids.ts';
import { DateField, InstantText, Notice, Segmented, Select, TextArea, TextField } from '../../ui/index.ts';
import { CommentsSection } from '../comment/index.ts';
import { AddresseeEntity } from './AddresseeEntity.tsx';
import { ReplyField } from './ReplyField.tsx';
import type { RequestChange, RequestChoice } from './requestSteps.ts';
import { requestGap, stateOptions } from './requestWords.ts';

export interface RequestInspectorProps {
  request: Request;
  caseId: CaseId;
  findings: readonly { id: FindingId; number: number; title: string }[];
  today: string;
  onChange(request: Request, change: RequestChoice): void;
  onOpenExhibit(id: ExhibitId): void;
}

export function RequestInspector({ request, caseId, findings, today, onChange, onOpenExhibit }: RequestInspectorProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const change = (fields: RequestChoice) => onChange(request, fields);
  const gap = requestGap(request);
  const findingOptions = [
    { value: '', label: 'The case as a whole' },
    ...findings.map(({ id, number, title }) => ({ value: String(id), label: `${findingName({ number })} ${title}` })),
  ];
  return (
    <div className="request">
      {gap && <Notice kind="warning">{gap}</Notice>}
      <TextField
        label="Addressee"
        hint="As the finding names them: the standard compares entities where both are known, else the names."
        value={request.addressee}
        maxLength={300}
        problem={problem}
        onCommit={addressee => {
          setProblem(addressee.trim() === '' ? 'A request needs an addressee.' : null);
          if (addressee.trim() !== '') change({ addressee: addressee.trim() });
        }}
      />
      <AddresseeEntity
        caseId={caseId}
        entityId={request.entityId}
        onChange={entity => change({ entityId: entity?.id ?? null })}
      />
      <Segmented
        label="What became of it"
        hideLabel={false}
        options={stateOptions}
        value={request.state}
        onChange={state => change(now => answeredToday(state, now, today))}
      />
      <div className="request-dates">
        <DateField label="Sent" value={request.sentOn} onCommit={sentOn => change({ sentOn })} />
        <DateField label="Reply due" value={request.dueOn} onCommit={dueOn => change({ dueOn })} />
        <DateField label="Answered" value={request.answeredOn} onCommit={answeredOn => change({ answeredOn })} />
      </div>
      <TextArea
        label="What was asked"
        value={request.substance}
        rows={6}
        maxLength={10_000}
        placeholder="The questions, as they were put"
        onCommit={substance => change({ substance })}
      />
      <ReplyField
        caseId={caseId}
        replyExhibitId={request.replyExhibitId}
        onChange={replyExhibitId => change({ replyExhibitId })}
        onOpen={onOpenExhibit}
      />
      <Select
        label="It bears on"
        value={request.findingId ?? ''}
        options={findingOptions}
        onChange={chosen => change({ findingId: findings.find(finding => finding.id === chosen)?.id ?? null })}
      />
      <TextArea
        label="Note"
        value={request.note}
        maxLength={4000}
        placeholder="What the reply changes, how it was sent, who was reached"
        onCommit={note => change({ note })}
      />
      <CommentsSection subject={{ kind: 'request', id: request.id }} />
      <p className="request-record">
        Recorded <InstantText at={request.createdAt} />. Requests are not deleted; one that was never sent stays a
        draft.
      </p>
    </div>
  );
}

/** A new state brings its date along where none is written yet; the person corrects it if the letter is older. */
function answeredToday(state: Request['state'], request: Request, today: string): RequestChange {
  const day = today as NonNullable<Request['sentOn']>;
  if (state === 'sent' && request.sentOn === null) return { state, sentOn: day };
  if ((state === 'replied' || state === 'declined') && request.answeredOn === null) return { state, answeredOn: day };
  return { state };
}
