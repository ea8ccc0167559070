/** The engine's answer, a table with a row for each block, paragraph, line and word, read into words with their places. */
import { cleanLine } from '../cleanText.ts';
import { type Box, onPage } from './box.ts';

export interface RawWord {
  text: string;
  /** 0 to 1. */
  confidence: number;
  box: Box;
  /** Numbers of the block, the paragraph in it and the line in that: words of one line have the same. */
  block: number;
  paragraph: number;
  line: number;
}

const WORD = 5;
const MAX_WORD_CHARS = 1000;

export function readTsv(tsv: string, width: number, height: number): RawWord[] {
  const words: RawWord[] = [];
  for (const row of tsv.split('\n')) {
    const [level, , block, paragraph, line, , left, top, across, down, confidence, ...rest] = row.split('\t');
    const text = cleanLine(rest.join(' '), MAX_WORD_CHARS);
    // A picture is given as a word of one space.
    if (Number(level) !== WORD || text === '') continue;
    words.push({
      text,
      confidence: Math.min(1, Math.max(0, Number(confidence) / 100 || 0)),
      box: onPage({
        x: Number(left) / width,
        y: Number(top) / height,
        w: Number(across) / width,
        h: Number(down) / height,
      }),
      block: Number(block),
      paragraph: Number(paragraph),
      line: Number(line),
    });
  }
  return words;
}

/** The mean over the letters, so that specks read as single signs weigh little. 0 where nothing was read. */
export function confidenceOf(words: readonly RawWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return 0;
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
}
