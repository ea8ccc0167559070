/** How a page of an exhibit is called: the printed label first, since that is what a footnote says; the place in the file beside it. */
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import { pageKindOf } from '../../../shared/domain/rendition.ts';
import { isPlaceLabel } from '../../../shared/domain/place.ts';

/** `p. xii (PDF 14)`, `PDF page 14`, `Crew list (part 2)`, `Crew list!B4:C9`. */
export function pageName(
  { mediaType }: Pick<BundleExhibit, 'mediaType'>,
  pageIndex: number,
  label: string | null | undefined,
): string {
  if (label && isPlaceLabel(label)) return label;
  const kind = pageKindOf(mediaType);
  const place = pageIndex + 1;
  if (label === null || label === undefined || label === '')
    return kind === 'PDF' ? `PDF page ${place}` : `page ${place}`;
  if (kind === 'sheet') return `${label} (part ${place})`;
  return kind === 'PDF' ? `p. ${label} (PDF ${place})` : `p. ${label} (page ${place})`;
}
