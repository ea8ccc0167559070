/** Where in its exhibit a passage lies, in words that fit the kind of exhibit. Pure. */
import type { Passage } from '../../../shared/domain/passage.ts';
import { pageKindOf, printedPage } from '../../../shared/domain/rendition.ts';

/** Only a PDF has "PDF 14"; a picture, an e-mail or a text of one piece has no page worth naming. */
export function pageWords(passage: Pick<Passage, 'pageIndex' | 'pageLabel'>, mediaType: string | undefined): string {
  const { pageIndex: index, pageLabel: label } = passage;
  if (mediaType === undefined || mediaType === 'application/pdf') return printedPage({ index, label });
  return index === 0 && label === null ? '' : printedPage({ index, label }, pageKindOf(mediaType));
}
