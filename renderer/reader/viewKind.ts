/** Which of the three ways of showing an exhibit its bytes call for. */
export type ViewKind = 'pdf' | 'picture' | 'text';

/** What Chromium decodes from bytes. SVG is left out: it is a document with scripts, not a picture. */
const PICTURES = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/x-ms-bmp',
  'image/avif',
]);
const MESSAGES = new Set(['message/rfc822', 'application/vnd.ms-outlook', 'application/mbox']);

export function viewKind(mediaType: string): ViewKind {
  const type = bareType(mediaType);
  if (type === 'application/pdf') return 'pdf';
  return PICTURES.has(type) ? 'picture' : 'text';
}

/** A picture in a format that cannot be drawn here: TIFF, HEIC … */
export function isUndrawnPicture(mediaType: string): boolean {
  const type = bareType(mediaType);
  return type.startsWith('image/') && type !== 'image/svg+xml' && !PICTURES.has(type);
}

export function isMessage(mediaType: string): boolean {
  return MESSAGES.has(bareType(mediaType));
}

function bareType(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}
