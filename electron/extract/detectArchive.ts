/** Archives by their first bytes: some pass for text, others begin with those of their first member, so they come first. */
import type { DetectedType } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import { isTarHeader } from './formats/archive/tarEntries.ts';

/** The first volume descriptor: its kind, the signature, its version. */
const ISO_DESCRIPTOR_AT = 32_768;
const ISO_DESCRIPTOR = '\x01CD001\x01';

const SIGNATURES: [signature: string, type: DetectedType][] = [
  ['!<arch>\ndebian', { mediaType: 'application/x-deb', suffixHint: 'deb' }],
  ['!<arch>\n', { mediaType: 'application/x-unix-archive', suffixHint: 'ar' }],
  ['070701', { mediaType: 'application/x-cpio', suffixHint: 'cpio' }],
  ['070702', { mediaType: 'application/x-cpio', suffixHint: 'cpio' }],
  ['070707', { mediaType: 'application/x-cpio', suffixHint: 'cpio' }],
  ['\xc7\x71', { mediaType: 'application/x-cpio', suffixHint: 'cpio' }],
  ['BZh', { mediaType: 'application/x-bzip2', suffixHint: 'bz2' }],
  ['\x1f\x8b\x08', { mediaType: 'application/gzip', suffixHint: 'gz' }],
  ['\x1f\x9d', { mediaType: 'application/x-compress', suffixHint: 'z' }],
  ['\xfd7zXZ\x00', { mediaType: 'application/x-xz', suffixHint: 'xz' }],
  ['\x04\x22\x4d\x18', { mediaType: 'application/x-lz4', suffixHint: 'lz4' }],
  ['\x28\xb5\x2f\xfd', { mediaType: 'application/zstd', suffixHint: 'zst' }],
  ['7z\xbc\xaf\x27\x1c', { mediaType: 'application/x-7z-compressed', suffixHint: '7z' }],
  ['Rar!\x1a\x07', { mediaType: 'application/x-rar-compressed', suffixHint: 'rar' }],
  ['MSCF\x00\x00\x00\x00', { mediaType: 'application/vnd.ms-cab-compressed', suffixHint: 'cab' }],
];
/** "-lh5-" and the like, after the size and the sum of the header. */
const LHA_METHOD = /^-(lh[0-7d]|lz[s45]|pm[02s])-/;

export async function detectArchive(source: ByteReader, head: Uint8Array): Promise<DetectedType | null> {
  // Subtle: what TextDecoder calls Latin-1 is Windows-1252, which reads 0x80 to 0x9F otherwise.
  const bytes = String.fromCharCode(...head.subarray(0, 32));
  const found = SIGNATURES.find(([signature]) => bytes.startsWith(signature));
  if (found !== undefined && (found[0] !== 'BZh' || /^BZh[1-9](1AY&SY|\x17rE8P\x90)/.test(bytes))) return found[1];
  if (LHA_METHOD.test(bytes.slice(2))) return { mediaType: 'application/x-lzh-compressed', suffixHint: 'lzh' };
  if (isTarHeader(head.subarray(0, 512))) return { mediaType: 'application/x-tar', suffixHint: 'tar' };
  if (source.sizeBytes < ISO_DESCRIPTOR_AT + ISO_DESCRIPTOR.length) return null;
  const volume = await source.read(ISO_DESCRIPTOR_AT, ISO_DESCRIPTOR.length);
  if (String.fromCharCode(...volume) !== ISO_DESCRIPTOR) return null;
  return { mediaType: 'application/x-iso9660-image', suffixHint: 'iso' };
}
