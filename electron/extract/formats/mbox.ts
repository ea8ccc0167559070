/** Mailboxes (mbox), as a stream: each message becomes a part, and the mailbox's own pages list them. */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor, ExtractorResult } from '../extractor.ts';
import { openListing } from './listing.ts';
import { readHead, readMailDate, safeName } from './mail/headers.ts';
import { type MboxEvent, readMbox } from './mbox/mboxLines.ts';

/** Of each message so much is held, to read its headers; the rest streams by. */
const HEAD_BYTES = 64 * 1024;
const COLUMNS = ['Number', 'Date', 'From', 'To', 'Subject', 'Size'];

export const extractMbox: Extractor = async context => {
  const listing = openListing('Messages', COLUMNS, context.addPage);
  // Subtle: only in this form is a quoted line told from one that was so in the message; others stay as they are stored.
  const unquote = /\.mboxrd$/i.test(context.fileName);
  const isTooDeep = context.depth >= context.limits.maxNestingDepth;
  const events = readMbox(chunksOf(context))[Symbol.asyncIterator]();
  let count = 0;
  let partCount = 0;
  let next = await events.next();
  while (!next.done) {
    if (next.value.kind !== 'message') {
      next = await events.next();
      continue;
    }
    count += 1;
    const { envelope } = next.value;
    const message = openMessage(events, unquote);
    const head = readHead(await message.head());
    const subject = head.get('subject') ?? '';
    if (!isTooDeep && partCount < context.limits.maxParts) {
      partCount += 1;
      await context.addPart({
        name: `${String(count).padStart(4, '0')} ${safeName(subject) || 'without subject'}.eml`,
        mediaType: 'message/rfc822',
        disposition: 'member',
        modifiedAt: readMailDate(head.get('date')),
        bytes: message.bytes(),
      });
    }
    // What nobody took is read past.
    next = await message.finish();
    const sender = head.get('from') ?? /^From (\S+)/.exec(envelope)?.[1] ?? '';
    await listing.add([
      String(count),
      head.get('date') ?? '',
      sender,
      head.get('to') ?? '',
      subject,
      String(message.sizeBytes()),
    ]);
  }
  if (count === 0) throw new ExtractionFailure('unreadable', 'No message was found in this mailbox.');
  await listing.end();
  if (isTooDeep)
    context.warn(`The mailbox lies ${context.depth} levels deep in other documents; its messages were not taken out.`);
  return {
    engine: 'probatum-mbox',
    engineVersion: '1',
    metadata: { messages: String(count) },
    structure: { kind: 'archive', format: 'mbox', memberCount: count, leftOut: leftOut(count, partCount, isTooDeep) },
  } satisfies ExtractorResult;
};

function leftOut(count: number, partCount: number, isTooDeep: boolean): { name: string; reason: string }[] {
  if (partCount === count) return [];
  const reason = isTooDeep
    ? 'The mailbox lies too deep in other documents; its messages are listed only.'
    : `Only ${partCount} messages are taken out of one mailbox; the others are listed only.`;
  return [{ name: `messages ${partCount + 1} to ${count}`, reason }];
}

async function* chunksOf(context: ExtractContext): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of context.source.chunks()) yield bytes;
}

/** One message out of the events; its beginning can be looked at before the whole of it is taken. */
function openMessage(events: AsyncIterator<MboxEvent>, unquote: boolean) {
  const held: Uint8Array[] = [];
  let heldBytes = 0;
  let sizeBytes = 0;
  let following: IteratorResult<MboxEvent> | undefined;

  async function pull(): Promise<Uint8Array | null> {
    if (following !== undefined) return null;
    const event = await events.next();
    if (event.done || event.value.kind === 'message') {
      following = event;
      return null;
    }
    const bytes = unquote ? unquoteLines(event.value.bytes) : event.value.bytes;
    sizeBytes += bytes.byteLength;
    return bytes;
  }

  return {
    async head(): Promise<Uint8Array> {
      while (heldBytes < HEAD_BYTES) {
        const bytes = await pull();
        if (bytes === null) break;
        held.push(bytes.slice());
        heldBytes += bytes.byteLength;
      }
      const head = new Uint8Array(Math.min(heldBytes, HEAD_BYTES));
      let at = 0;
      for (const piece of held) {
        head.set(piece.subarray(0, head.byteLength - at), at);
        at += Math.min(piece.byteLength, head.byteLength - at);
      }
      return head;
    },
    async *bytes(): AsyncGenerator<Uint8Array> {
      yield* held;
      for (let bytes = await pull(); bytes !== null; bytes = await pull()) yield bytes;
    },
    async finish(): Promise<IteratorResult<MboxEvent>> {
      while (following === undefined) await pull();
      return following;
    },
    sizeBytes: () => sizeBytes,
  };
}

/** Takes one `>` off each line that begins with some and "From ". Pieces end with whole lines, overlong ones apart. */
function unquoteLines(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.byteLength);
  let length = 0;
  for (let at = 0; at < bytes.byteLength; ) {
    const feed = bytes.indexOf(0x0a, at);
    const next = feed < 0 ? bytes.byteLength : feed + 1;
    const from = isQuoted(bytes, at) ? at + 1 : at;
    out.set(bytes.subarray(from, next), length);
    length += next - from;
    at = next;
  }
  return out.subarray(0, length);
}

function isQuoted(bytes: Uint8Array, at: number): boolean {
  let after = at;
  while (bytes[after] === 0x3e) after += 1;
  return after > at && [0x46, 0x72, 0x6f, 0x6d, 0x20].every((byte, index) => bytes[after + index] === byte);
}
