/** What the frame prints, put into words here: the frame itself holds none of the field's rules, and so no schema library. */
import { bearingSigns } from '../../shared/domain/citation.ts';
import { type PageKind, printedPage } from '../../shared/domain/rendition.ts';
import type { FrameMark, PageName } from './frameMessages.ts';
import type { ReadingMark } from './readingTypes.ts';

export function pageNames(labels: readonly (string | null)[], count: number, kind: PageKind): PageName[] {
  return Array.from({ length: count }, (_, index) => {
    const label = labels[index] ?? null;
    return { short: label ?? String(index + 1), full: printedPage({ index, label }, kind) };
  });
}

export function frameMark(mark: ReadingMark): FrameMark {
  const bearing = mark.bearing ?? null;
  return {
    passageId: mark.passageId,
    pageIndex: mark.pageIndex,
    quote: mark.quote,
    position: mark.position ?? null,
    rects: mark.rects,
    kind: mark.kind,
    label: mark.label,
    selected: mark.selected === true,
    bearing: bearing ?? 'none',
    sign: bearing === null ? '○' : bearingSigns[bearing],
    bearingWord: bearing ?? 'not cited',
  };
}
