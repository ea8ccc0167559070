import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { ThreadedExhibit } from '../../../shared/contract/thread.ts';
import type { ExtractionSummary } from '../../../shared/domain/extraction.ts';
import { mailIdsOf, mayShareThread, threadMessages } from '../../../shared/domain/mailThread.ts';
import type { Sha256 } from '../../../shared/kernel/digest.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import type { QueryContext } from '../context.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { findMailExhibit, type MailExhibit, mailNaming, mailWithSubject, saveMailIds } from './mailSql.ts';

/** A conversation that is longer is a list's archive, or made up; what is nearest to the message is shown. */
const MOST_MESSAGES = 2000;
const MOST_PROPOSED = 100;

export function keepMailIds(
  db: WritableDb,
  sha256: Sha256,
  { structure, metadata }: Pick<ExtractionSummary, 'structure' | 'metadata'>,
): void {
  const ids = mailIdsOf(structure, metadata);
  if (ids) saveMailIds(db, sha256, ids);
}

export function threadForExhibit(
  { db }: QueryContext,
  { exhibitId }: ParsedInputOf<'thread.forExhibit'>,
): OutputOf<'thread.forExhibit'> {
  const { caseId } = requireExhibit(db, exhibitId);
  const own = findMailExhibit(db, exhibitId);
  if (!own) return { lines: [], isCut: false, proposed: [], proposedCount: 0 };
  const { found, isCut } = hangingTogether(db, caseId, own);
  const lines = threadMessages([...found.values()].map(key => ({ key, ids: key.ids }))).map(entry =>
    entry.kind === 'gap'
      ? entry
      : {
          kind: entry.kind,
          depth: entry.depth,
          isSameMessage: entry.isSameMessage,
          ...toThreaded(entry.key),
        },
  );
  const proposed = mailWithSubject(db, caseId, own.ids.subject).filter(
    other => !found.has(other.exhibitId) && mayShareThread(own.ids, other.ids),
  );
  return {
    lines,
    isCut,
    proposed: proposed.slice(0, MOST_PROPOSED).map(toThreaded),
    proposedCount: proposed.length,
  };
}

/** From the message outwards, ring by ring: who is named by whom, until nobody new is. */
function hangingTogether(
  db: ReadableDb,
  caseId: CaseId,
  own: MailExhibit,
): { found: Map<ExhibitId, MailExhibit>; isCut: boolean } {
  const found = new Map([[own.exhibitId, own]]);
  const asked = new Set<string>();
  let ring = [own];
  while (ring.length > 0) {
    const ids = ring
      .flatMap(({ ids: { messageId, references } }) => [...(messageId === null ? [] : [messageId]), ...references])
      .filter(id => !asked.has(id));
    for (const id of ids) asked.add(id);
    if (ids.length === 0) break;
    const room = MOST_MESSAGES - found.size;
    ring = mailNaming(db, caseId, ids, MOST_MESSAGES + 1).filter(one => !found.has(one.exhibitId));
    for (const one of ring.slice(0, room)) found.set(one.exhibitId, one);
    if (ring.length > room) return { found, isCut: true };
  }
  return { found, isCut: false };
}

function toThreaded({ exhibitId, number, title, withdrawn, ids: { sentAt } }: MailExhibit): ThreadedExhibit {
  return { exhibitId, number, title, withdrawn, sentAt };
}
