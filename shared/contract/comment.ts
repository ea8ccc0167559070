/** Review comments in a case, and reviewers' files coming in. */
import { z } from 'zod';
import {
  Comment,
  CommentAuthor,
  CommentSubject,
  CommentSubjectKind,
  MAX_COMMENT_CHARS,
  MAX_QUOTE_CHARS,
  Outcome,
} from '../domain/comment.ts';
import { SubjectStanding } from '../domain/commentState.ts';
import { ReviewedBundle, Reviewer } from '../domain/review.ts';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { CaseId, ClaimId, CommentId, EntityId, ExhibitId, FindingId, PassageId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { command, host, inquiry, query } from './operation.ts';

/** Where the thing spoken of stands now; what is null does not lie on the way to it. */
export const SubjectNow = z.object({
  /** As against what the comment quotes of it. */
  standing: SubjectStanding,
  name: z.string(),
  /** Its words, where they have changed since. */
  words: z.string(),
  exhibitId: ExhibitId.nullable(),
  passageId: PassageId.nullable(),
  findingId: FindingId.nullable(),
  claimId: ClaimId.nullable(),
  entityId: EntityId.nullable(),
});
export type SubjectNow = z.infer<typeof SubjectNow>;

export const CommentRow = Comment.extend({
  now: SubjectNow,
  /** True where the person of this vault may take it back. */
  isMine: z.boolean(),
});
export type CommentRow = z.infer<typeof CommentRow>;

export const CommentCount = z.object({
  kind: CommentSubjectKind,
  id: z.string(),
  /** The finding that it belongs to: of itself, a claim or a citation. */
  findingId: FindingId.nullable(),
  /** Threads that nobody has settled. */
  open: z.number().int(),
  /** Comments that stand. */
  total: z.number().int(),
  dissents: z.number().int(),
});
export type CommentCount = z.infer<typeof CommentCount>;

/** What this vault knows of the bundle that a file speaks of. */
export const BundleKnown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exported'), at: Instant, recipient: z.string(), fileName: z.string() }),
  /** Its custody head is an event of our log: made from this case, but not as we recorded. */
  z.object({ kind: z.literal('same-custody') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type BundleKnown = z.infer<typeof BundleKnown>;

/** A remark of a file, and what taking it in would do. */
export const ReviewLine = z.object({
  /** Counted from 1, as it stands in the file. */
  number: z.number().int(),
  subjectName: z.string(),
  standing: SubjectStanding,
  author: CommentAuthor,
  verdict: Comment.shape.verdict,
  isDissent: z.boolean(),
  text: z.string(),
  /** `elsewhere`: another case of this vault has it, so that it cannot stand here too. */
  arrival: z.enum(['new', 'here', 'taken-back', 'elsewhere']),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

export const ReviewReport = z.object({
  fileName: z.string(),
  sha256: Sha256,
  bundle: ReviewedBundle,
  known: BundleKnown,
  reviewer: Reviewer,
  /** True where this very file was received before. */
  isRepeated: z.boolean(),
  remarks: z.number().int(),
  /** Of these: not in this vault yet; here, and taken back since. */
  added: z.number().int(),
  takenBack: z.number().int(),
  /** Of these: on what changed since, on what was withdrawn since, on what this vault does not hold. */
  changed: z.number().int(),
  withdrawn: z.number().int(),
  gone: z.number().int(),
  dissents: z.number().int(),
  lines: z.array(ReviewLine),
  problems: z.array(z.object({ number: z.number().int(), problem: z.string() })),
});
export type ReviewReport = z.infer<typeof ReviewReport>;

export const ReviewRecord = z.object({
  sha256: Sha256,
  fileName: z.string(),
  bundle: ReviewedBundle,
  reviewer: Reviewer,
  remarks: z.number().int(),
  problems: ReviewReport.shape.problems,
  receivedAt: Instant,
  receivedBy: z.string(),
});
export type ReviewRecord = z.infer<typeof ReviewRecord>;

const one = z.object({ commentId: CommentId });

export const commentContract = {
  /** Without a subject all of the case; of an exhibit also what was said of its pages. */
  'comment.list': query(
    z.object({
      caseId: CaseId,
      subject: CommentSubject.pick({ kind: true, id: true }).nullable().default(null),
    }),
    z.array(CommentRow),
  ),
  'comment.counts': query(z.object({ caseId: CaseId }), z.array(CommentCount)),
  'comment.write': command(
    z.object({
      caseId: CaseId,
      subject: CommentSubject.extend({ pageIndex: CommentSubject.shape.pageIndex.default(null) }),
      parentId: CommentId.nullable().default(null),
      text: z.string().trim().max(MAX_COMMENT_CHARS),
      verdict: Comment.shape.verdict.default(null),
      isDissent: z.boolean().default(false),
      quote: z.string().trim().max(MAX_QUOTE_CHARS).default(''),
      team: z.string().trim().max(200).default(''),
    }),
    Comment,
  ),
  /** Settles the whole thread; the answer becomes a comment of its own in it. Rejecting needs one. */
  'comment.resolve': command(
    one.extend({
      as: Outcome,
      answer: z.string().trim().max(MAX_COMMENT_CHARS).default(''),
      /** In place of a new one the answer that is there already: for settling again as it was. */
      answerId: CommentId.nullable().default(null),
    }),
    Comment,
  ),
  'comment.reopen': command(
    /** The answer given at resolving goes too: for undoing that step. */
    one.extend({ takeBackAnswer: z.boolean().default(false) }),
    Comment,
  ),
  'comment.withdraw': command(one, Comment),
  'comment.restore': command(one, Comment),
  /** What a reviewer's file holds and would add; changes nothing. */
  'comment.inspectReview': inquiry(z.object({ caseId: CaseId, from: GrantedPath }), ReviewReport),
  'comment.receiveReview': host(z.object({ caseId: CaseId, from: GrantedPath }), ReviewReport),
  'comment.reviews': query(z.object({ caseId: CaseId }), z.array(ReviewRecord)),
} as const;
