/** What the palette offers for what was typed, best first within each heading. Pure. */
export interface PaletteItem {
  id: string;
  section: string;
  title: string;
  /** Quieter, before the title: a number. */
  mark?: string;
  hint?: string;
  shortcut?: string;
  run(): void;
}

/** How well words fit a title: all must occur; at the start of a word counts more. 0 is not at all. */
export function fitOf(title: string, typed: string): number {
  const text = title.toLowerCase();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  let fit = 1;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    fit += at === 0 ? 3 : /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? 2 : 1;
  }
  return fit;
}

export function fitting<Item>(items: readonly Item[], typed: string, textOf: (item: Item) => string): Item[] {
  return items
    .map((item, index) => ({ item, index, fit: fitOf(textOf(item), typed) }))
    .filter(one => one.fit > 0)
    .sort((left, right) => right.fit - left.fit || left.index - right.index)
    .map(one => one.item);
}

/** The rows with their headings, in the order in which they are walked. */
export function grouped(
  items: readonly PaletteItem[],
): { section: string; items: { item: PaletteItem; index: number }[] }[] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) groups.set(item.section, [...(groups.get(item.section) ?? []), item]);
  let index = 0;
  return [...groups].map(([section, members]) => ({ section, items: members.map(item => ({ item, index: index++ })) }));
}
