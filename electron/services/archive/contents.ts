/** Documents and their readings as an archive carries them: bytes as admitted, and each reading as lines, its pages in order. */
import { z } from 'zod';
import { Page, Rendition } from '../../../shared/domain/rendition.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { RenditionId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';
import { pagesOf } from '../exhibit/index.ts';

/** The first line of `data/renditions/<id>.jsonl`; each further line is a page. */
export const RenditionHead = Rendition.extend({
  /** What the document is like, for finding near copies; null where it was not reckoned. */
  likeness: z.object({ textSketch: z.base64().nullable(), pictureHash: z.string().nullable() }).nullable(),
  isCurrent: z.boolean(),
});
export type RenditionHead = z.infer<typeof RenditionHead>;
export { Page as RenditionPage };

export interface DocumentToGo {
  sha256: string;
  sizeBytes: number;
  mediaType: string;
}

export function documentsOf(db: ReadableDb, exhibits: Iterable<string>): DocumentToGo[] {
  return db
    .prepare(`SELECT DISTINCT document.sha256, size_bytes AS sizeBytes, media_type AS mediaType FROM json_each($ids) wanted
      JOIN exhibit ON exhibit.id = wanted.value JOIN document USING (sha256) ORDER BY document.sha256`)
    .all({ ids: toJson([...exhibits]) })
    .map(row => ({
      sha256: String(row['sha256']),
      sizeBytes: Number(row['sizeBytes']),
      mediaType: String(row['mediaType']),
    }));
}

/** The reading that counts, and the older ones that passages were marked on. */
export function renditionsOf(db: ReadableDb, exhibits: Iterable<string>): RenditionId[] {
  return db
    .prepare(`SELECT DISTINCT rendition.id FROM json_each($ids) wanted JOIN exhibit ON exhibit.id = wanted.value
      JOIN rendition USING (sha256) WHERE is_whole = 1
        AND (is_current = 1 OR rendition.id IN (SELECT rendition_id FROM passage WHERE passage.exhibit_id = exhibit.id)) ORDER BY rendition.id`)
    .all({ ids: toJson([...exhibits]) })
    .map(row => RenditionId.parse(row['id']));
}

/** What leaves is compared with the digest on record once more: a damaged vault must not send damaged evidence. */
export function requireDigest(expected: string, found: string): void {
  if (found !== expected) throw new ProbatumError('digest-mismatch', { what: 'A document', expected, found });
}

const pagesAtOnce = 50;

export async function* renditionLines(db: ReadableDb, id: RenditionId): AsyncGenerator<Uint8Array> {
  const { sha256, textSketch, pictureHash, isCurrent, ...row } =
    db
      .prepare(`SELECT rendition.id, rendition.sha256, engine, engine_version AS engineVersion, made_at AS madeAt, page_count AS pageCount, metadata, outline,
          warnings, structure, places, remarks, text_sketch AS textSketch, picture_hash AS pictureHash, is_current AS isCurrent
        FROM rendition LEFT JOIN likeness ON likeness.sha256 = rendition.sha256 WHERE rendition.id = $id`)
      .get({ id }) ?? {};
  const head = RenditionHead.parse({
    ...row,
    sha256,
    isCurrent: isCurrent === 1,
    metadata: fromJson(row['metadata']),
    outline: fromJson(row['outline']),
    warnings: fromJson(row['warnings']),
    structure: fromJson(row['structure']),
    places: fromJson(row['places']),
    remarks: fromJson(row['remarks']),
    likeness:
      textSketch === null && pictureHash === null
        ? null
        : {
            textSketch: textSketch instanceof Uint8Array ? Buffer.from(textSketch).toString('base64') : null,
            pictureHash,
          },
  });
  yield line(head);
  for (let from = 0; from < head.pageCount; from += pagesAtOnce) {
    const pages = pagesOf(db, id, from, pagesAtOnce);
    if (pages.length === 0) break;
    yield Buffer.concat(pages.map(line));
  }
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
