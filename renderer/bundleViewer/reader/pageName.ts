import { isPlaceLabel } from '../../../shared/domain/place.ts';

/** "p. xii (PDF 14) of 212": the printed label first, since that is what a footnote says; the place in the file beside it. */
export function pageName(pageIndex: number, label: string | null | undefined, isPdf: boolean): string {
  if (label && isPlaceLabel(label)) return label;
  const place = pageIndex + 1;
  if (label === null || label === undefined || label === '') return isPdf ? `PDF page ${place}` : `page ${place}`;
  return isPdf ? `p. ${label} (PDF ${place})` : `p. ${label} (page ${place})`;
}
