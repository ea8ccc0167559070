/** Guesses which sign parts the columns of a table of text: the one that parts most lines into the same number of cells. */

const CANDIDATES = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

const SAMPLE_LINES = 200;

export function guessDelimiter(sample: string, isTabbed: boolean): Delimiter {
  // Excel's own way of saying it, as the first line.
  const stated = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  const known = CANDIDATES.find(sign => sign === stated);
  if (known !== undefined) return known;
  const lines = sample
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  let best: { sign: Delimiter; score: number } = { sign: isTabbed ? '\t' : ',', score: 0 };
  for (const sign of isTabbed ? (['\t', ',', ';', '|'] as const) : CANDIDATES) {
    const counts = lines.map(line => countOutsideQuotes(line, sign));
    const score = consistency(counts);
    if (score > best.score) best = { sign, score };
  }
  return best.sign;
}

function countOutsideQuotes(line: string, sign: string): number {
  return line.replace(/"(?:[^"]|"")*"/g, '').split(sign).length - 1;
}

/** How many lines share the commonest count that is not nothing; more columns break a tie. */
function consistency(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  let score = 0;
  for (const [count, share] of lines) score = Math.max(score, share + Math.min(count, 99) / 1000);
  return score;
}
