/** Passages whose words were not found in a new reading: the queue of them, and a person's word on where one stands now. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Passage } from '../../../shared/domain/passage.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import { requireCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { pagesOf, requireExhibit } from '../exhibit/index.ts';
import { placeSelection, requirePassage } from './passageService.ts';
import { passagesOfCase } from './passageSql.ts';

export function listOrphans(
  { db }: QueryContext,
  { caseId }: ParsedInputOf<'passage.orphans'>,
): OutputOf<'passage.orphans'> {
  requireCase(db, caseId);
  const cited = db.prepare(`SELECT quote FROM citation WHERE passage_id = $id AND withdrawn_at IS NULL
    UNION SELECT quote FROM statement_citation WHERE passage_id = $id AND withdrawn_at IS NULL`);
  return passagesOfCase(db, caseId, '')
    .filter(({ anchor }) => anchor === 'orphaned')
    .map(row => ({ ...row, citedWords: cited.all({ id: row.id }).map(({ quote }) => String(quote)) }));
}

/** What was cited keeps its words; the passage takes those that the person chose. */
export function reanchorPassage(
  ctx: CommandContext,
  { passageId, selection }: ParsedInputOf<'passage.reanchor'>,
): Passage {
  const passage = requirePassage(ctx.db, passageId);
  const exhibit = requireExhibit(ctx.db, passage.exhibitId);
  const page = exhibit.renditionId
    ? pagesOf(ctx.db, exhibit.renditionId, selection.pageIndex, 1).find(one => one.index === selection.pageIndex)
    : undefined;
  const placed = placeSelection(selection, exhibit, page);
  // Words that are not there would make another orphan, which nothing would tell.
  if (placed.kind === 'words' && placed.position === null)
    throw new ProbatumError('passage-not-anchored', { passageId });
  movePassage(ctx.db, {
    ...passage,
    ...placed,
    anchor: 'moved',
    pageIndex: selection.pageIndex,
  });
  ctx.custody.record({
    action: 'passage-reanchored',
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    subject: passageId,
    sha256: exhibit.sha256,
    details: { state: 'moved', by: 'a person' },
  });
  return requirePassage(ctx.db, passageId);
}

function movePassage(
  db: WritableDb,
  { id, renditionId, kind, quote, position, rects, pageIndex, pageLabel, anchor }: Passage,
): void {
  db.prepare(`UPDATE passage SET rendition_id = $renditionId, kind = $kind, exact = $exact, prefix = $prefix, suffix = $suffix,
      position_start = $start, position_end = $end, rects = $rects, page_index = $pageIndex, page_label = $pageLabel,
      anchor = $anchor WHERE id = $id`).run({
    id,
    renditionId,
    kind,
    ...quote,
    start: position?.start ?? null,
    end: position?.end ?? null,
    rects: toJson(rects),
    pageIndex,
    pageLabel,
    anchor,
  });
}
