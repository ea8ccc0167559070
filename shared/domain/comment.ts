/**
 * Review comments: what a named person says of anything in a case, in threads. The words are never changed: whoever thinks
 * otherwise later writes again, or withdraws. A dissent stays in view when its thread is resolved, and when it is withdrawn.
 */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { CaseId, CommentId, VaultId } from '../kernel/ids.ts';

export const commentSubjectKinds = [
  'case',
  'finding',
  'claim',
  'citation',
  'passage',
  'exhibit',
  'entity',
  'statement',
  'request',
  'figure',
  'edition',
] as const;
export const CommentSubjectKind = z.enum(commentSubjectKinds);
export type CommentSubjectKind = z.infer<typeof CommentSubjectKind>;

/** What is commented on. The id stays as it was written, whether or not this vault holds such a thing: it may come by an archive. */
export const CommentSubject = z.object({
  kind: CommentSubjectKind,
  id: z.string().trim().min(1).max(200),
  /** Of an exhibit: the page, counted from 0. */
  pageIndex: z.number().int().nonnegative().nullable(),
});
export type CommentSubject = z.infer<typeof CommentSubject>;

/** What somebody who checks evidence concludes about the thing commented on. */
export const verdicts = [
  'agrees',
  'disagrees',
  'needs-evidence',
  'words-do-not-say-this',
  'other-wording',
  'authenticity-doubted',
  'grade-too-high',
] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

export const verdictWords: Record<Verdict, string> = {
  agrees: 'Checked, and agrees',
  disagrees: 'Disagrees',
  'needs-evidence': 'Needs more evidence',
  'words-do-not-say-this': 'The words do not say this',
  'other-wording': 'Proposes other wording',
  'authenticity-doubted': 'Doubts that it is authentic',
  'grade-too-high': 'Graded too high',
};

/** Beside the words, never alone. */
export const verdictSigns: Record<Verdict, string> = {
  agrees: '✓',
  disagrees: '✗',
  'needs-evidence': '?',
  'words-do-not-say-this': '≠',
  'other-wording': '✎',
  'authenticity-doubted': '⚠',
  'grade-too-high': '↓',
};

export const MAX_COMMENT_CHARS = 20_000;
/** Enough to find the words again; the passage itself has them whole. */
export const MAX_QUOTE_CHARS = 2000;

export const CommentAuthor = z.object({
  name: z.string().trim().min(1).max(200),
  /** Team, office or body; empty where nobody said. */
  team: z.string().trim().max(200),
});
export type CommentAuthor = z.infer<typeof CommentAuthor>;

/** Where a comment was written: in a vault, or by a reviewer in the viewer of a bundle, known by the digest of its case record. */
export const CommentOrigin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vault'), vaultId: VaultId }),
  z.object({ kind: z.literal('review'), bundleSha256: Sha256 }),
]);
export type CommentOrigin = z.infer<typeof CommentOrigin>;

/** How a thread was settled: what it asks for was done, or was not, with the reason. */
export const Outcome = z.enum(['accepted', 'rejected']);
export type Outcome = z.infer<typeof Outcome>;

export const Comment = z.object({
  id: CommentId,
  caseId: CaseId,
  subject: CommentSubject,
  /** What the thing was called when it was commented on: `EX-0001, p. 3`. */
  subjectName: z.string().max(500),
  /** The words commented on, as they stood; empty where there are none. */
  quote: z.string().max(MAX_QUOTE_CHARS),
  /** The comment this answers. It may be one that has not arrived yet. */
  parentId: CommentId.nullable(),
  text: z.string().max(MAX_COMMENT_CHARS),
  verdict: Verdict.nullable(),
  isDissent: z.boolean(),
  author: CommentAuthor,
  origin: CommentOrigin,
  writtenAt: Instant,
  /** Of the first of a thread. */
  resolved: z.object({ as: Outcome, at: Instant, by: z.string(), answerId: CommentId.nullable() }).nullable(),
  withdrawnAt: Instant.nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** What threads are made of: here whole comments, in a bundle's viewer remarks as well. */
type Threaded = Pick<Comment, 'id' | 'parentId' | 'writtenAt'>;

export interface CommentThread<Said extends Threaded = Comment> {
  first: Said;
  /** In the order of writing. */
  replies: Said[];
}

/** A reply whose parent is not here stands as the first of a thread of its own until the parent arrives. */
export function threadsOf<Said extends Threaded>(comments: readonly Said[]): CommentThread<Said>[] {
  const sorted = [...comments].sort(byTime);
  const known = new Map(sorted.map(comment => [comment.id, comment] as const));
  const threads = new Map<CommentId, CommentThread<Said>>();
  for (const comment of sorted)
    if (firstOf(comment, known) === comment) threads.set(comment.id, { first: comment, replies: [] });
  for (const comment of sorted) {
    const first = firstOf(comment, known);
    if (first !== comment) threads.get(first.id)?.replies.push(comment);
  }
  return [...threads.values()];
}

/** Subtle: a file made by hand may close a ring of parents; then the earliest of the ring is its first. */
function firstOf<Said extends Threaded>(comment: Said, known: ReadonlyMap<CommentId, Said>): Said {
  const seen = [comment];
  for (let at = comment; ; ) {
    const parent = at.parentId === null ? undefined : known.get(at.parentId);
    if (!parent) return at;
    const ring = seen.indexOf(parent);
    if (ring >= 0) return seen.slice(ring).reduce((first, one) => (byTime(one, first) < 0 ? one : first));
    seen.push(parent);
    at = parent;
  }
}

export function byTime(left: Omit<Threaded, 'parentId'>, right: Omit<Threaded, 'parentId'>): number {
  if (left.writtenAt !== right.writtenAt) return left.writtenAt < right.writtenAt ? -1 : 1;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** Dissents on record: those that their authors have not withdrawn, resolved or not. */
export function standingDissents<Said extends Pick<Comment, 'isDissent' | 'withdrawnAt'>>(
  comments: readonly Said[],
): Said[] {
  return comments.filter(comment => comment.isDissent && comment.withdrawnAt === null);
}

/** `A. Reviewer (Example Institute)`. */
export function authorWords({ name, team }: CommentAuthor): string {
  return team === '' ? name : `${name} (${team})`;
}

/** A comment says something: words, or a verdict that speaks for itself. A dissent needs words, since readers will ask for them. */
export function problemOfComment({
  text,
  verdict,
  isDissent,
}: Pick<Comment, 'text' | 'verdict' | 'isDissent'>): string | null {
  if (text.trim() !== '') return null;
  if (isDissent) return 'A dissent needs its reason in words, because readers will ask for it.';
  if (verdict === 'agrees') return null;
  return verdict === null
    ? 'Write what you have to say, or choose a verdict.'
    : 'Say in a sentence why, so that the investigator can act on it.';
}
