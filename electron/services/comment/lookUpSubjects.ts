/** What the comments of a case speak of, as it stands now. A hundred remarks on one finding look it up once. */
import type { SubjectNow } from '../../../shared/contract/comment.ts';
import type { Comment, CommentSubject } from '../../../shared/domain/comment.ts';
import { standingOf } from '../../../shared/domain/commentState.ts';
import { NameConcealer } from '../../../shared/domain/report/index.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { confidentialSources } from '../source/index.ts';
import { findSubject, type FoundSubject, subjectGone } from './subjectSql.ts';

export interface SubjectLookUp {
  find(subject: CommentSubject): FoundSubject | null;
  /** With what became of it since it was commented on. */
  now(comment: Pick<Comment, 'subject' | 'subjectName' | 'quote'>): SubjectNow;
}

export function lookUpSubjects(db: ReadableDb, caseId: CaseId): SubjectLookUp {
  const found = new Map<string, FoundSubject | null>();
  const find = (subject: CommentSubject): FoundSubject | null => {
    const key = JSON.stringify([subject.kind, subject.id, subject.pageIndex]);
    const known = found.get(key);
    if (known !== undefined) return known;
    const looked = findSubject(db, caseId, subject);
    found.set(key, looked);
    return looked;
  };
  const concealer = new NameConcealer(confidentialSources(db));
  return {
    find,
    now: comment => {
      const subject = find(comment.subject);
      if (!subject) return { ...subjectGone(comment.subjectName), standing: 'gone', words: '' };
      const { now, words, isWithdrawn } = subject;
      // A reviewer saw what a bundle prints: code names where sources are confidential.
      const standing = standingOf(comment, { isWithdrawn, forms: [words, concealer.conceal(words)] });
      return { ...now, standing, words: standing === 'changed' ? words : '' };
    },
  };
}
