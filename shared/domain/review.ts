/**
 * A reviewer's file (`probatum-review/1`): the remarks that somebody made in the viewer of a bundle, on their way back.
 * Shared by the viewer, which writes it, and the app, which receives it. The id of a remark follows from what it says, so that
 * the same remark is the same in every file and every vault, whatever the order of arrival, and a changed one shows.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson, type Json } from '../kernel/canonicalJson.ts';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { CommentId, uuidv7 } from '../kernel/ids.ts';
import { storableInput } from '../kernel/storableText.ts';
import type { BundleCase } from './bundle.ts';
import {
  CommentAuthor,
  CommentSubject,
  MAX_COMMENT_CHARS,
  MAX_QUOTE_CHARS,
  problemOfComment,
  Verdict,
} from './comment.ts';

export const REVIEW_FORMAT = 'probatum-review/1';
/** Larger than any review that people write: 1,000 remarks of a page each are 4 MB. */
export const MAX_REVIEW_BYTES = 32 * 1024 * 1024;

/** Which bundle was read. A page from disk cannot read the manifest beside it, but knows the case record, which the manifest covers. */
export const ReviewedBundle = z.object({
  /** The bag's External-Identifier: the case's reference. */
  externalIdentifier: z.string().min(1).max(200),
  title: z.string().max(500),
  exportedAt: Instant,
  /** Of data/report/case.json, as it stands in manifest-sha256.txt. */
  caseSha256: Sha256,
  custodyHead: z.string().max(200),
});
export type ReviewedBundle = z.infer<typeof ReviewedBundle>;

export const ReviewRemark = z.object({
  id: CommentId,
  subject: CommentSubject,
  subjectName: z.string().max(500),
  quote: z.string().max(MAX_QUOTE_CHARS),
  verdict: Verdict.nullable(),
  isDissent: z.boolean(),
  text: z.string().max(MAX_COMMENT_CHARS),
  at: Instant,
  parentId: CommentId.nullable(),
  author: CommentAuthor,
  /** Said and taken back: the words stay. */
  withdrawnAt: Instant.nullable(),
});
export type ReviewRemark = z.infer<typeof ReviewRemark>;

/** Who saved the file; each remark names its own author, since a colleague may go on with it. */
export const Reviewer = CommentAuthor;
export type Reviewer = CommentAuthor;

export interface ReviewFile {
  bundle: ReviewedBundle;
  reviewer: Reviewer;
  remarks: ReviewRemark[];
}

/** A remark's id from all that is fixed in it: the time of writing, and 74 bits of the digest of its words. */
export function remarkId(remark: RemarkDraft, bundle: Pick<ReviewedBundle, 'caseSha256'>): CommentId {
  const { subject, subjectName, quote, verdict, isDissent, text, at, parentId, author } = remark;
  const fixed = {
    subject,
    subjectName,
    quote,
    verdict,
    isDissent,
    text,
    at,
    parentId,
    author,
    bundle: bundle.caseSha256,
  };
  const digest = sha256(utf8ToBytes(canonicalJson(fixed satisfies Json)));
  return CommentId.parse(`com-${uuidv7(Date.parse(at), digest.subarray(0, 10))}`);
}

const RemarkDraft = ReviewRemark.omit({ id: true, withdrawnAt: true });
export type RemarkDraft = z.infer<typeof RemarkDraft>;

/** Parsed first, since the id is made from what the file will say. */
export function draftRemark(given: RemarkDraft, bundle: Pick<ReviewedBundle, 'caseSha256'>): ReviewRemark {
  const { text, quote, subjectName } = given;
  const remark = RemarkDraft.parse(
    storableInput({
      ...given,
      text: text.trim(),
      quote: quote.slice(0, MAX_QUOTE_CHARS),
      subjectName: subjectName.slice(0, 500),
    }),
  );
  return { ...remark, id: remarkId(remark, bundle), withdrawnAt: null };
}

/** The identity of the bundle whose case record this is. */
export function reviewedBundle(bundle: BundleCase): ReviewedBundle {
  const { reference, title, exportedAt } = bundle.case;
  return {
    externalIdentifier: reference,
    title,
    exportedAt,
    caseSha256: caseDigest(bundle),
    custodyHead: bundle.custodyHead,
  };
}

/** The SHA-256 that data/report/case.json has. */
export function caseDigest(bundle: BundleCase): Sha256 {
  return Sha256.parse(bytesToHex(sha256(utf8ToBytes(`${canonicalJson(bundle as Json)}\n`))));
}

/** The text of the file: the same remarks make the same bytes. */
export function writeReview({ bundle, reviewer, remarks }: ReviewFile): string {
  const sorted = [...remarks].sort((left, right) => (left.id < right.id ? -1 : 1));
  return `${canonicalJson({ format: REVIEW_FORMAT, bundle, reviewer, remarks: sorted } as Json)}\n`;
}

export interface RemarkProblem {
  /** Counted from 1, as it stands in the file. */
  number: number;
  problem: string;
}

export type ReviewReading =
  | {
      kind: 'review';
      review: ReviewFile;
      problems: RemarkProblem[];
      /** Where each good remark stands in the file, counted from 1. */
      numbers: ReadonlyMap<CommentId, number>;
    }
  | { kind: 'broken'; problem: string }
  | { kind: 'foreign' }
  | { kind: 'newer'; format: string };

const Head = z.object({ bundle: ReviewedBundle, reviewer: Reviewer, remarks: z.array(z.unknown()) });

/** What an untrusted text holds. A bad remark is told and leaves the good ones alone. */
export function readReview(untrustedText: string): ReviewReading {
  const whole = parseJson(untrustedText);
  if (!whole.ok)
    return untrustedText.includes('probatum-review/')
      ? { kind: 'broken', problem: 'it is cut short, or was changed by another program' }
      : { kind: 'foreign' };
  const format = z.object({ format: z.string() }).safeParse(whole.value);
  const version = format.success ? /^probatum-review\/(\d{1,9})$/.exec(format.data.format) : null;
  if (!format.success || !version) return { kind: 'foreign' };
  if (format.data.format !== REVIEW_FORMAT) return { kind: 'newer', format: format.data.format };
  const head = Head.safeParse(whole.value);
  if (!head.success) return { kind: 'broken', problem: problemWords(head.error) };
  const { bundle, reviewer, remarks } = head.data;
  const good = new Map<CommentId, ReviewRemark>();
  const problems: RemarkProblem[] = [];
  const numbers = new Map<CommentId, number>();
  for (const [index, untrusted] of remarks.entries()) {
    const read = readRemark(untrusted, bundle);
    if (typeof read === 'string') problems.push({ number: index + 1, problem: read });
    else {
      good.set(read.id, withEarlierWithdrawal(read, good.get(read.id)));
      numbers.set(read.id, index + 1);
    }
  }
  return { kind: 'review', review: { bundle, reviewer, remarks: [...good.values()] }, problems, numbers };
}

function readRemark(untrusted: unknown, bundle: ReviewedBundle): ReviewRemark | string {
  const parsed = ReviewRemark.safeParse(untrusted);
  if (!parsed.success) return problemWords(parsed.error);
  const remark = parsed.data;
  if (canonicalJson(storableInput(remark) as Json) !== canonicalJson(remark as Json))
    return 'it holds characters that cannot be kept (NUL, or half of one)';
  const empty = problemOfComment(remark);
  if (empty !== null) return 'it says nothing';
  if (!Number.isFinite(Date.parse(remark.at))) return `its time ${remark.at} is none`;
  if (remarkId(remark, bundle) !== remark.id)
    return 'its words are not those that its id was made from: it was changed after it was written';
  return remark;
}

/** A remark taken back in one file and not yet in another is taken back, from the earliest time on: so the order does not matter. */
export function withEarlierWithdrawal<Kept extends { withdrawnAt: Instant | null }>(
  one: Kept,
  other: { withdrawnAt: Instant | null } | undefined,
): Kept {
  const earlier = [one.withdrawnAt, other?.withdrawnAt ?? null].filter(at => at !== null).sort()[0] ?? null;
  return earlier === one.withdrawnAt ? one : { ...one, withdrawnAt: earlier };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** For people: what is wrong is named by its field, since nobody mends such a file by hand. */
function problemWords(error: z.ZodError): string {
  const path = error.issues[0]?.path.join('.') ?? '';
  return path === '' ? 'it is not a remark' : `its “${path}” is missing, or is not what stands there in a review file`;
}
