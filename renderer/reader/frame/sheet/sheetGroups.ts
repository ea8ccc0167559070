/** Which pages make up which sheet: pages of one name that follow each other. Pure. */
export interface SheetGroup {
  name: string;
  pages: readonly number[];
}

/** @param nameOf what is known of a page's sheet so far; a page of which nothing is known goes on with the one before it */
export function groupSheets(pageCount: number, nameOf: (pageIndex: number) => string | null): SheetGroup[] {
  const groups: { name: string; pages: number[] }[] = [];
  for (let pageIndex = 0; pageIndex < pageCount; pageIndex += 1) {
    const name = nameOf(pageIndex);
    const last = groups.at(-1);
    if (last !== undefined && (name === null || name === last.name || last.name === '')) {
      last.pages.push(pageIndex);
      if (last.name === '' && name !== null) last.name = name;
    } else {
      groups.push({ name: name ?? '', pages: [pageIndex] });
    }
  }
  return groups;
}
