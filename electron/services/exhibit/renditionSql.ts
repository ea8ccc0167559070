import type { ExtractedPage, ExtractionSummary } from '../../../shared/domain/extraction.ts';
import { Page, Rendition } from '../../../shared/domain/rendition.ts';
import { toIndexText } from '../../../shared/domain/text/index.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { Sha256 } from '../../../shared/kernel/digest.ts';
import type { RenditionId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

export function beginRendition(db: WritableDb, id: RenditionId, sha256: Sha256, at: Instant): void {
  db.prepare(`INSERT INTO rendition (id, sha256, engine, engine_version, made_at, page_count, metadata, outline, warnings, is_current, is_whole)
              VALUES ($id, $sha256, '', '', $at, 0, '{}', '[]', '[]', 0, 0)`).run({ id, sha256, at });
}

/**
 * The pages of a rendition are one block of ids, in their order: block · 2^20 + page index. Blocks grow with admission, also
 * while several documents are read at once, so a search walks from exhibit to exhibit by arithmetic on the ids of matching
 * pages, and never reads a page to learn whose it is. The extractor's limit of pages lies far below 2^20.
 */
const idsPerBlock = 2 ** 20;

export function blockOfPage(pageId: number): number {
  return Math.floor(pageId / idsPerBlock);
}

export function pageIdsOfBlock(block: number): { from: number; to: number } {
  return { from: block * idsPerBlock, to: (block + 1) * idsPerBlock - 1 };
}

/** Null while it has no pages. */
export function blockOfRendition(db: ReadableDb, renditionId: RenditionId): number | null {
  const row = db.prepare('SELECT id FROM page WHERE rendition_id = $renditionId LIMIT 1').get({ renditionId });
  return row ? blockOfPage(toCount(row, 'id')) : null;
}

/** Pages go in with their index entry; neither shows before the rendition is whole and current. */
export function insertPages(db: WritableDb, renditionId: RenditionId, pages: readonly ExtractedPage[]): void {
  const block =
    blockOfRendition(db, renditionId) ?? blockOfPage(toCount(db.prepare('SELECT max(id) AS n FROM page').get())) + 1;
  const { from } = pageIdsOfBlock(block);
  const insert =
    db.prepare(`INSERT INTO page (id, rendition_id, page_index, label, text, width_pt, height_pt, method, confidence,
                             sheet, words, proposed_languages)
                           VALUES ($id, $renditionId, $index, $label, $text, $widthPt, $heightPt, $method, $confidence,
                             $sheet, $words, $languages)`);
  const entry = db.prepare('INSERT INTO page_fts (rowid, text) VALUES ($rowid, $text)');
  for (const page of pages) {
    const { index, label, text, widthPt, heightPt, method, confidence, sheet, words, languages } = page;
    const id = from + index;
    insert.run({
      id,
      renditionId,
      index,
      label,
      text,
      widthPt: widthPt ?? null,
      heightPt: heightPt ?? null,
      method,
      confidence,
      sheet: sheet === null ? null : toJson(sheet),
      words: words === null ? null : toJson(words),
      languages: toJson(languages),
    });
    if (text !== '') entry.run({ rowid: id, text: toIndexText(text) });
  }
}

/** Makes it the one that is read. The one before stays, out of the search index, for the citations made on it. */
export function finishRendition(db: WritableDb, id: RenditionId, sha256: Sha256, summary: ExtractionSummary): void {
  db.prepare(`DELETE FROM page_fts WHERE rowid IN (SELECT page.id FROM page JOIN rendition ON rendition.id = rendition_id
              WHERE sha256 = $sha256 AND rendition.id <> $id)`).run({ sha256, id });
  db.prepare('UPDATE rendition SET is_current = 0 WHERE sha256 = $sha256').run({ sha256 });
  db.prepare(`UPDATE rendition SET engine = $engine, engine_version = $engineVersion, metadata = $metadata, outline = $outline, warnings = $warnings,
              structure = $structure, places = $places, remarks = $remarks,
              page_count = (SELECT count(*) FROM page WHERE rendition_id = $id), is_current = 1, is_whole = 1 WHERE id = $id`).run(
    {
      id,
      engine: summary.engine,
      engineVersion: summary.engineVersion,
      metadata: toJson(describeSummary(summary)),
      outline: toJson(summary.outline.filter(entry => entry.pageIndex !== null)),
      warnings: toJson(summary.warnings),
      structure: summary.structure === null ? null : toJson(summary.structure),
      places: toJson(summary.places),
      remarks: toJson(summary.remarks),
    },
  );
}

/** The document's own title and the languages that its script suggests stand as a proposal beside its metadata. */
function describeSummary({ title, languages, metadata }: ExtractionSummary): Record<string, string> {
  return {
    ...(title ? { title } : {}),
    ...(languages.length > 0 ? { 'proposed languages': languages.join(', ') } : {}),
    ...metadata,
  };
}

/** Drops what an extraction left that did not end. Nothing can have been cited on it. */
export function dropUnfinishedRendition(db: WritableDb, id: RenditionId): void {
  db.prepare('DELETE FROM page_fts WHERE rowid IN (SELECT id FROM page WHERE rendition_id = $id)').run({ id });
  db.prepare('DELETE FROM page WHERE rendition_id = $id').run({ id });
  db.prepare('DELETE FROM rendition WHERE id = $id AND is_whole = 0').run({ id });
}

export function unfinishedRenditions(db: ReadableDb): RenditionId[] {
  return db
    .prepare('SELECT id FROM rendition WHERE is_whole = 0')
    .all()
    .map(row => row['id'] as RenditionId);
}

export function currentRenditionOf(db: ReadableDb, sha256: string): Rendition | null {
  const row = db
    .prepare(`SELECT id, sha256, engine, engine_version AS engineVersion, made_at AS madeAt, page_count AS pageCount, metadata, outline, warnings,
                            structure, places, remarks
                          FROM rendition WHERE sha256 = $sha256 AND is_current = 1 AND is_whole = 1`)
    .get({ sha256 });
  return row
    ? Rendition.parse({
        ...row,
        metadata: fromJson(row['metadata']),
        outline: fromJson(row['outline']),
        warnings: fromJson(row['warnings']),
        structure: row['structure'] === null ? null : fromJson(row['structure']),
        places: fromJson(row['places']),
        remarks: fromJson(row['remarks']),
      })
    : null;
}

export function pagesOf(db: ReadableDb, renditionId: RenditionId, from: number, count: number): Page[] {
  return db
    .prepare(`SELECT page_index AS "index", label, text, width_pt AS widthPt, height_pt AS heightPt, method, confidence,
                       sheet, words, proposed_languages AS languages FROM page
                     WHERE rendition_id = $renditionId AND page_index >= $from ORDER BY page_index LIMIT $count`)
    .all({ renditionId, from, count })
    .map(row =>
      Page.parse({
        ...row,
        sheet: row['sheet'] === null ? null : fromJson(row['sheet']),
        words: row['words'] === null ? null : fromJson(row['words']),
        languages: fromJson(row['languages']),
      }),
    );
}

export function pageLabelsOf(db: ReadableDb, renditionId: RenditionId): (string | null)[] {
  return db
    .prepare('SELECT label FROM page WHERE rendition_id = $renditionId ORDER BY page_index')
    .all({ renditionId })
    .map(row => (row['label'] === null ? null : String(row['label'])));
}

/** True if any page has words. */
export function hasText(db: ReadableDb, renditionId: RenditionId): boolean {
  return (
    db
      .prepare(`SELECT 1 FROM page WHERE rendition_id = $renditionId AND trim(text) <> '' LIMIT 1`)
      .get({ renditionId }) !== undefined
  );
}
