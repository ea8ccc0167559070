/** How the text of an exhibit is cut into blocks of pages: small enough to load at once, large enough to be few. */

/** A block ends at whichever comes first. A page of a book has about 3,000 characters, one of a sheet may have a million. */
const MOST_PAGES = 50;
const MOST_CHARS = 200_000;

/** The first page of each block, for pages of these lengths; none for no pages. */
export function textBlocksOf(lengths: readonly number[]): number[] {
  const firsts: number[] = [];
  let chars = 0;
  for (const [page, length] of lengths.entries()) {
    const first = firsts.at(-1);
    if (first === undefined || page - first >= MOST_PAGES || chars + length > MOST_CHARS) {
      firsts.push(page);
      chars = 0;
    }
    chars += length;
  }
  return firsts;
}

/** Pages from `first` up to `end`. */
export function pagesOfBlock(
  textBlocks: readonly number[],
  block: number,
  pageCount: number,
): { first: number; end: number } {
  return { first: textBlocks[block] ?? 0, end: textBlocks[block + 1] ?? pageCount };
}
