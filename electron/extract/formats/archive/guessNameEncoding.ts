/**
 * Guesses the encoding of names that are too short for statistics of whole texts: by how many of their characters lie
 * where that encoding keeps its common ones. Single-byte encodings lose where letters would be of mixed case or between
 * box drawings.
 */

interface Candidate {
  label: string;
  /** The mean commonness of its characters, 0 to 1; below 0 where the bytes cannot be of this encoding. */
  score(name: Uint8Array): { points: number; characters: number } | null;
}

const HOPELESS = 0.3;
/** What ZIP's specification assumes where nothing is said. */
const DOS = 'cp437';

export function guessNameEncoding(names: readonly Uint8Array[]): string {
  let best = DOS;
  let bestScore = HOPELESS;
  for (const { label, score } of CANDIDATES) {
    let points = 0;
    let characters = 0;
    let fits = true;
    for (const name of names) {
      const found = score(name);
      if (found === null) {
        fits = false;
        break;
      }
      points += found.points;
      characters += found.characters;
    }
    const mean = fits && characters > 0 ? points / characters : 0;
    if (mean > bestScore) {
      best = label;
      bestScore = mean;
    }
  }
  return best;
}

/** @param rate how common the pair is, null where it is no character; a single high byte comes with `trail` -1 */
function doubleByte(label: string, rate: (lead: number, trail: number) => number | null): Candidate {
  return {
    label,
    score(name) {
      let points = 0;
      let characters = 0;
      for (let at = 0; at < name.length; at += 1) {
        const lead = name[at] ?? 0;
        if (lead < 0x80) continue;
        characters += 1;
        const single = rate(lead, -1);
        if (single !== null) {
          points += single;
          continue;
        }
        const pair = rate(lead, name[at + 1] ?? 0);
        if (pair === null) return null;
        points += pair;
        at += 1;
      }
      return { points, characters };
    },
  };
}

function singleByte(label: string, kindOf: (byte: number) => 'upper' | 'lower' | 'other', rate: number): Candidate {
  return {
    label,
    score(name) {
      let points = 0;
      let characters = 0;
      let before: 'upper' | 'lower' | 'other' = 'other';
      for (const [at, byte] of name.entries()) {
        const kind = byte >= 0x80 ? kindOf(byte) : 'other';
        if (byte >= 0x80) {
          characters += 1;
          const isOdd = kind === 'other' || (before === 'lower' && kind === 'upper');
          // No word is of Cyrillic and of Latin letters.
          const isMixed = isPlainLetter(name[at - 1]) || isPlainLetter(name[at + 1]);
          points += isOdd ? -0.5 : isMixed ? 0 : rate;
        }
        before = kind;
      }
      return { points, characters };
    },
  };
}

function isPlainLetter(byte: number | undefined): boolean {
  return byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte));
}

/** Accented letters of Western languages stand alone between plain ones. */
function accents(label: string, isLetter: (byte: number) => boolean): Candidate {
  return {
    label,
    score(name) {
      let points = 0;
      let characters = 0;
      for (let at = 0; at < name.length; at += 1) {
        const byte = name[at] ?? 0;
        if (byte < 0x80) continue;
        characters += 1;
        const isAlone = (name[at - 1] ?? 0) < 0x80 && (name[at + 1] ?? 0) < 0x80;
        points += isLetter(byte) && isAlone ? 0.85 : -0.3;
      }
      return { points, characters };
    },
  };
}

const within = (value: number, from: number, to: number) => value >= from && value <= to;

/** Tried in this order; of equals the first wins. */
const CANDIDATES: Candidate[] = [
  // All hangul of daily use lie in 25 rows, which Chinese text seldom stays within.
  doubleByte('euc-kr', (lead, trail) => {
    if (trail < 0x41 || !within(lead, 0x81, 0xfe)) return null;
    if (trail < 0xa1) return lead <= 0xc6 ? 0.1 : null;
    return within(lead, 0xb0, 0xc8) ? 1 : 0.2;
  }),
  doubleByte('shift_jis', (lead, trail) => {
    if (trail === -1) return within(lead, 0xa1, 0xdf) ? 0.15 : null;
    if (!within(trail, 0x40, 0xfc) || trail === 0x7f) return null;
    if ((lead === 0x82 && within(trail, 0x9f, 0xf1)) || (lead === 0x83 && within(trail, 0x40, 0x96))) return 1;
    if (within(lead, 0x88, 0x97)) return 0.85;
    return within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc) ? 0.3 : null;
  }),
  doubleByte('gb18030', (lead, trail) => {
    if (!within(lead, 0x81, 0xfe) || !within(trail, 0x40, 0xfe) || trail === 0x7f) return null;
    if (trail < 0xa1) return 0.1;
    if (within(lead, 0xb0, 0xd7)) return 0.9;
    return within(lead, 0xd8, 0xf7) ? 0.4 : 0.2;
  }),
  doubleByte('big5', (lead, trail) => {
    if (!within(lead, 0xa1, 0xf9) || !(within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe))) return null;
    if (within(lead, 0xa4, 0xc6)) return 0.87;
    return within(lead, 0xc9, 0xf9) ? 0.3 : 0.2;
  }),
  singleByte(
    'ibm866',
    byte => {
      if (byte <= 0x9f) return 'upper';
      return byte <= 0xaf || within(byte, 0xe0, 0xef) ? 'lower' : 'other';
    },
    0.95,
  ),
  singleByte(
    'windows-1251',
    byte => {
      if (within(byte, 0xc0, 0xdf)) return 'upper';
      return byte >= 0xe0 || byte === 0xb8 ? 'lower' : 'other';
    },
    0.93,
  ),
  accents(DOS, byte => byte <= 0xa5 || byte === 0xe1),
  accents('windows-1252', byte => byte >= 0xc0),
];
