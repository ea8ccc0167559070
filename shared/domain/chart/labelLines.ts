/** Names under a node: at most a few lines of so many columns, cut before their end, for names of a series differ there. */

/** Korean, Chinese, Japanese and full-width signs take two columns, as in a terminal; marks that combine take none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{M}/u;

/** Most words are of these, and need no look at each sign. */
const PLAIN = /^[\x20-\x7e]*$/;

export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const sign of text) columns += COMBINING.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return columns;
}

const ELLIPSIS = '…';

/** Lines of no more columns than `width`; where there is no room its middle goes. */
export function labelLines(caption: string, width: number, most: number): string[] {
  const text = caption.replace(/\s+/g, ' ').trim();
  if (columnsOf(text) <= width) return [text];
  const all = wrap(text, width);
  if (all.length <= most) return all;
  const end = lastColumns(text, Math.floor(width / 2));
  const head = wrap(text, width).slice(0, most);
  const last = firstColumns(head.at(-1) ?? '', width - columnsOf(end) - 1).trimEnd();
  return [...head.slice(0, -1), `${last}${ELLIPSIS}${end.trimStart()}`];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    const joined = line === '' ? rest : `${line} ${rest}`;
    if (columnsOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    while (columnsOf(rest) > width) {
      const part = firstColumns(rest, width);
      lines.push(part);
      rest = rest.slice(part.length);
    }
    line = rest;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemes(text: string): string[] {
  return [...segments.segment(text)].map(one => one.segment);
}

/** At least one sign, so that cutting always goes on. */
function firstColumns(text: string, width: number): string {
  let taken = '';
  for (const sign of graphemes(text)) {
    if (taken !== '' && columnsOf(taken + sign) > width) break;
    taken += sign;
  }
  return taken;
}

function lastColumns(text: string, width: number): string {
  let taken = '';
  for (const sign of graphemes(text).reverse()) {
    if (columnsOf(sign + taken) > width) break;
    taken = sign + taken;
  }
  return taken;
}
