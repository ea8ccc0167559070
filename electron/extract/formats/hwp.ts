/**
 * Hangul documents (HWP 5, the Korean office's own format), read by the published specification; those for distribution
 * too. Where the text itself cannot be read, the preview that Hangul keeps beside it is shown, and said to be that.
 */
import { type CompoundFile, openCompoundFile } from '../cfb.ts';
import { viewOf } from '../cfbSectors.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { addBinaryData, recordsOf } from './hwp/binaryData.ts';
import { openDistributed } from './hwp/distribution.ts';
import { isOldHangul, readOldHangul } from './hwp/oldHangul.ts';
import { type HwpRecord, parseRecords, TAG } from './hwp/records.ts';
import { openStories, readSection, type SectionStories } from './hwp/section.ts';
import { commentLines, openRemarkList } from './office/remarkList.ts';
import { type BoundedInflater, openInflater } from './ole/inflate.ts';
import { readProperties } from './ole/propertySets.ts';

const ENGINE = { engine: 'probatum-hwp', engineVersion: '1' };
const VERSION_AT = 32;
const FLAGS_AT = 36;
const HEADER_BYTES = 40;

interface Header {
  version: string;
  isPacked: boolean;
  isForDistribution: boolean;
  hasScript: boolean;
}

export const extractHwp: Extractor = async context => {
  const head = await context.source.read(0, 64);
  if (isOldHangul(head)) return { ...ENGINE, ...(await readOldHangul(context)) };
  const file = await openCompoundFile(context.source, context.warn);
  const header = await readHeader(file);
  const inflater = openInflater(context.limits);
  const stories = openStories();
  const body = await readBody(file, header, { context, inflater, stories });
  const remarks = openRemarkList(context.warn);
  for (const comment of stories.comments) remarks.add('comment', '', '', comment);
  const text =
    body === null
      ? await previewText(file, context)
      : [
          [...stories.headers].join('\n'),
          body,
          stories.footnotes.join('\n'),
          stories.endnotes.join('\n'),
          commentLines(remarks.result()).join('\n'),
          [...stories.footers].join('\n'),
        ]
          .filter(part => part.trim() !== '')
          .join('\n\n');
  for (const page of splitPages(text)) await context.addPage({ text: page });
  const docInfo = await readDocInfo(file, header, { context, inflater });
  if (!recordsOf(docInfo, TAG.trackedChange).next().done) {
    context.warn('The document holds tracked changes; deleted and inserted words stand in the text alike.');
  }
  if (header.hasScript) context.warn('The document holds a script, which was not run.');
  await addBinaryData(file, docInfo, { context, inflater, isPacked: header.isPacked });
  const { title, ...metadata } = await readProperties(file);
  return {
    ...ENGINE,
    title,
    metadata: {
      ...metadata,
      formatVersion: header.version,
      comments: remarks.count('comment') > 0 ? String(remarks.count('comment')) : undefined,
      protection: header.isForDistribution ? 'for distribution only: not to be changed' : undefined,
    },
    remarks: remarks.result(),
  };
};

async function readHeader(file: CompoundFile): Promise<Header> {
  const stream = file.find('FileHeader');
  const bytes = stream === undefined ? new Uint8Array(0) : await file.read(stream);
  if (bytes.byteLength < HEADER_BYTES) {
    throw new ExtractionFailure('unreadable', 'The Hangul document is damaged: its header is missing.');
  }
  const flags = viewOf(bytes).getUint32(FLAGS_AT, true);
  const has = (bit: number) => (flags & (1 << bit)) !== 0;
  if (has(1)) {
    throw new ExtractionFailure(
      'password-needed',
      'The document is protected by a password of Hangul, which is not supported; ask for an unprotected copy.',
    );
  }
  if (has(4) || has(8) || has(10)) {
    throw new ExtractionFailure(
      'password-needed',
      'The document is protected by rights management or a certificate, not by a password; ask for an unprotected copy.',
    );
  }
  const [revision, patch, minor, major] = bytes.subarray(VERSION_AT, VERSION_AT + 4);
  return {
    version: [major, minor, patch, revision].join('.'),
    isPacked: has(0),
    isForDistribution: has(2),
    hasScript: has(3),
  };
}

interface Reading {
  context: ExtractContext;
  inflater: BoundedInflater;
  stories: SectionStories;
}

/** Null where no section can be read. */
async function readBody(file: CompoundFile, header: Header, reading: Reading): Promise<string | null> {
  const { context, stories } = reading;
  const storage = file.find(header.isForDistribution ? 'ViewText' : 'BodyText');
  const sections = (storage?.children ?? [])
    .filter(({ name }) => /^Section\d+$/i.test(name))
    .sort((a, b) => Number(a.name.slice(7)) - Number(b.name.slice(7)));
  const texts: string[] = [];
  for (const [index, section] of sections.entries()) {
    const what = `Section ${index + 1} of the document`;
    try {
      const raw = await file.read(section);
      const packed = header.isForDistribution ? await openDistributed(raw) : raw;
      const records = parseRecords(unpack(packed, header, reading, what), () =>
        context.warn(`${what} ends in the middle; what follows is missing.`),
      );
      if (records.length > 0) texts.push(readSection(records, stories));
      else context.warn(`${what} is damaged and was not read.`);
    } catch (error) {
      if (error instanceof ExtractionFailure && error.problem.code === 'too-large') throw error;
      context.warn(`${what} is damaged and was not read.`);
    }
  }
  // A section begins on a page of its own.
  return texts.length === 0 ? null : texts.join('\f');
}

async function readDocInfo(
  file: CompoundFile,
  header: Header,
  reading: Omit<Reading, 'stories'>,
): Promise<HwpRecord[]> {
  const stream = file.find('DocInfo');
  if (stream === undefined) return [];
  return parseRecords(unpack(await file.read(stream), header, reading, 'The list of embedded files'), () => {});
}

function unpack(
  packed: Uint8Array,
  header: Header,
  { context, inflater }: Omit<Reading, 'stories'>,
  what: string,
): Uint8Array {
  if (!header.isPacked) return packed;
  const { bytes, isDamaged } = inflater.inflate(packed);
  if (isDamaged) context.warn(`${what} is damaged; it was read as far as it goes.`);
  return bytes;
}

/** About the first page, without notes and tables. */
async function previewText(file: CompoundFile, { warn }: ExtractContext): Promise<string> {
  const stream = file.find('PrvText');
  if (stream === undefined) {
    throw new ExtractionFailure('unreadable', 'The Hangul document is damaged: its text cannot be read.');
  }
  warn('The text of the document cannot be read. Shown is its preview, which holds only the beginning.');
  return new TextDecoder('utf-16le').decode(await file.read(stream));
}
