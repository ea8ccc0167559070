/** The line under a figure that says what it was made from: exhibits and pages, in order, as panels print it. */
import { exhibitNumber } from '../exhibit.ts';
import { pageKindOf, printedPage } from '../rendition.ts';
import { inWords } from './reportWords.ts';

/** A page that a figure rests on. */
export interface FigurePage {
  exhibitNumber: number;
  /** The reference of the case that the exhibit belongs to, where it is another than the figure's. */
  otherCase: string | null;
  mediaType: string;
  pageIndex: number;
  pageLabel: string | null;
}

/** Of one exhibit; who wants to know them all finds them in the figure's table. */
export const MAX_PAGES_NAMED = 12;
/** Leaves room to write on, below what a figure's record can hold. */
export const MAX_SOURCE_CHARACTERS = 3500;

/** `Source: EX-0001, p. 2; EX-0004, p. iv (PDF 6) and p. 9, annotated by the team.` Empty where nothing is cited. */
export function figureSourceLine(pages: readonly FigurePage[]): string {
  const exhibits = [...byExhibit(pages).values()].map(exhibitWords);
  if (exhibits.length === 0) return '';
  let named = exhibits.length;
  while (named > 1 && lineOf(exhibits, named).length > MAX_SOURCE_CHARACTERS) named -= 1;
  return lineOf(exhibits, named);
}

function lineOf(exhibits: readonly string[], named: number): string {
  const left = exhibits.length - named;
  const rest = left === 0 ? '' : `; and ${left} more exhibit${left === 1 ? '' : 's'}`;
  return `Source: ${exhibits.slice(0, named).join('; ')}${rest}, annotated by the team.`;
}

/** The case's own exhibits first, by number; then those of other cases. */
function byExhibit(pages: readonly FigurePage[]): Map<string, [FigurePage, ...FigurePage[]]> {
  const sorted = [...pages].sort(
    (left, right) =>
      compare(left.otherCase ?? '', right.otherCase ?? '') ||
      left.exhibitNumber - right.exhibitNumber ||
      left.pageIndex - right.pageIndex,
  );
  const found = new Map<string, [FigurePage, ...FigurePage[]]>();
  for (const page of sorted) {
    const key = `${page.exhibitNumber} ${page.otherCase ?? ''}`;
    const known = found.get(key);
    if (known) known.push(page);
    else found.set(key, [page]);
  }
  return found;
}

function exhibitWords(pages: readonly [FigurePage, ...FigurePage[]]): string {
  const [first] = pages;
  const printed = [
    ...new Set(
      pages.map(({ pageIndex, pageLabel, mediaType }) =>
        printedPage({ index: pageIndex, label: pageLabel }, pageKindOf(mediaType)),
      ),
    ),
  ];
  const named = printed.slice(0, MAX_PAGES_NAMED);
  const left = printed.length - named.length;
  return `${nameOfExhibit(first)}, ${inWords(left === 0 ? named : [...named, `${left} more`])}`;
}

/** `EX-0004`, or `EX-0004 of C-2026-002` where the exhibit is another case's. */
export function nameOfExhibit(page: Pick<FigurePage, 'exhibitNumber' | 'otherCase'>): string {
  return `${exhibitNumber(page.exhibitNumber)}${page.otherCase === null ? '' : ` of ${page.otherCase}`}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
