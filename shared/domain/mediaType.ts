/**
 * Media types in the words of people: what a type is called, which shape stands for it, and which typed words find it
 * (`type:spreadsheet`). Types are detected from the bytes; these are only their names.
 */

export type TypeShape = 'pdf' | 'mail' | 'picture' | 'text' | 'web' | 'sheet' | 'slides' | 'archive' | 'map' | 'other';

interface TypeFamily {
  word: string;
  shape: TypeShape;
  /** Exact types, or a beginning that ends in `*`. */
  types: readonly string[];
  /** Beside the word itself, what people type for it. */
  typed: readonly string[];
}

const office = 'application/vnd.openxmlformats-officedocument.';
const odf = 'application/vnd.oasis.opendocument.';

const FAMILIES: readonly TypeFamily[] = [
  { word: 'PDF', shape: 'pdf', types: ['application/pdf'], typed: [] },
  {
    word: 'E-mail',
    shape: 'mail',
    types: ['message/rfc822', 'application/vnd.ms-outlook', 'application/ms-tnef'],
    typed: ['mail', 'email', 'eml', 'msg', 'message'],
  },
  {
    word: 'Mailbox',
    shape: 'mail',
    types: ['application/mbox', 'application/vnd.ms-outlook-pst'],
    typed: ['mbox', 'pst'],
  },
  {
    word: 'Document',
    shape: 'text',
    types: [
      `${office}wordprocessingml.*`,
      'application/vnd.ms-word.*',
      'application/msword',
      `${odf}text*`,
      'application/rtf',
      'application/x-hwp*',
      'application/hwp+zip',
    ],
    typed: ['word', 'docx', 'doc', 'odt', 'rtf', 'hwp', 'hwpx'],
  },
  {
    word: 'Spreadsheet',
    shape: 'sheet',
    types: [`${office}spreadsheetml.*`, 'application/vnd.ms-excel*', `${odf}spreadsheet*`],
    typed: ['xlsx', 'xls', 'ods', 'excel', 'sheet'],
  },
  { word: 'Table', shape: 'sheet', types: ['text/csv', 'text/tab-separated-values'], typed: ['csv', 'tsv'] },
  {
    word: 'Slides',
    shape: 'slides',
    types: [`${office}presentationml.*`, 'application/vnd.ms-powerpoint*', `${odf}presentation*`],
    typed: ['pptx', 'ppt', 'odp', 'presentation'],
  },
  {
    word: 'Web page',
    shape: 'web',
    types: ['text/html', 'application/xhtml+xml', 'multipart/related'],
    typed: ['html', 'web', 'mhtml'],
  },
  { word: 'Web archive', shape: 'web', types: ['application/warc*', 'application/wacz'], typed: ['warc', 'wacz'] },
  {
    word: 'Map',
    shape: 'map',
    types: ['application/geo+json', 'application/vnd.google-earth.*', 'application/gpx+xml'],
    typed: ['geojson', 'kml', 'kmz', 'gpx'],
  },
  {
    word: 'Archive',
    shape: 'archive',
    types: [
      'application/zip',
      'application/gzip',
      'application/x-tar*',
      'application/x-7z-compressed',
      'application/x-rar-compressed',
      'application/x-bzip2',
      'application/x-xz',
      'application/zstd',
      'application/x-lz4',
      'application/x-lzh-compressed',
      'application/vnd.ms-cab-compressed',
      'application/x-cpio',
      'application/x-iso9660-image',
    ],
    typed: ['zip', 'tar', 'gz', '7z', 'rar'],
  },
  { word: 'Text', shape: 'text', types: ['text/plain'], typed: ['txt'] },
  { word: 'JSON', shape: 'text', types: ['application/json'], typed: [] },
  { word: 'XML', shape: 'text', types: ['application/xml', 'text/xml'], typed: [] },
  { word: 'Picture', shape: 'picture', types: ['image/*'], typed: ['image', 'photo'] },
  { word: 'Sound', shape: 'other', types: ['audio/*'], typed: ['audio'] },
  { word: 'Video', shape: 'other', types: ['video/*'], typed: ['film'] },
];

function familyOf(mediaType: string): TypeFamily | undefined {
  return FAMILIES.find(({ types }) =>
    types.some(type => (type.endsWith('*') ? mediaType.startsWith(type.slice(0, -1)) : mediaType === type)),
  );
}

/** Messages, whose text begins with their headers. */
export function isMessageType(mediaType: string): boolean {
  return familyOf(mediaType)?.word === 'E-mail';
}

/** A short word for a media type; an unknown type shows its own subtype rather than a guess. */
export function typeWord(mediaType: string): string {
  const [kind, subtype = mediaType] = mediaType.split('/');
  if (kind === 'image') return subtype.toUpperCase().replace('SVG+XML', 'SVG');
  if (mediaType === 'application/octet-stream') return 'Unknown type';
  return familyOf(mediaType)?.word ?? subtype;
}

/** Which of a handful of shapes stands for the type where there is no room for words. */
export function typeShape(mediaType: string): TypeShape {
  return familyOf(mediaType)?.shape ?? 'other';
}

/**
 * What a person typed for a type as patterns of SQL's LIKE, any of which may match: a word of ours (`mail`, `spreadsheet`), a
 * usual suffix (`docx`), or a part of the media type itself.
 */
export function typePatterns(typed: string): string[] {
  const word = typed.trim().toLowerCase();
  const family = FAMILIES.find(one => one.word.toLowerCase() === word || one.typed.includes(word));
  const escaped = word.replace(/[\\%_]/g, sign => `\\${sign}`);
  return [...(family?.types ?? []).map(type => type.replace(/_/g, '\\_').replace(/\*$/, '%')), `%${escaped}%`];
}
