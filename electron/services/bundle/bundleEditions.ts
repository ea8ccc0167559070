/** The edition that a bundle shows, in its forms, and the names of those compiled before. */
import { createHash } from 'node:crypto';
import type { BundleEdition } from '../../../shared/domain/bundle.ts';
import type { BundleFile } from '../../../shared/domain/bundle/bundleEntries.ts';
import type { ReportDocument } from '../../../shared/domain/report/index.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { type draftEdition, editionsOfCase, type Pictures, writeReport } from '../report/index.ts';
import { pictureFileName } from './bundleFigures.ts';
import { othersTurn } from './othersTurn.ts';

export type Draft = ReturnType<typeof draftEdition>;
type ReportFile = BundleFile & { bytes: Uint8Array };

/** In the forms that people read and machines parse. */
export async function reportFiles(document: ReportDocument, pictures: Pictures): Promise<ReportFile[]> {
  const without = { printPdf: null, assets: '' };
  const write = (format: 'docx' | 'html' | 'md') =>
    writeReport(
      { document, pictures, format, pictureAt: ({ numeral }) => `figures/${pictureFileName(numeral)}` },
      without,
    );
  const docx = await write('docx');
  await othersTurn();
  const html = await write('html');
  await othersTurn();
  return [
    { path: 'data/report/report.docx', bytes: docx },
    { path: 'data/report/report.html', bytes: html },
    { path: 'data/report/report.json', bytes: new TextEncoder().encode(`${canonicalJson(document as Json)}\n`) },
    { path: 'data/report/report.md', bytes: await write('md') },
  ];
}

const mediaTypes: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
};

/**
 * In the order of compiling. Earlier ones are named with their digest and do not go: they were compiled for others, and may quote
 * what stays today.
 */
export function bundleEditions(db: ReadableDb, draft: Draft, files: readonly ReportFile[]): BundleEdition[] {
  const { compiledAt, contentSha256 } = draft;
  const earlier = editionsOfCase(db, draft.caseId)
    .filter(edition => edition.compiledAt < compiledAt && edition.contentSha256 !== contentSha256)
    .reverse();
  const named = earlier.map(
    ({ id, title, compiledBy, findingCount, ...edition }, at): BundleEdition => ({
      id,
      title,
      edition: at + 1,
      compiledAt: edition.compiledAt,
      compiledBy,
      contentSha256: edition.contentSha256,
      findingCount,
      isHere: false,
      files: [],
    }),
  );
  return [
    ...named,
    {
      // Not frozen yet when this is written, and the same bundle again must have the same bytes.
      id: null,
      title: draft.title,
      edition: earlier.length + 1,
      compiledAt,
      compiledBy: draft.compiledBy,
      contentSha256,
      findingCount: draft.findingCount,
      isHere: true,
      files: files.map(({ path, bytes }) => ({
        path: path.replace(/^data\//, ''),
        mediaType: mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        sizeBytes: bytes.length,
        sha256: Sha256.parse(createHash('sha256').update(bytes).digest('hex')),
      })),
    },
  ];
}
