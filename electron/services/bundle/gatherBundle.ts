/** What a bundle is made of: the report's gathering, less the words of exhibits that stay here. */
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { type Compilation, type Gathered, gatherReport, type Selection } from '../report/index.ts';
import { type Withheld, withheldExhibits } from './withholding.ts';

export interface GatheredBundle extends Gathered {
  /** Exhibits whose bytes go. */
  going: Exhibit[];
  withheld: Withheld[];
}

/** Exhibits of other cases never go; what figures show of them goes by the same rules. */
function shownOfOtherCases({ figures }: Gathered['input']): Exhibit[] {
  const found = figures.flatMap(({ grounds }) =>
    grounds.flatMap(({ exhibit, otherCase }) => (otherCase === null ? [] : [[exhibit.id, exhibit] as const])),
  );
  return [...new Map(found).values()];
}

export function gatherBundle(db: ReadableDb, selection: Selection, compilation: Compilation): GatheredBundle {
  const { input, concealer } = gatherReport(db, selection, compilation);
  const withheld = withheldExhibits(db, input.exhibits, input.case.handlingMark, concealer);
  const shown = withheldExhibits(db, shownOfOtherCases(input), input.case.handlingMark, concealer);
  const reasons = new Map([...withheld, ...shown].map(({ exhibit, reason }) => [exhibit.id as string, reason]));
  return {
    input: { ...input, withheld: reasons },
    concealer,
    withheld,
    going: input.exhibits.filter(exhibit => !reasons.has(exhibit.id)),
  };
}
