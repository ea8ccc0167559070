/** How sure a tie is, as a shape of its line: it must be told apart without colour, on paper too. */
import { type Strength, strengthShapes } from '../entity/entity.ts';

export interface LineStyle {
  /** Lengths of dash and gap; empty: solid. */
  dash: readonly number[];
  /** Drawn as two thin lines beside one another. */
  isDouble: boolean;
  /** In words, for the legend. */
  words: string;
}

export const lineStyles: Record<Strength, LineStyle> = {
  confirmed: { dash: [], isDouble: false, words: 'solid line' },
  probable: { dash: [12, 5], isDouble: false, words: 'long dashes' },
  possible: { dash: [2, 4], isDouble: false, words: 'dots' },
  contested: { dash: [], isDouble: true, words: 'double line' },
};

/** "● confirmed, solid line", in the order from sure to disputed. */
export const strengthsInOrder: readonly Strength[] = ['confirmed', 'probable', 'possible', 'contested'];

export function legendWords(strength: Strength): string {
  return `${strengthShapes[strength]} ${strength}: ${lineStyles[strength].words}`;
}
