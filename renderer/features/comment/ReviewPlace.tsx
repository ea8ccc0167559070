/** All threads of the case: what is open, what is settled, where somebody dissents, and by whom. */
import { ArrowUpRight, MessagesSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CommentRow } from '../../../shared/contract/comment.ts';
import { type CommentThread as Thread, threadsOf } from '../../../shared/domain/comment.ts';
import type { CommentId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Empty, Failed, Loading, PaneHeader, Panes } from '../../ui/index.ts';
import { useNavigate, useRoute } from '../../workbench/index.ts';
import { CommentThread } from './CommentThread.tsx';
import { Comments } from './Comments.tsx';
import { authorsOf, everything, filterThreads } from './reviewFilter.ts';
import { subjectRoute } from './subjectRoute.ts';
import { ThreadList } from './ThreadList.tsx';
import { useCommentSteps } from './useCommentSteps.ts';
import './comment.css';

export function ReviewPlace() {
  const { caseId } = useRoute();
  const { go } = useNavigate();
  const { data, error, refetch } = useQuery('comment.list', { caseId });
  const [filter, setFilter] = useState(everything);
  const [picked, setPicked] = useState<CommentId | null>(null);
  const [onCase, setOnCase] = useState(false);
  const steps = useCommentSteps();
  const threads = useMemo(() => threadsOf(data ?? []), [data]);
  const shown = useMemo(() => filterThreads(threads, filter), [threads, filter]);
  const inHand = threads.find(({ first }) => first.id === picked);
  const open = (thread: Thread<CommentRow>) => {
    const route = subjectRoute(thread.first);
    if (route) go(route);
  };
  const list = data ? (
    <ThreadList
      threads={shown}
      total={threads.length}
      filter={filter}
      authors={authorsOf(data)}
      selected={picked}
      onFilter={change => setFilter(now => ({ ...now, ...change }))}
      onSelect={id => {
        setOnCase(false);
        setPicked(id);
      }}
      onOpen={open}
      onCase={() => setOnCase(true)}
      onReceive={() => go({ place: 'exchange', part: 'review' })}
    />
  ) : (
    <>
      <PaneHeader level={1} title="Review" />
      {error ? <Failed error={error} onRetry={refetch} /> : <Loading label="Reading the comments" />}
    </>
  );
  return (
    <Panes
      id="review"
      left={list}
      leftLabel="Threads"
      leftWidth={400}
      main={
        onCase ? (
          <>
            <PaneHeader title="The case as a whole" />
            <div className="review-thread">
              <Comments subject={{ kind: 'case', id: caseId }} writing />
            </div>
          </>
        ) : inHand ? (
          <InHand key={inHand.first.id} thread={inHand} onOpen={() => open(inHand)}>
            <CommentThread thread={inHand} steps={steps} inHand />
          </InHand>
        ) : threads.length > 0 ? (
          <Empty icon={MessagesSquare} title="Choose a thread" text="What was said and answered opens here." />
        ) : null
      }
      mainLabel="Thread"
    />
  );
}

function InHand({
  thread: { first },
  onOpen,
  children,
}: {
  thread: Thread<CommentRow>;
  onOpen(): void;
  children: React.ReactNode;
}) {
  const canOpen = subjectRoute(first) !== null;
  return (
    <>
      <PaneHeader
        title={first.now.name || first.subjectName}
        actions={
          canOpen && (
            <Button kind="quiet" icon={ArrowUpRight} onPress={onOpen}>
              Go to it
            </Button>
          )
        }
      />
      <div className="review-thread">
        {first.quote !== '' && first.now.standing !== 'changed' && (
          <blockquote className="review-quote" dir="auto">
            {first.quote}
          </blockquote>
        )}
        {children}
      </div>
    </>
  );
}
