/** Remarks of readers: their words never change, only whether a thread is resolved and whether one was taken back. */
import { z } from 'zod';
import { Comment, CommentAuthor, CommentSubject, Outcome } from '../../../../shared/domain/comment.ts';
import { Instant } from '../../../../shared/kernel/dates.ts';
import { Sha256 } from '../../../../shared/kernel/digest.ts';
import { CaseId, CommentId, VaultId } from '../../../../shared/kernel/ids.ts';
import { type Concept, field, flag, plain } from './concept.ts';

export const commentConcepts: readonly Concept[] = [
  {
    kind: 'record',
    name: 'comment',
    table: 'comment',
    words: ['comment', 'comments'],
    key: [plain('id', CommentId)],
    frozen: [
      plain('case_id', CaseId),
      plain('subject_kind', CommentSubject.shape.kind),
      plain('subject_id', CommentSubject.shape.id),
      plain('page_index', CommentSubject.shape.pageIndex),
      plain('subject_name', Comment.shape.subjectName),
      plain('quote', Comment.shape.quote),
      plain('parent_id', Comment.shape.parentId),
      plain('text', Comment.shape.text),
      plain('verdict', Comment.shape.verdict),
      flag('is_dissent', Comment.shape.isDissent),
      plain('author_name', CommentAuthor.shape.name),
      plain('author_team', CommentAuthor.shape.team),
      plain('vault_id', VaultId.nullable()),
      plain('bundle_sha256', Sha256.nullable()),
      plain('written_at', Instant),
    ],
    once: [],
    fields: [
      {
        name: 'resolved',
        words: 'resolved',
        columns: [
          plain('resolved_as', Outcome.nullable()),
          plain('resolved_at', Instant.nullable()),
          plain('resolved_by', z.string().max(300).nullable()),
          plain('resolved_answer_id', CommentId.nullable()),
        ],
      },
      field(plain('withdrawn_at', Instant.nullable()), 'withdrawn'),
    ],
  },
];
