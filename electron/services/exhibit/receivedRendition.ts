/** A reading that came from another vault: it is the one that counts only where there is none yet. */
import type { Page, Rendition } from '../../../shared/domain/rendition.ts';
import type { WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import { beginRendition, currentRenditionOf, insertPages } from './renditionSql.ts';

const pagesAtOnce = 50;

export function insertReceivedRendition(
  db: WritableDb,
  rendition: Rendition & { isCurrent: boolean },
  pages: Iterable<Page>,
): void {
  const { id, sha256, madeAt, engine, engineVersion } = rendition;
  const counts = rendition.isCurrent && currentRenditionOf(db, sha256) === null;
  beginRendition(db, id, sha256, madeAt);
  let held: Page[] = [];
  const flush = () => {
    insertPages(db, id, held.map(toExtracted));
    held = [];
  };
  for (const page of pages) {
    held.push(page);
    if (held.length === pagesAtOnce) flush();
  }
  if (held.length > 0) flush();
  if (!counts)
    db.prepare('DELETE FROM page_fts WHERE rowid IN (SELECT id FROM page WHERE rendition_id = $id)').run({ id });
  db.prepare(`UPDATE rendition SET engine = $engine, engine_version = $engineVersion, metadata = $metadata, outline = $outline, warnings = $warnings,
    structure = $structure, places = $places, remarks = $remarks, page_count = (SELECT count(*) FROM page WHERE rendition_id = $id),
    is_current = $isCurrent, is_whole = 1 WHERE id = $id`).run({
    id,
    engine,
    engineVersion,
    metadata: toJson(rendition.metadata),
    outline: toJson(rendition.outline),
    warnings: toJson(rendition.warnings),
    structure: rendition.structure === null ? null : toJson(rendition.structure),
    places: toJson(rendition.places),
    remarks: toJson(rendition.remarks),
    isCurrent: counts ? 1 : 0,
  });
}

/** Takes a received reading out again, with its pages and their index. */
export function deleteRendition(db: WritableDb, id: string): void {
  db.prepare('DELETE FROM page_fts WHERE rowid IN (SELECT id FROM page WHERE rendition_id = $id)').run({ id });
  db.prepare('DELETE FROM page WHERE rendition_id = $id').run({ id });
  db.prepare('DELETE FROM rendition WHERE id = $id').run({ id });
}

function toExtracted({ widthPt, heightPt, ...page }: Page) {
  return { ...page, ...(widthPt === null ? {} : { widthPt }), ...(heightPt === null ? {} : { heightPt }) };
}
