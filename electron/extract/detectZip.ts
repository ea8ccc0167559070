/** What a ZIP container is by the names of its members: an office document, a package, or a plain archive. */
import type { DetectedType } from '../../shared/domain/extraction.ts';
import { DetectedType as DetectedTypeSchema } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import { detectOpenDocument } from './detectOpenDocument.ts';
import { findZipEnd, readZipDirectory, type ZipEntry } from './zipDirectory.ts';

const ZIP: DetectedType = { mediaType: 'application/zip', suffixHint: 'zip' };
/** Of a member, of an empty archive, of the first volume of several, and of an archive meant to be split. */
const SIGNATURES = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08', 'PK00PK\x03\x04'];
const MIMETYPE_AT = 38;

/** Members that only one kind of document has, looked for in this order. */
const TELLING_MEMBERS: [member: RegExp, type: DetectedType][] = [
  [/^word\/vbaProject\.bin$/, { mediaType: 'application/vnd.ms-word.document.macroenabled.12', suffixHint: 'docm' }],
  [
    /^word\/document\d*\.xml$/,
    { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', suffixHint: 'docx' },
  ],
  [/^xl\/vbaProject\.bin$/, { mediaType: 'application/vnd.ms-excel.sheet.macroenabled.12', suffixHint: 'xlsm' }],
  [/^xl\/workbook\.bin$/, { mediaType: 'application/vnd.ms-excel.sheet.binary.macroenabled.12', suffixHint: 'xlsb' }],
  [
    /^xl\/workbook\.xml$/,
    { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', suffixHint: 'xlsx' },
  ],
  [
    /^ppt\/presentation\.xml$/,
    { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', suffixHint: 'pptx' },
  ],
  [/^visio\/document\.xml$/, { mediaType: 'application/vnd.ms-visio.drawing', suffixHint: 'vsdx' }],
  [/^Contents\/content\.hpf$/i, { mediaType: 'application/hwp+zip', suffixHint: 'hwpx' }],
  [/^META-INF\/MANIFEST\.MF$/, { mediaType: 'application/java-archive', suffixHint: 'jar' }],
  [/^[^/]+\.kml$/, { mediaType: 'application/vnd.google-earth.kmz', suffixHint: 'kmz' }],
  [/^datapackage\.json$/, { mediaType: 'application/wacz', suffixHint: 'wacz' }],
];

const PACKAGE_SUFFIXES: Record<string, string> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/epub+zip': 'epub',
  'application/hwp+zip': 'hwpx',
};

/** Documents that are ZIP packages have a handful of members, or a few thousand; what lists more is an archive. */
const MAX_LOOKED_AT = 20_000;

/** Null: it only begins like a ZIP. */
export async function detectZipKind(source: ByteReader): Promise<DetectedType | null> {
  const head = await source.read(0, 256);
  const stated = statedType(head);
  let entries: ZipEntry[];
  try {
    entries = await readZipDirectory(source, MAX_LOOKED_AT);
  } catch {
    // Cut short or spanned: a ZIP all the same, which its own extractor will say more about.
    return hasSignature(head) ? (stated ?? ZIP) : null;
  }
  if (stated !== null) return stated;
  const openDocument = await detectOpenDocument(source, entries);
  if (openDocument !== null) return openDocument;
  const isOffice = entries.some(entry => entry.name === '[Content_Types].xml');
  for (const [member, type] of TELLING_MEMBERS) {
    if (type.mediaType.includes('openxml') && !isOffice) continue;
    if (entries.some(entry => member.test(entry.name))) return type;
  }
  return ZIP;
}

/** What does not begin like a ZIP may end like one: the last of several volumes, or an archive behind other data. */
export async function detectZipByEnd(source: ByteReader): Promise<DetectedType | null> {
  const end = await findZipEnd(source);
  if (end === null) return null;
  if (end.isSpanned) return ZIP;
  const isThere = end.directoryOffset >= 0 && end.entryCount > 0;
  const start = isThere ? await source.read(end.directoryOffset, 4) : new Uint8Array(0);
  return new TextDecoder('latin1').decode(start) === 'PK\x01\x02' ? ZIP : null;
}

function hasSignature(head: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 8));
  return SIGNATURES.some(signature => start.startsWith(signature));
}

/** OpenDocument, EPUB and HWPX put their type first, uncompressed, in a member called `mimetype`. */
function statedType(head: Uint8Array): DetectedType | null {
  const text = new TextDecoder('latin1').decode(head);
  if (text.slice(30, MIMETYPE_AT) !== 'mimetype') return null;
  const length = new DataView(head.buffer, head.byteOffset).getUint32(18, true);
  const mediaType = text.slice(MIMETYPE_AT, MIMETYPE_AT + Math.min(length, 100)).trim();
  const detected = DetectedTypeSchema.safeParse({ mediaType, suffixHint: PACKAGE_SUFFIXES[mediaType] });
  // Anybody can write any type there; one that nobody has heard of is no reason to leave the archive closed.
  return detected.success && /opendocument|sun\.xml|epub|hwp/.test(mediaType) ? detected.data : null;
}
