import { MessagesSquare } from 'lucide-react';
import type { CommentRow } from '../../../shared/contract/comment.ts';
import { authorWords, type CommentThread, verdictSigns, verdictWords } from '../../../shared/domain/comment.ts';
import type { CommentId } from '../../../shared/kernel/ids.ts';
import {
  Badge,
  Button,
  countOf,
  Empty,
  InstantText,
  PaneHeader,
  Segmented,
  Select,
  TextField,
  VirtualList,
} from '../../ui/index.ts';
import { hasDissent, type ReviewFilter, type ThreadsShown } from './reviewFilter.ts';
import { StateBadge } from './StateBadge.tsx';
import { standingBadges } from './standingBadges.ts';

export interface ThreadListProps {
  threads: readonly CommentThread<CommentRow>[];
  /** All of the case, before the filter. */
  total: number;
  filter: ReviewFilter;
  authors: readonly string[];
  selected: CommentId | null;
  onFilter(change: Partial<ReviewFilter>): void;
  onSelect(id: CommentId): void;
  /** Enter, or a double click: to the thing itself. */
  onOpen(thread: CommentThread<CommentRow>): void;
  onCase(): void;
  /** To where reviewers' files come in. */
  onReceive(): void;
}

const shownOptions: readonly { value: ThreadsShown; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'answered', label: 'Answered' },
  { value: 'settled', label: 'Settled' },
  { value: 'dissent', label: 'Dissent' },
  { value: 'all', label: 'All' },
];

export function ThreadList(props: ThreadListProps) {
  const { threads, total, filter, authors, selected, onFilter, onSelect, onOpen, onCase, onReceive } = props;
  return (
    <>
      <PaneHeader
        level={1}
        title="Review"
        count={total}
        actions={
          <Button kind="quiet" onPress={onCase}>
            Comment on the case
          </Button>
        }
      />
      {total > 0 && (
        <div className="review-filter">
          <Segmented
            label="Threads shown"
            options={shownOptions}
            value={filter.shown}
            onChange={shown => onFilter({ shown })}
          />
          <div className="review-filter-line">
            <TextField
              label="Filter threads"
              hideLabel
              type="search"
              value={filter.words}
              onChange={words => onFilter({ words })}
              placeholder="Words, thing or name"
            />
            <Select
              label="By whom"
              hideLabel
              value={filter.author}
              options={[{ value: '', label: 'By anybody' }, ...authors.map(value => ({ value, label: value }))]}
              onChange={author => onFilter({ author })}
            />
          </div>
        </div>
      )}
      <VirtualList
        label="Threads"
        count={threads.length}
        rowHeight={84}
        getKey={index => threads[index]?.first.id ?? String(index)}
        selected={selected}
        onSelect={(_, index) => {
          const thread = threads[index];
          if (thread) onSelect(thread.first.id);
        }}
        onActivate={index => {
          const thread = threads[index];
          if (thread) onOpen(thread);
        }}
        renderRow={index => {
          const thread = threads[index];
          return thread && <Row thread={thread} />;
        }}
        empty={
          total > 0 ? (
            <Empty title="No thread fits" text="Show others, or use other words." />
          ) : (
            <Empty
              icon={MessagesSquare}
              title="Nothing was said yet"
              text="Comments on findings, claims, citations, exhibits and entities gather here, with what reviewers of a bundle sent back. Their files come in under Exchange."
              action={<Button onPress={onReceive}>Receive a review …</Button>}
            />
          )
        }
      />
    </>
  );
}

function Row({ thread }: { thread: CommentThread<CommentRow> }) {
  const { first, replies } = thread;
  const { now, author, text, verdict } = first;
  return (
    <div className="review-row">
      <div className="review-row-head">
        <span className="review-row-name one-line" dir="auto">
          {now.name || first.subjectName}
        </span>
        {hasDissent(thread) && <Badge tone="problem">dissent</Badge>}
        {now.standing !== 'as-it-was' && <Badge tone="warning">{standingBadges[now.standing]}</Badge>}
        <StateBadge thread={thread} />
      </div>
      <div className="review-row-words one-line" dir="auto">
        {verdict !== null && (
          <span className={`comment-verdict comment-verdict-${verdict}`}>
            <span aria-hidden>{verdictSigns[verdict]}</span> {verdictWords[verdict]}
            {text === '' ? '' : ' · '}
          </span>
        )}
        {text}
      </div>
      <div className="review-row-facts one-line">
        {authorWords(author)} · <InstantText at={first.writtenAt} />
        {replies.length > 0 && ` · ${countOf(replies.length, 'answer')}`}
      </div>
    </div>
  );
}
