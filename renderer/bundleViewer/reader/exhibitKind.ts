/** How an exhibit can be shown here: active content never runs, so everything but PDF and pictures is shown as its text. */
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';

export type ExhibitKind = 'pdf' | 'picture' | 'text' | 'none';

/** Pictures that browsers draw themselves. SVG is left out: it is a document that can hold scripts. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif']);

export function exhibitKind(exhibit: BundleExhibit): ExhibitKind {
  const hasBytes = exhibit.fileName !== null && exhibit.sizeBytes > 0;
  if (hasBytes && exhibit.mediaType === 'application/pdf') return 'pdf';
  if (hasBytes && PICTURES.has(exhibit.mediaType)) return 'picture';
  return exhibit.hasText ? 'text' : 'none';
}
