/** Words as BibTeX writes them: accents as commands, braces that protect capitals, dashes as hyphens. Read tolerantly, written safely. */

/** Accent commands, with the combining character that each puts on the letter behind it. */
const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
  t: '\u0361',
};

const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', aa: 'å', AA: 'Å', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ' },
  ...{ dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ', S: '§', P: '¶', pounds: '£', euro: '€' },
  ...{ textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textbraceleft: '{', textbraceright: '}' },
  ...{ textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“' },
  ...{ textquotedblright: '”', textquotesingle: "'", textquotedbl: '"', ldots: '…', dots: '…', textellipsis: '…' },
  ...{ copyright: '©', textcopyright: '©', textregistered: '®', texttrademark: '™', textdegree: '°', texteuro: '€' },
  ...{ textunderscore: '_', textbar: '|', textless: '<', textgreater: '>', textbullet: '•', textperiodcentered: '·' },
  ...{ guillemotleft: '«', guillemotright: '»', newline: '\n', par: '\n' },
};

/** What CSL knows of how words look; everything else that dresses words is taken off. */
const TAGS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  emph: ['<i>', '</i>'],
  textit: ['<i>', '</i>'],
  textbf: ['<b>', '</b>'],
  textsuperscript: ['<sup>', '</sup>'],
  textsubscript: ['<sub>', '</sub>'],
  textsc: ['<span style="font-variant:small-caps;">', '</span>'],
};
const DRESSES = new Set([
  'url',
  'texttt',
  'textrm',
  'textsf',
  'textup',
  'textnormal',
  'mbox',
  'text',
  'path',
  'nolinkurl',
]);
/** Deeper dress is that of a hostile file, and is taken off unread. */
const MOST_NESTING = 20;

export function readTex(source: string, nesting = 0): string {
  let text = '';
  for (let at = 0; at < source.length; ) {
    const character = source[at] ?? '';
    if (character === '\\') {
      const command = readCommand(source, at + 1, nesting);
      text += command.text;
      at = command.next;
      continue;
    }
    const run = /^(?:---|--|``|'')/.exec(source.slice(at, at + 3))?.[0];
    if (run !== undefined) {
      text += { '---': '—', '--': '–', '``': '“', "''": '”' }[run] ?? '';
      at += run.length;
      continue;
    }
    at += 1;
    if (character === '{' || character === '}') continue;
    // Lines of the file are no lines of the text; `\\` is.
    if (/\s/.test(character) && character !== '\u00a0') text += /[ \n]$/.test(text) ? '' : ' ';
    else text += character === '~' ? '\u00a0' : character;
  }
  return nesting === 0 ? text.normalize('NFC').replace(/^ +| +$|(?<=\n) +| +(?=\n)/g, '') : text;
}

function readCommand(source: string, at: number, nesting: number): { text: string; next: number } {
  const word = /^[A-Za-z]+/.exec(source.slice(at, at + 40))?.[0];
  const name = word ?? source[at] ?? '';
  const next = at + name.length;
  if (Object.hasOwn(ACCENTS, name)) {
    const letter = readArgument(source, next, word !== undefined);
    if (letter !== null) return { text: accented(letter.text, ACCENTS[name] ?? ''), next: letter.next };
  }
  if (word === undefined) return { text: name === '\\' ? '\n' : name === '-' || name === '/' ? '' : name, next };
  if (Object.hasOwn(SYMBOLS, word)) return { text: SYMBOLS[word] ?? '', next: afterCommand(source, next) };
  const tag = Object.hasOwn(TAGS, word) ? TAGS[word] : DRESSES.has(word) ? (['', ''] as const) : undefined;
  const inner = tag === undefined ? null : readArgument(source, next, true);
  if (tag === undefined || inner === null) return { text: `\\${word}`, next };
  const words = nesting < MOST_NESTING ? readTex(inner.text, nesting + 1) : inner.text.replace(/[{}\\]/g, '');
  return { text: tag[0] + words + tag[1], next: inner.next };
}

/** A command that ends in a letter swallows the space behind it; `{}` ends it too. */
function afterCommand(source: string, at: number): number {
  if (source.startsWith('{}', at)) return at + 2;
  const space = /^[ \t\n\r]+/.exec(source.slice(at, at + 20))?.[0] ?? '';
  return at + space.length;
}

/** The group behind a command, or the one letter. Null where there is none. */
function readArgument(source: string, from: number, skipSpace: boolean): { text: string; next: number } | null {
  let at = from;
  while (skipSpace && /\s/.test(source[at] ?? '')) at += 1;
  if (source[at] === '{') {
    const end = closingBrace(source, at);
    return end < 0 ? null : { text: source.slice(at + 1, end), next: end + 1 };
  }
  const letter = /^(?:\\[A-Za-z]|[^\\{}\s])/u.exec(source.slice(at, at + 4))?.[0];
  return letter === undefined ? null : { text: letter, next: at + letter.length };
}

/** Of the group that opens at `from`; -1 where it does not close. */
export function closingBrace(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1;
    else if (source[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function accented(argument: string, combining: string): string {
  const bare = argument.replace(/[{}]/g, '').trim();
  // The dotless letters exist to carry accents: with one, they are the usual letters.
  const letters =
    bare === '\\i'
      ? 'i'
      : bare === '\\j'
        ? 'j'
        : bare.replace(/^\\([A-Za-z]+)$/, (all, name: string) => SYMBOLS[name] ?? all);
  const [first = '', ...rest] = [...letters];
  return `${first}${combining}`.normalize('NFC') + rest.join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...{ $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_' },
  '\n': '\\\\ ',
  '\u00a0': '~',
};

/** Letters stand as they are, in UTF-8; only what TeX would take for a command is written as one. */
export function writeTex(text: string): string {
  return text
    .replace(/[\\{}~^$&#%_\n\u00a0]/g, character => ESCAPES[character] ?? character)
    .replace(/-(?=-)|`(?=`)|'(?=')/g, character => `${character}{}`);
}
