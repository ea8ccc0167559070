/** Reviewers' files about the exercise bundle, or about any other. */
import {
  draftRemark,
  type RemarkDraft,
  type ReviewedBundle,
  type ReviewFile,
  type ReviewRemark,
  reviewedBundle,
} from '../../shared/domain/review.ts';
import { Instant } from '../../shared/kernel/dates.ts';
import { CITATIONS, exerciseCase } from './exerciseBundle.ts';

export const exerciseReviewer = { name: 'R. Reviewer', team: 'Example Institute' };

export function exerciseRemark(
  given: Partial<RemarkDraft>,
  bundle: ReviewedBundle = reviewedBundle(exerciseCase),
): ReviewRemark {
  return draftRemark(
    {
      subject: { kind: 'citation', id: CITATIONS.registry, pageIndex: null },
      subjectName: 'EX-0001, p. A-3',
      quote: '',
      verdict: null,
      isDissent: false,
      text: '',
      at: Instant.parse('2026-11-25T12:00:00.000Z'),
      parentId: null,
      author: exerciseReviewer,
      ...given,
    },
    bundle,
  );
}

export function exerciseReview(
  remarks: ReviewRemark[],
  bundle: ReviewedBundle = reviewedBundle(exerciseCase),
): ReviewFile {
  return { bundle, reviewer: exerciseReviewer, remarks };
}
