/** Passages as the pane draws them, each with what it says for its claims. Pure. */
import type { Citation } from '../../../../shared/domain/citation.ts';
import { type Passage, passageWords } from '../../../../shared/domain/passage.ts';
import type { PassageId } from '../../../../shared/kernel/ids.ts';
import type { ReadingMark } from '../../../reader/index.ts';

export function readingMarks(
  passages: readonly Passage[],
  citations: ReadonlyMap<PassageId, readonly Citation[]>,
  selected: PassageId | null,
): ReadingMark[] {
  return passages
    .filter(passage => passage.anchor !== 'orphaned')
    .map(passage => {
      const { id, pageIndex, quote, position, rects, kind } = passage;
      return {
        passageId: id,
        pageIndex,
        quote,
        position,
        rects,
        kind,
        label: labelOf(passage),
        bearing: bearingOf(citations.get(id)),
        selected: id === selected,
      };
    });
}

function labelOf(passage: Passage): string {
  const words = passageWords(passage);
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

/** One colour for a passage that several claims cite: a contradiction is what must not be overlooked. */
function bearingOf(citations: readonly Citation[] | undefined): ReadingMark['bearing'] {
  const bearings = new Set(citations?.map(citation => citation.bearing));
  return (['contradicts', 'supports', 'context'] as const).find(bearing => bearings.has(bearing));
}
