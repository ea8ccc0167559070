/** A page of print as recognition gives it: words on lines of one height, each letter of one width. */
import type { WordBox } from '../../../../../shared/domain/extraction.ts';
import { type QuarterTurn, turnRect } from '../../../../../renderer/reader/pageRotation.ts';

export const LETTER = 0.02;
export const LINE = 0.03;
export const HEIGHT = 0.02;

/** Lines begin at a tenth of the width; an empty line parts paragraphs. The print lies turned that far, clockwise. */
export function printPage(lines: readonly string[], printTurn: QuarterTurn = 0): { text: string; words: WordBox[] } {
  const words: WordBox[] = [];
  let offset = 0;
  lines.forEach((line, row) => {
    for (const { 0: letters, index } of line.matchAll(/\S+/g)) {
      const upright = { x: 0.1 + index * LETTER, y: 0.1 + row * LINE, w: letters.length * LETTER, h: HEIGHT };
      const start = offset + index;
      words.push({ start, end: start + letters.length, confidence: 0.9, ...turnRect(upright, printTurn) });
    }
    offset += line.length + 1;
  });
  return { text: lines.join('\n'), words };
}
