/** A reviewer's file coming in: what it holds, and taking it in. The same remarks in any order and number make the same comments. */
import { createHash } from 'node:crypto';
import type { BundleKnown, ReviewLine, ReviewReport } from '../../../shared/contract/comment.ts';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import type { Comment, CommentSubject } from '../../../shared/domain/comment.ts';
import {
  MAX_REVIEW_BYTES,
  type RemarkProblem,
  type ReviewedBundle,
  type ReviewFile,
  type ReviewRemark,
  readReview,
} from '../../../shared/domain/review.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, CommentId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { GivenFileRefused, readGiven } from '../admission/index.ts';
import { requireCase } from '../case/index.ts';
import type { CommandContext } from '../context.ts';
import type { HostContext } from '../host.ts';
import { authorHere } from './author.ts';
import { findComment, insertComment, setCommentWithdrawn } from './commentSql.ts';
import { lookUpSubjects } from './lookUpSubjects.ts';
import { bundleKnown, insertReview, insertReviewRemark, isReceived } from './reviewSql.ts';
import { findSubject } from './subjectSql.ts';

interface Given {
  caseId: CaseId;
  from: GrantedPath;
}

interface OpenedReview {
  fileName: string;
  sha256: Sha256;
  review: ReviewFile;
  problems: RemarkProblem[];
  numbers: ReadonlyMap<CommentId, number>;
}

export async function inspectReview(host: HostContext, { caseId, from }: Given): Promise<ReviewReport> {
  const opened = await openReview(host, from);
  const { db } = host.session.queryContext();
  return reportOn(db, caseId, opened, requireBundleOfCase(db, caseId, opened));
}

export async function receiveReview(host: HostContext, { caseId, from }: Given): Promise<ReviewReport> {
  const opened = await openReview(host, from);
  return host.session.write(ctx => takeIn(ctx, caseId, opened));
}

function takeIn(ctx: CommandContext, caseId: CaseId, opened: OpenedReview): ReviewReport {
  const { review, sha256, fileName, problems } = opened;
  const known = requireBundleOfCase(ctx.db, caseId, opened);
  const report = reportOn(ctx.db, caseId, opened, known);
  if (report.isRepeated) return report;
  insertReview(ctx.db, caseId, {
    sha256,
    fileName,
    problems: report.problems,
    bundle: review.bundle,
    reviewer: review.reviewer,
    remarks: 0,
    receivedAt: ctx.now(),
    receivedBy: authorHere(ctx.db).author.name,
  });
  for (const remark of review.remarks) {
    const here = findComment(ctx.db, remark.id);
    if (here && here.caseId !== caseId) continue;
    if (!here) insertComment(ctx.db, toComment(ctx.db, caseId, remark, review.bundle));
    else if (isTakenBackSince(here, remark)) setCommentWithdrawn(ctx.db, here.id, remark.withdrawnAt);
    insertReviewRemark(ctx.db, caseId, sha256, remark.id);
  }
  ctx.custody.record({
    action: 'review-received',
    caseId,
    subject: fileName,
    sha256,
    details: {
      reviewer: review.reviewer.name,
      team: review.reviewer.team,
      known: known.kind,
      added: String(report.added),
      takenBack: String(report.takenBack),
      refused: String(problems.length),
      bundle: review.bundle.caseSha256,
    },
  });
  return report;
}

function reportOn(db: ReadableDb, caseId: CaseId, opened: OpenedReview, known: BundleKnown): ReviewReport {
  const { fileName, sha256, review } = opened;
  const lines = linesOf(db, caseId, opened);
  const count = (isMeant: (line: ReviewLine) => boolean): number => lines.filter(isMeant).length;
  return {
    fileName,
    sha256,
    bundle: review.bundle,
    known,
    reviewer: review.reviewer,
    isRepeated: isReceived(db, caseId, sha256),
    remarks: lines.length,
    added: count(line => line.arrival === 'new'),
    takenBack: count(line => line.arrival === 'taken-back'),
    changed: count(line => line.standing === 'changed'),
    withdrawn: count(line => line.standing === 'withdrawn'),
    gone: count(line => line.standing === 'gone'),
    dissents: review.remarks.filter(remark => remark.isDissent && remark.withdrawnAt === null).length,
    lines,
    problems: [...opened.problems, ...lines.filter(({ arrival }) => arrival === 'elsewhere').map(elsewhere)],
  };
}

function linesOf(db: ReadableDb, caseId: CaseId, { review, numbers }: OpenedReview): ReviewLine[] {
  const subjects = lookUpSubjects(db, caseId);
  return review.remarks
    .map(remark => {
      const { subjectName, author, verdict, isDissent, text } = remark;
      const here = findComment(db, remark.id);
      const { standing } = subjects.now({ ...remark, subject: settled(db, caseId, remark.subject) });
      const number = numbers.get(remark.id) ?? 0;
      return {
        number,
        subjectName,
        standing,
        author,
        verdict,
        isDissent,
        text,
        arrival: arrivalOf(here, caseId, remark),
      };
    })
    .sort((left, right) => left.number - right.number);
}

function arrivalOf(here: Comment | null, caseId: CaseId, remark: ReviewRemark): ReviewLine['arrival'] {
  if (!here) return 'new';
  if (here.caseId !== caseId) return 'elsewhere';
  return isTakenBackSince(here, remark) ? 'taken-back' : 'here';
}

function elsewhere({ number, subjectName }: ReviewLine): RemarkProblem {
  return { number, problem: `“${subjectName}”: it stands in another case of this vault already` };
}

/** The earliest time counts, so that the order of files does not matter. */
function isTakenBackSince(here: Comment, { withdrawnAt }: ReviewRemark): boolean {
  return withdrawnAt !== null && (here.withdrawnAt === null || withdrawnAt < here.withdrawnAt);
}

function toComment(db: ReadableDb, caseId: CaseId, remark: ReviewRemark, bundle: ReviewedBundle): Comment {
  const { at, subject, ...said } = remark;
  return {
    ...said,
    caseId,
    subject: settled(db, caseId, subject),
    origin: { kind: 'review', bundleSha256: bundle.caseSha256 },
    writtenAt: at,
    resolved: null,
  };
}

/** A bundle calls its case by the reference, and older ones their exhibits by the number; here both have ids. */
function settled(db: ReadableDb, caseId: CaseId, subject: CommentSubject): CommentSubject {
  if (subject.kind === 'case') return { ...subject, id: caseId };
  if (subject.kind !== 'exhibit') return subject;
  return { ...subject, id: findSubject(db, caseId, subject)?.now.exhibitId ?? subject.id };
}

/** Remarks on another case would stand here without what they speak of. @throws review-of-other-case */
function requireBundleOfCase(db: ReadableDb, caseId: CaseId, { fileName, review }: OpenedReview): BundleKnown {
  const { reference } = requireCase(db, caseId);
  const known = bundleKnown(db, caseId, review.bundle);
  const { externalIdentifier } = review.bundle;
  if (known.kind === 'unknown' && externalIdentifier !== reference)
    throw new ProbatumError('review-of-other-case', { name: fileName, found: externalIdentifier, reference });
  return known;
}

async function openReview({ grants }: HostContext, from: GrantedPath): Promise<OpenedReview> {
  const name = from.name;
  const bytes = await readWhole(grants.pathOf(from), name);
  const reading = readReview(decode(bytes));
  switch (reading.kind) {
    case 'review':
      return {
        fileName: name,
        sha256: Sha256.parse(createHash('sha256').update(bytes).digest('hex')),
        review: reading.review,
        problems: reading.problems,
        numbers: reading.numbers,
      };
    case 'broken':
      throw new ProbatumError('review-damaged', { name, problem: reading.problem });
    case 'foreign':
      throw new ProbatumError('review-foreign', { name });
    case 'newer':
      throw new ProbatumError('review-newer', { name, format: reading.format });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // No UTF-8, so none of ours: read as what it is not.
    return '';
  }
}

/** @throws review-foreign for what is too large to be one, file-unreadable */
async function readWhole(path: string, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of readGiven(path)) {
      size += piece.length;
      if (size > MAX_REVIEW_BYTES) throw new ProbatumError('review-foreign', { name });
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof ProbatumError) throw error;
    const problem = error instanceof GivenFileRefused ? error.sentence : 'it could not be opened';
    throw new ProbatumError('file-unreadable', { path: name, problem }, { cause: error });
  }
  return Buffer.concat(pieces);
}
