/**
 * Web archives (WARC, WACZ): every record is listed, the words of each web page become pages named by their address, and
 * other documents become parts. Read piece by piece and without a network.
 */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor, ExtractorResult } from '../extractor.ts';
import { readZipDirectory } from '../zipDirectory.ts';
import { openListing } from './listing.ts';
import { openByteQueue } from './webArchive/byteQueue.ts';
import { gunzipMembers, plainPieces } from './webArchive/gunzipMembers.ts';
import { takeRecord, type WebArchiveState } from './webArchive/takeRecords.ts';
import { checkDigests, readDataPackage, readListedPages } from './webArchive/waczPackage.ts';
import { openWarc } from './webArchive/warcRecords.ts';
import { readZipMember } from './webArchive/zipMembers.ts';

const ENGINE = { engine: 'probatum-web-archive', engineVersion: '1' };
const COLUMNS = ['Type', 'Date', 'Status', 'Media type', 'Address', 'Size'];
const WEB_ARCHIVE = /^archive\/.*\.warc(?:\.gz)?$/i;

export const extractWarc: Extractor = async context => {
  const state = openState(context, new Map());
  await readArchive(chunksOf(context), context.detected.suffixHint === 'warc.gz', state);
  if (state.recordCount === 0) throw new ExtractionFailure('unreadable', 'No record was found in this web archive.');
  return finish(state, 'warc', null);
};

export const extractWacz: Extractor = async context => {
  const entries = await readZipDirectory(context.source);
  const described = await readDataPackage(entries, context);
  const pages = await readListedPages(entries, context);
  const state = openState(context, new Map(pages.map(({ address, title }) => [address, title])));
  const archives = entries.filter(({ name }) => WEB_ARCHIVE.test(name));
  if (archives.length === 0) throw new ExtractionFailure('unreadable', 'The document holds no web archive.');
  if (pages.length > 0) {
    const listed = openListing('Pages', ['Date', 'Title', 'Address'], state.context.addPage);
    for (const { date, title, address } of pages) await listed.add([date, title, address]);
    await listed.end();
  }
  for (const entry of archives) {
    const bytes = readZipMember(context.source, entry, context.limits);
    await readArchive(bytes, /\.gz$/i.test(entry.name), state);
  }
  if (described === null) context.warn('The package does not describe itself; its digests could not be checked.');
  else {
    const { checked, wrong } = await checkDigests(described, entries, context);
    state.metadata.digestsChecked = String(checked);
    for (const sentence of wrong.slice(0, 20))
      context.warn(`The package does not hold what it says of itself: ${sentence}.`);
  }
  return finish(state, 'wacz', described?.title ?? null, {
    description: described?.description,
    software: described?.software,
    createdAt: described?.created,
    modifiedAt: described?.modified,
    mainPage: described?.mainPageUrl,
    mainPageDate: described?.mainPageDate,
    waczVersion: described?.wacz_version,
  });
};

function openState(given: ExtractContext, titles: ReadonlyMap<string, string>): WebArchiveState {
  let pages = 0;
  const context: ExtractContext = {
    ...given,
    addPage: page => {
      pages += 1;
      return given.addPage(page);
    },
  };
  const outline: WebArchiveState['outline'] = [];
  return {
    context,
    titles,
    outline,
    listing: openListing('Records', COLUMNS, context.addPage, () => {
      if (!outline.some(({ title }) => title === 'Records'))
        outline.push({ title: 'Records', pageIndex: pages, level: 0 });
    }),
    pageIndex: () => pages,
    // Room is kept for the list of records, which is never cut short.
    lastTextPage: Math.floor(given.limits.maxPages / 2),
    recordCount: 0,
    partCount: 0,
    metadata: {},
    captured: { first: '', last: '' },
    dressCount: 0,
    emptyPages: 0,
    withheld: 0,
    stillPacked: new Set(),
  };
}

async function readArchive(
  chunks: AsyncIterable<Uint8Array>,
  isPacked: boolean,
  state: WebArchiveState,
): Promise<void> {
  const { context } = state;
  const pieces = isPacked
    ? gunzipMembers(chunks, context.limits, () =>
        context.warn('The compression of the web archive is damaged or breaks off; what comes before that was read.'),
      )
    : plainPieces(chunks);
  const warc = openWarc(openByteQueue(pieces));
  for await (const record of warc.records()) await takeRecord(record, state);
  const cut = warc.cutRecords();
  if (cut > 0) context.warn(`${cut} records are shorter than they say; what there is of them was read.`);
  const stray = warc.strayRuns();
  if (stray > 0)
    context.warn(`The web archive is damaged in ${stray} places between its records; what stands there was not read.`);
  const { wrong, right } = warc.digests();
  if (wrong > 0)
    context.warn(
      `${wrong} of ${wrong + right} records are not what their own digests say: they were changed or damaged.`,
    );
}

async function finish(
  state: WebArchiveState,
  format: string,
  title: string | null,
  more: Record<string, string | undefined> = {},
): Promise<ExtractorResult> {
  await state.listing.end();
  const { context, recordCount, captured, emptyPages, stillPacked } = state;
  if (emptyPages > 0)
    context.warn(
      `${emptyPages} web pages hold no words of their own, as those that scripts draw; they are listed only.`,
    );
  if (stillPacked.size > 0)
    context.warn(
      `Some files are compressed with ${[...stillPacked].join(', ')}, which cannot be undone here; they are kept as sent.`,
    );
  return {
    ...ENGINE,
    title,
    outline: [...state.outline].sort((a, b) => a.pageIndex - b.pageIndex),
    metadata: {
      ...state.metadata,
      ...more,
      records: String(recordCount),
      firstCapture: captured.first,
      lastCapture: captured.last,
    },
    structure: { kind: 'archive', format, memberCount: recordCount, leftOut: leftOutOf(state) },
  };
}

function leftOutOf({ dressCount, withheld, context }: WebArchiveState): { name: string; reason: string }[] {
  const left: { name: string; reason: string }[] = [];
  if (dressCount > 0)
    left.push({
      name: `${dressCount} style sheets, scripts and fonts`,
      reason: 'They dress pages and say nothing; they are listed only.',
    });
  if (withheld > 0) {
    const reason =
      context.depth >= context.limits.maxNestingDepth
        ? 'The web archive lies too deep in other documents; they are listed only.'
        : `Only ${context.limits.maxParts} files are taken out of one web archive; these are listed only.`;
    left.push({ name: `${withheld} files`, reason });
  }
  return left;
}

async function* chunksOf(context: ExtractContext): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of context.source.chunks()) yield bytes;
}
