/** Where a thread stands, and whether what it speaks of is still what was spoken of. Pure. */
import { z } from 'zod';
import type { Comment, CommentSubjectKind } from './comment.ts';

export const threadStates = ['open', 'answered', 'accepted', 'rejected', 'noted', 'taken-back'] as const;
export const ThreadState = z.enum(threadStates);
export type ThreadState = z.infer<typeof ThreadState>;

export const threadStateWords: Record<ThreadState, string> = {
  open: 'open',
  answered: 'answered',
  accepted: 'accepted',
  rejected: 'rejected',
  noted: 'asks nothing',
  'taken-back': 'taken back',
};

type Spoken = Pick<Comment, 'resolved' | 'withdrawnAt' | 'verdict' | 'isDissent' | 'text' | 'author'>;

/**
 * Open: it waits for the team. Answered: it waits for the one who began it, since another has spoken last. A bare "checked, and
 * agrees" asks nothing of anybody, and a withdrawn first comment nothing any more.
 */
export function stateOfThread({ first, replies }: { first: Spoken; replies: readonly Spoken[] }): ThreadState {
  if (first.resolved) return first.resolved.as;
  if (first.withdrawnAt !== null) return 'taken-back';
  const last = replies.filter(reply => reply.withdrawnAt === null).at(-1);
  if (last) return last.author.name === first.author.name ? 'open' : 'answered';
  return first.verdict === 'agrees' && first.text === '' ? 'noted' : 'open';
}

/** Nobody has settled it yet. */
export function isUnsettled(thread: Parameters<typeof stateOfThread>[0]): boolean {
  const state = stateOfThread(thread);
  return state === 'open' || state === 'answered';
}

/** What is asked of a person who settles a thread; null where nothing is missing. */
export function problemOfSettling(as: NonNullable<Comment['resolved']>['as'], answer: string): string | null {
  return as === 'rejected' && answer.trim() === ''
    ? 'Say why it is rejected: whoever wrote it, and every later reader, will ask.'
    : null;
}

/** How what was spoken of stands now, as against what the comment quotes of it. */
export const subjectStandings = ['as-it-was', 'changed', 'withdrawn', 'gone'] as const;
export const SubjectStanding = z.enum(subjectStandings);
export type SubjectStanding = z.infer<typeof SubjectStanding>;

export const standingSentences: Record<Exclude<SubjectStanding, 'as-it-was'>, string> = {
  changed: 'Its words have changed since this was written.',
  withdrawn: 'It has been withdrawn since this was written.',
  gone: 'What this speaks of is not in this vault, or not any more. Its words as they were seen are kept here.',
};

/** Only where the quote is the thing's own words, and those may be edited; of an exhibit it may be any words in it. */
const edited: ReadonlySet<CommentSubjectKind> = new Set(['finding', 'claim', 'request', 'figure']);

/** `forms`: the words now, also as they read where they are sent, with code names for confidential sources. */
export function standingOf(
  { subject, quote }: Pick<Comment, 'subject' | 'quote'>,
  now: { isWithdrawn: boolean; forms: readonly string[] } | null,
): SubjectStanding {
  if (now === null) return 'gone';
  if (now.isWithdrawn) return 'withdrawn';
  if (!edited.has(subject.kind) || quote === '') return 'as-it-was';
  return now.forms.some(words => isBeginning(plain(quote), plain(words))) ? 'as-it-was' : 'changed';
}

/** A quote is cut at its limit, which may fall within a word. */
function isBeginning(quote: string, words: string): boolean {
  return quote === words || (quote.length >= CUT && words.startsWith(quote));
}
/** A little under `MAX_QUOTE_CHARS`, since spaces are taken together. */
const CUT = 1500;

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
