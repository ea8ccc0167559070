/** Two angles out of one line of plain coordinates: with marks, with hyphens, packed, or as bare numbers. */

export interface Angle {
  /** Degrees, without a sign. */
  value: number;
  /** 1 decimal degrees, 2 with minutes, 3 with seconds. */
  parts: 1 | 2 | 3;
  /** As written; `O` can be east or west. */
  letter: 'N' | 'S' | 'E' | 'W' | 'O' | null;
  sign: '+' | '-' | null;
  /** By its letter or its label; null where only the order could tell. */
  axis: 'latitude' | 'longitude' | null;
  /** What the last figure counts. */
  stepDegrees: number;
}

/** The pairs that the line can mean: more than one where a comma can be a decimal sign or not. */
export function splitAngles(plain: string): [Angle, Angle][] {
  const pairs: [Angle, Angle][] = [];
  for (const text of commaReadings(plain)) {
    for (const [left, right] of halves(text)) {
      const [first, second] = [readAngle(left), readAngle(right)];
      if (!first || !second || (first.axis !== null && first.axis === second.axis)) continue;
      pairs.push([first, second]);
      break;
    }
  }
  return pairs;
}

/** With the comma as a decimal sign between figures, and with commas that part. */
function commaReadings(plain: string): string[] {
  if (!plain.includes(',')) return [plain];
  // One number with a decimal comma: the other is still to come.
  if (/^\d+,\d+$/.test(plain)) return [];
  const parting = plain.replaceAll(',', ';');
  // `38,75,125,2`: without spaces the one in the middle parts.
  const decimal = plain
    .replace(/^(\S*?\d,\d+\S*?),(\S*?\d,\d+\S*)$/, '$1;$2')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replaceAll(',', ';');
  return decimal === parting ? [parting] : [decimal, parting];
}

/** Every way to part the line in two that makes sense, the most telling first. */
function* halves(text: string): Iterable<[string, string]> {
  const parted = text.split(/\s*;\s*/).filter(part => part !== '');
  if (parted.length === 2) yield parted as [string, string];
  if (parted.length > 2) return;
  const line = parted.join(' ');
  const labels = /^([^φλ]*[φλ][^φλ]+)([φλ][^φλ]+)$/.exec(line);
  if (labels) yield [labels[1] ?? '', labels[2] ?? ''];
  const behind = /^([^NSEWO]*\d[^NSEWO]*[NSEWO])([^NSEWO]*\d[^NSEWO]*[NSEWO]?)$/.exec(line);
  if (behind) yield [behind[1] ?? '', behind[2] ?? ''];
  const before = /^([^NSEWO]*[NSEWO][^NSEWO]+|[^NSEWO]*\d[^NSEWO]*)([NSEWO][^NSEWO]+)$/.exec(line);
  if (before) yield [before[1] ?? '', before[2] ?? ''];
  const signs = /^([+-][\d.]+)([+-][\d.]+)$/.exec(line);
  if (signs) yield [signs[1] ?? '', signs[2] ?? ''];
  const degrees = /^([^°]*\d+(?:\.\d+)?\s*°[^°]*?)\s*([φλ+-]?\s*\d+(?:\.\d+)?\s*°[^°]*)$/.exec(line);
  if (degrees) yield [degrees[1] ?? '', degrees[2] ?? ''];
  // In half by their words: `38-45.5 125-12.0`, `38 45.5 125 12.0`.
  const words = line.split(' ');
  if (words.length % 2 === 0)
    yield [words.slice(0, words.length / 2).join(' '), words.slice(words.length / 2).join(' ')];
}

const LATITUDE_LETTERS = 'NS';

function readAngle(given: string): Angle | null {
  const match = /^([φλ]?)\s*([NSEWO]?)\s*([+-]?)\s*(\d[\d.°'" -]*?)\s*([NSEWO]?)$/.exec(given.trim());
  if (!match) return null;
  const [, label, before, sign, figures = '', behind] = match;
  if (before && behind) return null;
  const letter = (before || behind || null) as Angle['letter'];
  if (letter !== null && sign !== '') return null;
  const measured = readMarked(figures) ?? readPacked(figures, letter !== null || sign !== '');
  if (!measured) return null;
  const byLetter = letter === null ? null : LATITUDE_LETTERS.includes(letter) ? 'latitude' : 'longitude';
  const byLabel = label === 'φ' ? 'latitude' : label === 'λ' ? 'longitude' : null;
  if (byLetter && byLabel && byLetter !== byLabel) return null;
  return { ...measured, letter, sign: (sign || null) as Angle['sign'], axis: byLetter ?? byLabel };
}

type Measured = Pick<Angle, 'value' | 'parts' | 'stepDegrees'>;
const SIXTIETHS = [1, 60, 3600];

/** `38.75`, `38°45.5'`, `38-45-30`, `38 45 30`; marks, where there are some, in their order. */
function readMarked(figures: string): Measured | null {
  const match =
    /^(\d{1,3}(?:\.\d+)?)\s*(?:[°-]|°-|$| )\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:['-]|'-|$| |(?="))\s*(?:(\d{1,2}(?:\.\d+)?)\s*"?)?)?("?)$/.exec(
      figures.trim(),
    );
  if (!match) return null;
  const [, degrees = '', minutes, seconds, mark] = match;
  // `38°30"`: degrees and seconds, without minutes.
  const written = mark === '"' && minutes !== undefined ? [degrees, '0', minutes] : [degrees, minutes, seconds];
  return measure(written.filter(part => part !== undefined));
}

/** `3845`, `384530`, `3845.5`: two or three figures of degrees, then pairs. Bare numbers of this length are no coordinates. */
function readPacked(figures: string, isMarked: boolean): Measured | null {
  const match = /^(\d{4,7})(\.\d+)?$/.exec(figures.trim());
  if (!match || !isMarked) return null;
  const [, whole = '', fraction = ''] = match;
  const degreeFigures = whole.length % 2 === 0 ? 2 : 3;
  const pairs = whole.slice(degreeFigures).match(/\d\d/g) ?? [];
  return measure([whole.slice(0, degreeFigures), ...pairs.slice(0, -1), `${pairs.at(-1) ?? ''}${fraction}`]);
}

function measure(written: readonly string[]): Measured | null {
  if (written.slice(0, -1).some(part => part.includes('.'))) return null;
  const numbers = written.map(Number);
  if (numbers.length > 3 || numbers.slice(1).some(part => part >= 60)) return null;
  const last = written.at(-1) ?? '';
  return {
    value: numbers.reduce((sum, part, index) => sum + part / (SIXTIETHS[index] as number), 0),
    parts: numbers.length as Angle['parts'],
    stepDegrees: 10 ** -(last.split('.')[1]?.length ?? 0) / (SIXTIETHS[numbers.length - 1] as number),
  };
}
