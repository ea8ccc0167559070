/** Turns the characters of a Word document into text: fields show their results, marks become tabs and line ends. */
import { symbolSign } from '../docx/symbols.ts';
import type { CharacterFormat, Formatting, Tracking } from './formatting.ts';

const FIELD_START = 0x13;
const FIELD_RESULT = 0x14;
const FIELD_END = 0x15;
const CELL_END = 0x07;
const SYMBOL_PLACE = 0x28;
/** Fields that fetch something from elsewhere when they are updated. */
const FETCHING_FIELD = /^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b\s*(.*)$/is;
const MAX_FIELD_CODE_CHARS = 2000;
const PIECE_CHARS = 8192;

export interface TrackedWords {
  tracking: Tracking;
  text: string;
}

export interface StoryReader {
  /** @param marks what stands at a reference, by its position */
  read(from: number, to: number, marks?: ReadonlyMap<number, string>): string;
  /** Deleted and inserted words, in the order of the text. */
  tracked: TrackedWords[];
  hiddenChars: number;
  unknownSymbols: number;
  fetchingFields: string[];
}

export interface StoryText {
  text: string;
  formatting: Formatting;
  /** By the indices that symbols give. */
  fonts: string[];
  /** Makes text of what the characters stand for. */
  decode: (text: string) => string;
}

export function openStoryReader({ text, formatting, fonts, decode }: StoryText): StoryReader {
  const reader: StoryReader = { read, tracked: [], hiddenChars: 0, unknownSymbols: 0, fetchingFields: [] };
  const { runs, rowEnds, knowsRows } = formatting;

  function runAt(position: number, from: number): number {
    let index = from;
    while (index < runs.length && (runs[index]?.to ?? 0) <= position) index += 1;
    return index;
  }

  function firstRunAfter(position: number): number {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.to ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function read(from: number, to: number, marks: ReadonlyMap<number, string> = new Map()): string {
    const pieces: string[] = [];
    let shown = '';
    /** One entry a field that is open: its code while that is being read, null from its result on. */
    const fields: (string | null)[] = [];
    /** How many of them are at their code: looking through all for each character would be the document's to prolong. */
    let codes = 0;
    let runIndex = firstRunAfter(from);
    const open: Partial<Record<Tracking['kind'], TrackedWords & { end: number }>> = {};
    for (let position = from; position < to && position < text.length; position += 1) {
      const code = text.charCodeAt(position);
      runIndex = runAt(position, runIndex);
      const run = runs[runIndex];
      const format = run !== undefined && run.from <= position ? run.format : null;
      if (code === FIELD_START) {
        fields.push('');
        codes += 1;
        continue;
      }
      if (code === FIELD_RESULT || code === FIELD_END) {
        if (typeof fields.at(-1) === 'string') codes -= 1;
        endFieldCode(fields, code === FIELD_END);
        continue;
      }
      if (codes > 0) {
        const last = fields.length - 1;
        const field = fields[last];
        if (typeof field === 'string' && field.length < MAX_FIELD_CODE_CHARS) fields[last] = field + text[position];
        continue;
      }
      const drawn = draw(code, position, marks, format, position > from);
      for (const tracking of format?.tracking ?? []) {
        const last = open[tracking.kind];
        if (last?.end === position && isSame(last.tracking, tracking)) {
          last.text += drawn;
          last.end = position + 1;
        } else {
          const words = { tracking, text: drawn, end: position + 1 };
          open[tracking.kind] = words;
          reader.tracked.push(words);
        }
      }
      if (format?.tracking.some(({ kind }) => kind === 'deletion')) continue;
      if (format?.isHidden) reader.hiddenChars += drawn.trim().length;
      shown += drawn;
      if (shown.length < PIECE_CHARS) continue;
      pieces.push(shown);
      shown = '';
    }
    return decode(pieces.join('') + shown);
  }

  function endFieldCode(fields: (string | null)[], isEnd: boolean): void {
    const code = fields.at(-1);
    if (typeof code === 'string') {
      const fetching = FETCHING_FIELD.exec(decode(code));
      if (fetching !== null) reader.fetchingFields.push(`${fetching[1]} ${fetching[2]}`.replace(/\s+/g, ' ').trim());
    }
    if (isEnd) fields.pop();
    else if (fields.length > 0) fields[fields.length - 1] = null;
  }

  function draw(
    code: number,
    position: number,
    marks: ReadonlyMap<number, string>,
    format: CharacterFormat | null,
    hasBefore: boolean,
  ): string {
    switch (code) {
      case CELL_END:
        return drawCellEnd(position, hasBefore);
      case 0x0d:
      case 0x0b:
      case 0x0e:
        return rowEnds.has(position) ? '' : '\n';
      case 0x0c:
        return '\f';
      case 0x09:
        return '\t';
      case 0x02:
      case 0x05:
        return marks.get(position) ?? '';
      case 0x1e:
        return '\u2011';
      // A hyphen that shows only where the line breaks.
      case 0x1f:
        return '';
      case 0xa0:
        return '\u00a0';
      default:
        // Pictures, drawn objects, separators of notes, and whatever else Word keeps in place of a character.
        if (code < 0x20) return '';
        if (format?.symbol && code === SYMBOL_PLACE) return drawSymbol(format.symbol);
        // Typed in a font of symbols: the characters lie in the area that Unicode leaves to everybody's own use.
        if (code >= 0xf020 && code <= 0xf0ff && format !== null && format.symbolFont !== null)
          return drawSymbol({ font: format.symbolFont, code });
        return text[position] ?? '';
    }
  }

  function drawSymbol({ font, code }: NonNullable<CharacterFormat['symbol']>): string {
    const sign = symbolSign(fonts[font] ?? '', code.toString(16));
    if (sign === null) reader.unknownSymbols += 1;
    return sign ?? '\uFFFD';
  }

  function drawCellEnd(position: number, hasBefore: boolean): string {
    if (knowsRows) return rowEnds.has(position) ? '\n' : rowEnds.has(position + 1) ? '' : '\t';
    // Without formatting: two in a row are the last cell's end and the row's.
    if (hasBefore && text.charCodeAt(position - 1) === CELL_END) return '\n';
    return text.charCodeAt(position + 1) === CELL_END ? '' : '\t';
  }

  return reader;
}

function isSame(a: Tracking, b: Tracking): boolean {
  return a.authorIndex === b.authorIndex && a.at === b.at;
}
