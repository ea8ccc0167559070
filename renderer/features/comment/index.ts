/** Comments on anything, placed where the thing is shown, and all of them in one place. */
import { MessagesSquare } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { ReviewPlace } from './ReviewPlace.tsx';

export { CommentMark } from './CommentMark.tsx';
export { type CommentedThing, Comments, CommentsSection } from './Comments.tsx';
export { CommentsButton } from './CommentsButton.tsx';
export { ReceiveReview } from './ReceiveReview.tsx';

export const place: Place = { id: 'review', label: 'Review', icon: MessagesSquare, shortcut: 'G V', view: ReviewPlace };
