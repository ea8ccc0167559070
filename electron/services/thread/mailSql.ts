/** Which message a document is, which ones it answers, and which exhibits of a case hang together by that. */
import { MailIds } from '../../../shared/domain/mailThread.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromFlag, fromJson, toFlag, toJson } from '../../db/rows.ts';

export function saveMailIds(db: WritableDb, sha256: string, { references, isReply, ...ids }: MailIds): void {
  db.prepare('DELETE FROM mail_reference WHERE sha256 = $sha256').run({ sha256 });
  db.prepare(`INSERT INTO mail_message (sha256, message_id, subject, is_reply, sent_at)
              VALUES ($sha256, $messageId, $subject, $isReply, $sentAt)
              ON CONFLICT (sha256) DO UPDATE SET message_id = $messageId, subject = $subject, is_reply = $isReply, sent_at = $sentAt`).run(
    { sha256, ...ids, isReply: toFlag(isReply) },
  );
  const insert = db.prepare(
    'INSERT INTO mail_reference (sha256, position, message_id) VALUES ($sha256, $position, $messageId)',
  );
  for (const [position, messageId] of references.entries()) insert.run({ sha256, position, messageId });
}

export interface MailExhibit {
  exhibitId: ExhibitId;
  number: number;
  title: string;
  withdrawn: boolean;
  ids: MailIds;
}

const select = `SELECT exhibit.id AS exhibitId, number, title, withdrawn_at IS NOT NULL AS withdrawn, mail.message_id AS messageId,
    subject, is_reply AS isReply, sent_at AS sentAt,
    (SELECT json_group_array(message_id) FROM (SELECT message_id FROM mail_reference
      WHERE mail_reference.sha256 = mail.sha256 ORDER BY position)) AS refs
  FROM mail_message mail JOIN exhibit ON exhibit.sha256 = mail.sha256`;

function toMailExhibit(row: Record<string, unknown>): MailExhibit {
  const { exhibitId, number, title, withdrawn, messageId, subject, isReply, sentAt, refs } = row;
  return {
    exhibitId: exhibitId as ExhibitId,
    number: Number(number),
    title: String(title),
    withdrawn: fromFlag(withdrawn),
    ids: MailIds.parse({ messageId, references: fromJson(refs), subject, isReply: fromFlag(isReply), sentAt }),
  };
}

export function findMailExhibit(db: ReadableDb, exhibitId: ExhibitId): MailExhibit | null {
  const row = db.prepare(`${select} WHERE exhibit.id = $exhibitId`).get({ exhibitId });
  return row ? toMailExhibit(row) : null;
}

/** Exhibits of the case that are one of these messages, or name one of them. */
export function mailNaming(db: ReadableDb, caseId: CaseId, messageIds: readonly string[], most: number): MailExhibit[] {
  return db
    .prepare(`${select} WHERE case_id = $caseId AND mail.sha256 IN (
        SELECT sha256 FROM mail_message WHERE message_id IN (SELECT value FROM json_each($ids))
        UNION SELECT sha256 FROM mail_reference WHERE message_id IN (SELECT value FROM json_each($ids)))
      ORDER BY number LIMIT $most`)
    .all({ caseId, ids: toJson(messageIds), most })
    .map(toMailExhibit);
}

export function mailWithSubject(db: ReadableDb, caseId: CaseId, subject: string): MailExhibit[] {
  return db
    .prepare(`${select} WHERE case_id = $caseId AND subject = $subject ORDER BY sent_at, number`)
    .all({ caseId, subject })
    .map(toMailExhibit);
}
