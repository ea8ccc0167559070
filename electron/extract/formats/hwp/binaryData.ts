/** What lies inside a Hangul document beside its text: pictures, objects of other programs, and links to files elsewhere. */
import type { CompoundFile } from '../../cfb.ts';
import { sameName } from '../../cfb.ts';
import { viewOf } from '../../cfbSectors.ts';
import type { ExtractContext } from '../../extractor.ts';
import { addEmbeddedFiles } from '../ole/embedded.ts';
import type { BoundedInflater } from '../ole/inflate.ts';
import { type HwpRecord, TAG } from './records.ts';

interface Binary {
  name: string;
  isObject: boolean;
  isPacked: boolean;
}

const KIND = { link: 0, embedded: 1, object: 2 } as const;
const PACKING = { asDocument: 0, packed: 1 } as const;
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];
/** Bullets, lines and spacers are smaller; a photograph or a scan never is. */
const MIN_PICTURE_BYTES = 2048;

export async function addBinaryData(
  file: CompoundFile,
  docInfo: HwpRecord[],
  { context, inflater, isPacked }: { context: ExtractContext; inflater: BoundedInflater; isPacked: boolean },
): Promise<void> {
  const { binaries, links } = listBinaries(docInfo, isPacked);
  if (links.length > 0) {
    context.warn(
      `The document refers to ${links.length} files elsewhere, which were not loaded: ${links.slice(0, 5).join('; ')}`,
    );
  }
  const streams = file.find('BinData')?.children.filter(({ kind }) => kind === 'stream') ?? [];
  if (streams.length === 0) return;
  if (context.depth >= context.limits.maxNestingDepth) {
    context.warn(
      `The document holds ${streams.length} embedded files, but lies ${context.depth} levels deep itself; they were not unpacked.`,
    );
    return;
  }
  const objects: Uint8Array[] = [];
  let small = 0;
  for (const stream of streams) {
    const told = binaries.find(binary => sameName(binary.name, stream.name));
    const raw = await file.read(stream);
    // A picture that does not inflate was not compressed: some programs say so wrongly.
    const inflated = (told?.isPacked ?? isPacked) ? inflater.inflate(raw) : { bytes: raw, isDamaged: false };
    const bytes = inflated.isDamaged ? raw : inflated.bytes;
    if (told?.isObject || /\.ole$/i.test(stream.name)) objects.push(withoutSize(bytes));
    else if (bytes.byteLength < MIN_PICTURE_BYTES) small += 1;
    else await context.addPart({ name: stream.name, mediaType: '', disposition: 'inline', bytes });
  }
  await addEmbeddedFiles(objects, context);
  if (small > 0) {
    context.warn(
      small === 1
        ? 'One picture of less than 2 KB was left in the document.'
        : `${small} pictures of less than 2 KB each were left in the document.`,
    );
  }
}

function listBinaries(docInfo: HwpRecord[], isPacked: boolean): { binaries: Binary[]; links: string[] } {
  const binaries: Binary[] = [];
  const links: string[] = [];
  for (const { bytes } of recordsOf(docInfo, TAG.binaryData)) {
    if (bytes.byteLength < 4) continue;
    const view = viewOf(bytes);
    const properties = view.getUint16(0, true);
    const kind = properties & 15;
    if (kind === KIND.link) {
      links.push(countedText(view, 2));
      continue;
    }
    const packing = (properties >> 4) & 3;
    const number = view.getUint16(2, true).toString(16).toUpperCase().padStart(4, '0');
    const suffix = kind === KIND.object ? 'OLE' : countedText(view, 4);
    binaries.push({
      name: `BIN${number}.${suffix}`,
      isObject: kind === KIND.object,
      isPacked: packing === PACKING.asDocument ? isPacked : packing === PACKING.packed,
    });
  }
  return { binaries, links: links.filter(link => link !== '') };
}

export function* recordsOf(records: HwpRecord[], tag: number): Generator<HwpRecord> {
  for (const record of records) {
    if (record.tag === tag) yield record;
    yield* recordsOf(record.children, tag);
  }
}

function countedText(view: DataView, at: number): string {
  const length = at + 2 <= view.byteLength ? view.getUint16(at, true) : 0;
  let text = '';
  for (let index = 0; index < length && at + 4 + index * 2 <= view.byteLength; index += 1)
    text += String.fromCharCode(view.getUint16(at + 2 + index * 2, true));
  return text;
}

/** An object's compound file has its size before it. */
function withoutSize(bytes: Uint8Array): Uint8Array {
  return OLE_SIGNATURE.every((byte, at) => bytes[at + 4] === byte) ? bytes.subarray(4) : bytes;
}
