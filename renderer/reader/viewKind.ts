import { isMessageType } from '../../shared/domain/mediaType.ts';

/** Which way of showing an exhibit its bytes, and what was read of them, call for. */
export type ViewKind = 'pdf' | 'picture' | 'sheet' | 'text';

/** What Chromium decodes from bytes. SVG is left out: it is a document with scripts, not a picture. */
const PICTURES = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/x-ms-bmp',
  'image/avif',
  'image/apng',
]);
/** What the core draws page by page, since Chromium does not. */
const DRAWN_ELSEWHERE = new Set([
  'image/tiff',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
  'image/jp2',
]);

/** @param holdsCells whether its pages are of sheets: a type alone does not tell what an older engine made of it */
export function viewKind(mediaType: string, holdsCells = false): ViewKind {
  const type = bareType(mediaType);
  if (type === 'application/pdf') return 'pdf';
  return PICTURES.has(type) || DRAWN_ELSEWHERE.has(type) ? 'picture' : holdsCells ? 'sheet' : 'text';
}

/** A picture whose pages the frame asks for one by one: TIFF, HEIC … */
export function isDrawnElsewhere(mediaType: string): boolean {
  return DRAWN_ELSEWHERE.has(bareType(mediaType));
}

/** A picture in a format that nothing here draws. */
export function isUndrawnPicture(mediaType: string): boolean {
  const type = bareType(mediaType);
  return type.startsWith('image/') && type !== 'image/svg+xml' && viewKind(type) === 'text';
}

export function isMessage(mediaType: string): boolean {
  return isMessageType(bareType(mediaType));
}

function bareType(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}
