/** The job that exports a bundle: gathers, writes the bag aside, records who got it and why, then gives it its name. */
import { createHash } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { ReportSelection } from '../../../shared/contract/report.ts';
import { type BundleFile, bundleEntries, type BundleParts } from '../../../shared/domain/bundle/bundleEntries.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ReportDocument } from '../../../shared/domain/report/index.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { EditionId } from '../../../shared/kernel/ids.ts';
import { OUR_AGENT, writeBag, type WrittenBag } from '../../bag/index.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import {
  asidePath,
  compilationNow,
  draftEdition,
  editionsOfCase,
  freezeEdition,
  type Pictures,
  pictureFor,
  picturesOf,
  removeOnFailure,
  writeReport,
} from '../report/index.ts';
import { bundleParts } from './bundleParts.ts';
import { bundleFigures, pictureFileName } from './bundleFigures.ts';
import { custodyOfBundle } from './custodyOfBundle.ts';
import { type GatheredBundle, gatherBundle } from './gatherBundle.ts';
import { makeBundleCase } from './makeBundleCase.ts';
import { preFlightOfBundle } from './preFlightOfBundle.ts';

export const ExportInput = ReportSelection.extend({ path: z.string(), recipient: z.string(), reason: z.string() });
export type ExportInput = z.infer<typeof ExportInput>;

export interface Exported {
  editionId: EditionId;
  path: string;
  sha256: Sha256;
  sizeBytes: number;
  exhibits: number;
  withheld: number;
}

export const exportBundle: Job<ExportInput, Exported> = async (ctx, { path, recipient, reason, ...selection }) => {
  ctx.report({ done: 0, total: null, unit: 'exhibit', note: 'gathering findings and exhibits' });
  const gathered = gatherBundle(ctx.query().db, selection, compilationNow(ctx.query()));
  requireNoStop(ctx, gathered);
  const draft = draftEdition(ctx.query().db, gathered);
  const aside = asidePath(path);
  return removeOnFailure(
    aside,
    async () => {
      const written = await writeBag(await bagOf(ctx, gathered, draft.document, aside));
      ctx.signal.throwIfAborted();
      const exported = record(ctx, gathered, draft, written, { path, recipient, reason });
      await rename(aside, path);
      ctx.announce('report', 'bundle', 'custody', 'exhibit');
      return exported;
    },
    path,
  );
};

/** The window shows what stops an export before it starts; the command line learns it here. */
function requireNoStop(ctx: JobContext, gathered: GatheredBundle): void {
  const stop = preFlightOfBundle(ctx.query().db, gathered).concerns.find(concern => concern.severity === 'stop');
  if (stop) throw new ProbatumError('invalid-input', { operation: 'bundle.export', problem: stop.sentence });
}

async function bagOf(ctx: JobContext, gathered: GatheredBundle, document: ReportDocument, out: string) {
  const { db } = ctx.query();
  const { masthead } = document;
  const custody = custodyOfBundle(db, gathered);
  const pictures = picturesOf(db, document);
  const figures = bundleFigures(document, pictures);
  const files = await reportFiles(document, pictures);
  const docx = files.find(file => file.path.endsWith('.docx'))?.bytes ?? new Uint8Array(0);
  const edition = editionNumber(ctx, gathered, document);
  const bundle = makeBundleCase(db, gathered, {
    exportedAt: masthead.compiledAt,
    custody,
    figures: figures.map(({ figure }) => figure),
    reports: [
      {
        title: masthead.title,
        edition,
        compiledAt: masthead.compiledAt,
        sha256: Sha256.parse(createHash('sha256').update(docx).digest('hex')),
      },
    ],
  });
  const ids = new Map(figures.map(({ figure, figureId }) => [figure.numeral, figureId]));
  const parts = await bundleParts(ctx, {
    exhibits: gathered.going,
    custody,
    pictureOf: ({ numeral }) => pictureFor(pictures, ids.get(numeral) ?? ''),
  });
  return {
    out,
    name: bagName(masthead.reference),
    info: {
      'External-Identifier': masthead.reference,
      'External-Description': masthead.exercise ? `${masthead.title}. ${masthead.exercise}` : masthead.title,
      // The day of the edition, not of the export: the same content makes the same bytes.
      'Bagging-Date': masthead.compiledAt.slice(0, 10),
      'Bag-Software-Agent': OUR_AGENT,
    },
    entries: inOrder(bundleEntries(bundle, counting(ctx, parts, gathered.going.length)), files),
    signal: ctx.signal,
  };
}

/** The report in the forms that people read and machines parse; the digest of the Word file is the one that case.json names. */
async function reportFiles(
  document: ReportDocument,
  pictures: Pictures,
): Promise<(BundleFile & { bytes: Uint8Array })[]> {
  const without = { printPdf: null, assets: '' };
  const write = (format: 'docx' | 'html' | 'md') =>
    writeReport(
      { document, pictures, format, pictureAt: ({ numeral }) => `figures/${pictureFileName(numeral)}` },
      without,
    );
  return [
    { path: 'data/report/report.docx', bytes: await write('docx') },
    { path: 'data/report/report.html', bytes: await write('html') },
    { path: 'data/report/report.json', bytes: new TextEncoder().encode(`${canonicalJson(document as Json)}\n`) },
    { path: 'data/report/report.md', bytes: await write('md') },
  ];
}

/** Both sorted by path; so is what comes out. */
async function* inOrder(entries: AsyncIterable<BundleFile>, files: readonly BundleFile[]): AsyncGenerator<BundleFile> {
  const waiting = [...files];
  for await (const entry of entries) {
    while (waiting[0] && waiting[0].path < entry.path) yield waiting.shift() as BundleFile;
    yield entry;
  }
  yield* waiting;
}

/** Counted from 1 through the editions of the case, in the order in which they were compiled. */
function editionNumber(ctx: JobContext, { input }: GatheredBundle, { masthead }: ReportDocument): number {
  return (
    editionsOfCase(ctx.query().db, input.case.id).filter(edition => edition.compiledAt < masthead.compiledAt).length + 1
  );
}

function counting(ctx: JobContext, parts: BundleParts, total: number): BundleParts {
  const done = new Set<string>();
  return {
    ...parts,
    readExhibit: exhibit => {
      done.add(exhibit.number);
      ctx.report({ done: done.size, total, unit: 'exhibit', note: exhibit.number });
      return parts.readExhibit(exhibit);
    },
  };
}

/** A folder's name on every system, whatever the team writes as a reference. */
function bagName(reference: string): string {
  const plain = reference
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return `probatum-${plain || 'bundle'}`;
}

function record(
  ctx: JobContext,
  { input, going, withheld }: GatheredBundle,
  draft: Parameters<typeof freezeEdition>[1],
  written: WrittenBag,
  given: Pick<ExportInput, 'path' | 'recipient' | 'reason'>,
): Exported {
  const sha256 = Sha256.parse(written.sha256OfZip);
  const list = going.map(exhibit => `${exhibit.sha256}  ${exhibitNumber(exhibit.number)}\n`).join('');
  const editionId = ctx.write(command => {
    const { id, contentSha256 } = freezeEdition(command, draft);
    command.custody.record({
      action: 'bundle-exported',
      caseId: input.case.id,
      subject: basename(given.path),
      sha256,
      details: {
        recipient: given.recipient,
        reason: given.reason,
        exhibits: String(going.length),
        withheld: String(withheld.length),
        // The SHA-256 of the list "digest, two spaces, number", one exhibit a line.
        list: createHash('sha256').update(list).digest('hex'),
        edition: id,
        content: contentSha256,
      },
    });
    return id;
  });
  return {
    editionId,
    path: given.path,
    sha256,
    sizeBytes: written.sizeBytes,
    exhibits: going.length,
    withheld: withheld.length,
  };
}
