/** What becomes of each record of a web archive: pages of text, a part, or a line in the list. */
import { cleanLine } from '../../cleanText.ts';
import type { ExtractContext } from '../../extractor.ts';
import { findEncoding } from '../../text/encoding.ts';
import { declaredInHtml } from '../../text/htmlHead.ts';
import { splitPages } from '../../text/splitPages.ts';
import { addDataParts } from '../html.ts';
import { readWebPage } from '../html/webPage.ts';
import type { Listing } from '../listing.ts';
import { readMailDate } from '../mail/headers.ts';
import { openByteQueue } from './byteQueue.ts';
import { plainPieces } from './gunzipMembers.ts';
import { readHeaderLines } from './headerLines.ts';
import { readHttpAnswer } from './httpBody.ts';
import { partNameOf } from './partName.ts';
import type { WarcRecord } from './warcRecords.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

/** What dresses and moves a page; listed, and not taken out. */
const DRESS =
  /^(?:text\/css|font\/|application\/(?:x-)?font|application\/vnd\.ms-fontobject|(?:text|application)\/(?:x-)?(?:java|ecma)script)/;
const HTML = /^(?:text\/html|application\/xhtml\+xml)$/;
/** A page above this is taken out as a part and read by itself. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;
const MAX_INFO_BYTES = 64 * 1024;
/** Of the `warcinfo` record. */
const INFO_FIELDS: Record<string, string> = {
  software: 'software',
  operator: 'operator',
  hostname: 'host',
  ispartof: 'collection',
  description: 'description',
  'http-header-user-agent': 'userAgent',
  robots: 'robots',
  format: 'format',
};

export interface WebArchiveState {
  context: ExtractContext;
  listing: Listing;
  /** Of the next page. */
  pageIndex(): number;
  /** Beyond this, pages become parts. */
  lastTextPage: number;
  recordCount: number;
  partCount: number;
  outline: { title: string; pageIndex: number; level: number }[];
  metadata: Record<string, string>;
  captured: { first: string; last: string };
  /** Titles by address, where the archive lists its pages. */
  titles: ReadonlyMap<string, string>;
  dressCount: number;
  emptyPages: number;
  withheld: number;
  stillPacked: Set<string>;
}

interface Answer {
  address: string;
  date: string;
  status: string;
  mediaType: string;
  charset: string | undefined;
  modifiedAt: string | null;
  body: AsyncGenerator<Uint8Array>;
}

export async function takeRecord(record: WarcRecord, state: WebArchiveState): Promise<void> {
  const { headers, sizeBytes } = record;
  const type = headers.get('warc-type') ?? '';
  const date = headers.get('warc-date') ?? '';
  const address = (headers.get('warc-target-uri') ?? headers.get('warc-filename') ?? '').replace(/^<(.*)>$/, '$1');
  state.recordCount += 1;
  if (date !== '' && (state.captured.first === '' || date < state.captured.first)) state.captured.first = date;
  if (date > state.captured.last) state.captured.last = date;
  const answer = await openAnswer(record, type, address, date, state);
  if (answer !== null) await takeAnswer(answer, state);
  else if (type === 'warcinfo') await takeInfo(record, state);
  const mediaType = answer?.mediaType ?? plainType(headers.get('content-type'));
  await state.listing.add([type, date, answer?.status ?? '', mediaType, address, String(sizeBytes)]);
}

/** Null for what is no document: requests, notes of the program, answers that repeat an earlier one. */
async function openAnswer(
  record: WarcRecord,
  type: string,
  address: string,
  date: string,
  state: WebArchiveState,
): Promise<Answer | null> {
  const contentType = record.headers.get('content-type') ?? '';
  if (type === 'response' && /^application\/http\b/i.test(contentType)) {
    const { status, headers, body, undone } = await readHttpAnswer(record.body, state.context.limits);
    if (undone !== null) state.stillPacked.add(cleanLine(undone, 40));
    const sent = headers.get('content-type') ?? '';
    return {
      address,
      date,
      status,
      // What cannot be unpacked is no page and no picture.
      mediaType: undone === null ? plainType(sent) : 'application/octet-stream',
      charset: charsetOf(sent),
      modifiedAt: readMailDate(headers.get('last-modified')) ?? (date || null),
      body,
    };
  }
  if (type !== 'response' && type !== 'resource' && type !== 'conversion') return null;
  const mediaType = plainType(contentType);
  return {
    address,
    date,
    status: '',
    mediaType,
    charset: charsetOf(contentType),
    modifiedAt: date || null,
    body: record.body,
  };
}

async function takeAnswer(answer: Answer, state: WebArchiveState): Promise<void> {
  if (DRESS.test(answer.mediaType)) {
    state.dressCount += 1;
    return;
  }
  if (!HTML.test(answer.mediaType) || state.pageIndex() >= state.lastTextPage) return takePart(answer, [], state);
  const held: Uint8Array[] = [];
  let heldBytes = 0;
  for (let next = await answer.body.next(); !next.done; next = await answer.body.next()) {
    held.push(next.value.slice());
    heldBytes += next.value.byteLength;
    if (heldBytes > MAX_PAGE_BYTES) return takePart(answer, held, state);
  }
  if (heldBytes > 0) await takePage(answer, joinBytes(held), state);
}

async function takePage(answer: Answer, bytes: Uint8Array, state: WebArchiveState): Promise<void> {
  const { context } = state;
  const encoding = findEncoding(bytes, answer.charset ?? declaredInHtml(bytes), context.encoding);
  const page = readWebPage(encoding.decode(bytes));
  const title = page.head.title || state.titles.get(answer.address) || '';
  if (page.text.trim() === '') {
    state.emptyPages += 1;
    return;
  }
  const lines = [
    `Address: ${cleanLine(answer.address, 4000)}`,
    answer.date === '' ? '' : `Captured: ${cleanLine(answer.date, 60)}`,
    answer.status === '' || answer.status === '200' ? '' : `Status: ${answer.status}`,
    title === '' ? '' : `Title: ${cleanLine(title, 1000)}`,
  ].filter(line => line !== '');
  if (state.outline.length < 10_000)
    state.outline.push({ title: cleanLine(title || answer.address, 1000), pageIndex: state.pageIndex(), level: 0 });
  for (const text of splitPages(`${lines.join('\n')}\n\n${page.text}`))
    await context.addPage({ text, label: cleanLine(answer.address, 100) });
  const room = context.limits.maxParts - state.partCount;
  if (context.depth < context.limits.maxNestingDepth) {
    await addDataParts(page.parts.slice(0, room), context);
    state.partCount += Math.min(room, page.parts.length);
  }
}

async function takePart(answer: Answer, held: Uint8Array[], state: WebArchiveState): Promise<void> {
  const { context } = state;
  const first = held.length > 0 ? undefined : await answer.body.next();
  if (first?.done === true) return;
  if (first !== undefined) held.push(first.value.slice());
  if (context.depth >= context.limits.maxNestingDepth || state.partCount >= context.limits.maxParts) {
    state.withheld += 1;
    return;
  }
  state.partCount += 1;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield* held;
    yield* answer.body;
  }
  await context.addPart({
    name: partNameOf(answer.address, answer.mediaType),
    mediaType: answer.mediaType,
    disposition: 'member',
    modifiedAt: answer.modifiedAt,
    bytes: bytes(),
  });
}

async function takeInfo(record: WarcRecord, state: WebArchiveState): Promise<void> {
  if (record.sizeBytes > MAX_INFO_BYTES) return;
  const fields = await readHeaderLines(openByteQueue(plainPieces(record.body)));
  for (const [field, key] of Object.entries(INFO_FIELDS)) {
    const value = fields.get(field);
    if (value !== undefined) state.metadata[key] ??= value;
  }
  const date = record.headers.get('warc-date');
  if (date !== undefined) state.metadata.createdAt ??= date;
}

function plainType(contentType: string | undefined): string {
  return (contentType ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}

function charsetOf(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
}
