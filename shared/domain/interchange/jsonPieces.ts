/**
 * Cuts a JSON document into the items of its lists as the text comes, so that a large file is never held whole: the items of
 * a list that is the document, and those of the lists directly under the document's keys (`entities`, `edges`, `features`). What
 * is no object is an item too: whoever reads them tells it, rather than pass over it.
 */

export interface JsonPiece {
  /** The key under which its list stands; '' where the document is the list. */
  key: string;
  json: string;
}

export interface JsonCutter {
  add(text: string): JsonPiece[];
  /** False where the text ends within an object or a list. */
  end(): boolean;
}

const MAX_PIECE_CHARS = 16 * 1024 * 1024;
const MAX_KEY_CHARS = 60;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const OPEN_LIST = 0x5b;
const CLOSE_OBJECT = 0x7d;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;
/** What JSON takes for space is this or below. */
const SPACE = 0x20;

/** One object is longer than any that a program writes for one entity. */
export class PieceTooLong extends Error {
  override readonly name = 'PieceTooLong';
}

export function openJsonCutter(keys: readonly string[]): JsonCutter {
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** The last string in the outer object: the key, when a list opens. */
  let key = '';
  /** Depth at which the items of the list in hand open; -1 outside of such a list. */
  let itemDepth = -1;
  let listKey = '';
  let gathering: 'nothing' | 'object' | 'other' = 'nothing';
  let gathered = '';

  function open(code: number): void {
    if (code === OPEN_LIST && itemDepth < 0 && (depth === 0 || (depth === 1 && keys.includes(key)))) {
      itemDepth = depth + 1;
      listKey = depth === 0 ? '' : key;
    }
    depth += 1;
  }

  function add(text: string): JsonPiece[] {
    const pieces: JsonPiece[] = [];
    let from = 0;
    const begin = (what: 'object' | 'other', at: number) => {
      gathering = what;
      gathered = '';
      from = at;
    };
    const finish = (end: number) => {
      pieces.push({ key: listKey, json: (gathered + text.slice(from, end)).trim() });
      gathering = 'nothing';
      gathered = '';
    };
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (!inString && depth === itemDepth) {
        const isOver = code === COMMA || code === CLOSE_LIST || code === OPEN_OBJECT;
        if (gathering === 'other' && isOver) finish(at);
        if (code === OPEN_OBJECT) begin('object', at);
        else if (gathering === 'nothing' && !isOver && code !== CLOSE_OBJECT && code > SPACE) begin('other', at);
      }
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inString = false;
        else if (depth === 1 && key.length < MAX_KEY_CHARS) key += text[at];
      } else if (code === QUOTE) {
        inString = true;
        if (depth === 1) key = '';
      } else if (code === OPEN_OBJECT || code === OPEN_LIST) open(code);
      else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        depth = Math.max(0, depth - 1);
        if (gathering === 'object' && depth === itemDepth) finish(at + 1);
        else if (code === CLOSE_LIST && depth === itemDepth - 1) itemDepth = -1;
      }
    }
    if (gathering !== 'nothing') gathered += text.slice(from);
    if (gathered.length > MAX_PIECE_CHARS) throw new PieceTooLong();
    return pieces;
  }

  return { add, end: () => depth === 0 && !inString };
}
