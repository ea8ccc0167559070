/** All that was said of one thing, and the way to say more. Placed wherever a thing is shown. */
import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { type CommentSubject, threadsOf } from '../../../shared/domain/comment.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Failed, Loading, Section } from '../../ui/index.ts';
import { useRoute } from '../../workbench/index.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentThread } from './CommentThread.tsx';
import { useCommentCount } from './useCommentCount.ts';
import { useCommentSteps } from './useCommentSteps.ts';
import './comment.css';

export type CommentedThing = Pick<CommentSubject, 'kind' | 'id'>;

export interface CommentsProps {
  subject: CommentedThing;
  /** Begins with the form open, where one came to say something. */
  writing?: boolean;
}

export function Comments({ subject, writing: startsWriting = false }: CommentsProps) {
  const { caseId } = useRoute();
  const { kind, id } = subject;
  const { data, error, refetch } = useQuery('comment.list', { caseId, subject: { kind, id } });
  const steps = useCommentSteps();
  /** Null until the person opened or closed the form. */
  const [chosen, setWriting] = useState<boolean | null>(null);
  if (error && !data) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading the comments" rows={2} />;
  const threads = threadsOf(data);
  const begins = startsWriting && threads.length === 0;
  const writing = chosen ?? begins;
  return (
    <div className="comments">
      {threads.map(thread => (
        <CommentThread key={thread.first.id} thread={thread} steps={steps} />
      ))}
      {writing ? (
        <CommentForm
          action="Comment"
          onCancel={begins ? undefined : () => setWriting(false)}
          onAdd={async words => {
            const added = await steps.write({ caseId, subject: { kind, id }, ...words });
            if (added) setWriting(false);
            return added;
          }}
        />
      ) : (
        <Button kind="quiet" icon={MessageSquarePlus} onPress={() => setWriting(true)}>
          {threads.length === 0 ? 'Comment' : 'Another comment'}
        </Button>
      )}
    </div>
  );
}

/** The same as a part of an inspector. */
export function CommentsSection({ subject }: { subject: CommentedThing }) {
  const count = useCommentCount(subject);
  return (
    <Section title="Comments" count={count?.total}>
      <Comments subject={subject} />
    </Section>
  );
}
