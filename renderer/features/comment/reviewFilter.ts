/** Which threads of the case are in view. Pure. */
import type { CommentRow } from '../../../shared/contract/comment.ts';
import { authorWords, type CommentThread } from '../../../shared/domain/comment.ts';
import { stateOfThread } from '../../../shared/domain/commentState.ts';

export type ThreadsShown = 'open' | 'answered' | 'settled' | 'dissent' | 'all';

export interface ReviewFilter {
  shown: ThreadsShown;
  /** As `authorWords` has it; empty: everybody. */
  author: string;
  words: string;
}

export const everything: ReviewFilter = { shown: 'open', author: '', words: '' };

export function filterThreads(
  threads: readonly CommentThread<CommentRow>[],
  { shown, author, words }: ReviewFilter,
): CommentThread<CommentRow>[] {
  const wanted = words.normalize('NFKC').toLowerCase().trim();
  return threads
    .filter(thread => isShown(thread, shown))
    .filter(
      ({ first, replies }) => author === '' || [first, ...replies].some(one => authorWords(one.author) === author),
    )
    .filter(thread => wanted === '' || wordsOf(thread).includes(wanted))
    .sort((left, right) => (left.first.writtenAt < right.first.writtenAt ? 1 : -1));
}

function isShown(thread: CommentThread<CommentRow>, shown: ThreadsShown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'open':
    case 'answered':
      return stateOfThread(thread) === shown;
    case 'settled':
      return thread.first.resolved !== null;
    case 'dissent':
      return hasDissent(thread);
  }
}

export function hasDissent({ first, replies }: CommentThread<CommentRow>): boolean {
  return [first, ...replies].some(({ isDissent }) => isDissent);
}

function wordsOf({ first, replies }: CommentThread<CommentRow>): string {
  return [first, ...replies]
    .flatMap(({ text, quote, now, author }) => [text, quote, now.name, author.name, author.team])
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
}

export function authorsOf(comments: readonly CommentRow[]): string[] {
  return [...new Set(comments.map(({ author }) => authorWords(author)))].sort((left, right) =>
    left.localeCompare(right),
  );
}
