/**
 * The media type of a document by its content. The suffix only breaks ties between kinds of text, and never makes a
 * program of one kind out of bytes of another.
 */
import { fileTypeFromBuffer } from 'file-type';
import type { DetectedType } from '../../shared/domain/extraction.ts';
import { DetectedType as DetectedTypeSchema } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import { detectTextKind } from './detectText.ts';
import { detectZipKind } from './detectZip.ts';

const HEAD_BYTES = 64 * 1024;
/** The header may be preceded by junk; PDF's own implementation notes tell readers to look through so many bytes. */
const PDF_HEADER_WITHIN = 1024;

const UNKNOWN: DetectedType = { mediaType: 'application/octet-stream' };

/** Suffix hints of types that file-type reports under names of its own. */
const RENAMED: Record<string, DetectedType> = {
  'application/x-cfb': { mediaType: 'application/x-ole-storage' },
};

export async function detectType(source: ByteReader, fileName: string): Promise<DetectedType> {
  if (source.sizeBytes === 0) return UNKNOWN;
  const head = await source.read(0, HEAD_BYTES);
  if (hasPdfHeader(head)) return { mediaType: 'application/pdf', suffixHint: 'pdf' };
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const kind = await detectZipKind(source);
    if (kind !== null) return kind;
  }
  const textKind = detectTextKind(head, source.sizeBytes > head.byteLength, suffixOf(fileName));
  if (textKind !== null) return textKind;
  return detectBinary(head);
}

async function detectBinary(head: Uint8Array): Promise<DetectedType> {
  try {
    const found = await fileTypeFromBuffer(head);
    if (found === undefined) return UNKNOWN;
    const renamed = RENAMED[found.mime];
    if (renamed !== undefined) return renamed;
    const detected = DetectedTypeSchema.safeParse({ mediaType: found.mime.toLowerCase(), suffixHint: found.ext });
    return detected.success ? detected.data : UNKNOWN;
  } catch {
    // A detector that trips over the head of a file has not recognised it.
    return UNKNOWN;
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

function suffixOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
