import type { CommentRow } from '../../../shared/contract/comment.ts';
import type { CommentThread } from '../../../shared/domain/comment.ts';
import { stateOfThread, type ThreadState, threadStateWords } from '../../../shared/domain/commentState.ts';
import { Badge } from '../../ui/index.ts';

const tones: Record<ThreadState, 'plain' | 'accent' | 'good'> = {
  open: 'accent',
  answered: 'plain',
  accepted: 'good',
  rejected: 'plain',
  noted: 'plain',
  'taken-back': 'plain',
};

/** Where a thread stands, in a word. */
export function StateBadge({ thread }: { thread: CommentThread<CommentRow> }) {
  const state = stateOfThread(thread);
  return <Badge tone={tones[state]}>{threadStateWords[state]}</Badge>;
}
