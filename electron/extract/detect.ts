/**
 * The media type of a document by its content. The suffix only breaks ties between kinds of text, and never makes a
 * program of one kind out of bytes of another.
 */
import { fileTypeFromBuffer } from 'file-type';
import type { DetectedType } from '../../shared/domain/extraction.ts';
import { DetectedType as DetectedTypeSchema } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import { detectArchive } from './detectArchive.ts';
import { detectOleKind, hasOleSignature } from './detectOle.ts';
import { detectTextKind } from './detectText.ts';
import { detectMailOrWeb } from './detectMailOrWeb.ts';
import { detectZipByEnd, detectZipKind } from './detectZip.ts';

const HEAD_BYTES = 64 * 1024;
/** The header may be preceded by junk; PDF's own implementation notes tell readers to look through so many bytes. */
const PDF_HEADER_WITHIN = 1024;

const UNKNOWN: DetectedType = { mediaType: 'application/octet-stream' };

export async function detectType(source: ByteReader, fileName: string): Promise<DetectedType> {
  if (source.sizeBytes === 0) return UNKNOWN;
  const head = await source.read(0, HEAD_BYTES);
  // Before PDF: the first stream of a compound file may be one, within reach of the search for its header.
  if (hasOleSignature(head)) return detectOleKind(source);
  if (isOldHangul(head)) return { mediaType: 'application/x-hwp', suffixHint: 'hwp' };
  // Before PDF as well: the first member of an archive may lie there as it is.
  const archive = await detectArchive(source, head);
  if (archive !== null) return detectMailOrWeb(head) ?? archive;
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const kind = await detectZipKind(source);
    if (kind !== null) return kind;
  }
  // Before PDF as well: the first document of a web archive may be one.
  const mailOrWeb = detectMailOrWeb(head);
  if (mailOrWeb !== null) return mailOrWeb;
  if (hasPdfHeader(head)) return { mediaType: 'application/pdf', suffixHint: 'pdf' };
  const textKind = detectTextKind(head, source.sizeBytes > head.byteLength, suffixOf(fileName));
  if (textKind !== null) return textKind;
  const binary = await detectBinary(head);
  return binary === UNKNOWN ? ((await detectZipByEnd(source)) ?? UNKNOWN) : binary;
}

/** Kinds that the library does not know, by the bytes that each begins with; they are named, not read. */
const OTHER_SIGNATURES: { at: number; bytes: number[]; type: DetectedType }[] = [
  { at: 40, bytes: [0x20, 0x45, 0x4d, 0x46], type: { mediaType: 'image/emf', suffixHint: 'emf' } },
  { at: 0, bytes: [0xd7, 0xcd, 0xc6, 0x9a], type: { mediaType: 'image/wmf', suffixHint: 'wmf' } },
  { at: 0, bytes: [0x01, 0x00, 0x09, 0x00, 0x00, 0x03], type: { mediaType: 'image/wmf', suffixHint: 'wmf' } },
  { at: 0, bytes: [0xff, 0x57, 0x50, 0x43], type: { mediaType: 'application/vnd.wordperfect', suffixHint: 'wpd' } },
];

async function detectBinary(head: Uint8Array): Promise<DetectedType> {
  const other = OTHER_SIGNATURES.find(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte));
  if (other !== undefined) return other.type;
  if (isOldWorkbook(head)) return { mediaType: 'application/vnd.ms-excel', suffixHint: 'xls' };
  try {
    const found = await fileTypeFromBuffer(head);
    if (found === undefined) return unknownOrTiff(head);
    const detected = DetectedTypeSchema.safeParse({ mediaType: found.mime.toLowerCase(), suffixHint: found.ext });
    return detected.success ? detected.data : UNKNOWN;
  } catch {
    // A detector that trips over the head of a file has not recognised it.
    return unknownOrTiff(head);
  }
}

function hasPdfHeader(head: Uint8Array): boolean {
  const start = head.subarray(0, PDF_HEADER_WITHIN);
  for (let at = start.indexOf(0x25); at >= 0; at = start.indexOf(0x25, at + 1)) {
    if (start[at + 1] === 0x50 && start[at + 2] === 0x44 && start[at + 3] === 0x46 && start[at + 4] === 0x2d)
      return true;
  }
  return false;
}

/** HWP 1.x to 3.x; from 5 on it is a compound file. */
function isOldHangul(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head.subarray(0, 19)) === 'HWP Document File V';
}

/** A TIFF's directory may lie behind its pixels, where the detector does not look. */
function unknownOrTiff(head: Uint8Array): DetectedType {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 4));
  return start === 'II*\0' || start === 'MM\0*' ? { mediaType: 'image/tiff', suffixHint: 'tif' } : UNKNOWN;
}

function suffixOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Excel 2 to 4 wrote its records without a container: the first one opens a sheet, a chart, a macro sheet or a workspace. */
function isOldWorkbook(head: Uint8Array): boolean {
  const [type, version, length, zero] = head;
  const kind = (head[6] ?? 0) | ((head[7] ?? 0) << 8);
  if (type !== 9 || zero !== 0 || ![0, 2, 4].includes(version ?? -1)) return false;
  return [4, 6, 8].includes(length ?? 0) && [0x10, 0x20, 0x40, 0x100].includes(kind);
}
