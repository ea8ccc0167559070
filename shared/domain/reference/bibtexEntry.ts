/** An entry of a BibTeX file, its values still as TeX writes them: joined, with macros in their place, without their outer braces. */

export interface BibtexEntry {
  type: string;
  key: string;
  /** Names in small letters. */
  fields: Map<string, string>;
}

/** `jan` and the like stand for themselves in every style. */
const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export type Macros = Map<string, string>;

export function usualMacros(): Macros {
  return new Map(MONTHS.map((name, at) => [name, String(at + 1).padStart(2, '0')]));
}

/** What stands between the outer braces of an entry; what of it is no field is passed over, and told. */
export function readEntry(type: string, body: string, macros: Macros): { entry: BibtexEntry; problem: string | null } {
  const comma = body.indexOf(',');
  const key = (comma < 0 ? body : body.slice(0, comma)).trim();
  const { fields, problem } = readFields(comma < 0 ? '' : body.slice(comma + 1), macros);
  return { entry: { type: type.toLowerCase(), key, fields }, problem };
}

export function readFields(body: string, macros: Macros): { fields: Map<string, string>; problem: string | null } {
  const fields = new Map<string, string>();
  let at = 0;
  for (;;) {
    at += /^[\s,]*/.exec(body.slice(at))?.[0].length ?? 0;
    if (at >= body.length) return { fields, problem: null };
    const name = /^([^\s=,{}"#]+)\s*=\s*/.exec(body.slice(at, at + 400));
    if (!name) return { fields, problem: `“${body.slice(at, at + 40).trim()}” is no field` };
    at += name[0].length;
    const value = readValue(body, at, macros);
    if (value === null) return { fields, problem: `the value of “${name[1] ?? ''}” does not end` };
    const field = (name[1] ?? '').toLowerCase();
    if (!fields.has(field)) fields.set(field, value.text);
    at = value.next;
  }
}

/** Parts joined by `#`: a group, words in quotes, a number, the name of a macro. */
function readValue(body: string, from: number, macros: Macros): { text: string; next: number } | null {
  let text = '';
  let at = from;
  for (;;) {
    const part = readPart(body, at, macros);
    if (part === null) return null;
    text += part.text;
    at = part.next;
    const join = /^\s*#\s*/.exec(body.slice(at, at + 100));
    if (!join) return { text, next: at };
    at += join[0].length;
  }
}

function readPart(body: string, at: number, macros: Macros): { text: string; next: number } | null {
  if (body[at] === '{' || body[at] === '"') {
    const strict = endOfPart(body, at, false);
    // Some programs do not count braces behind a backslash, though BibTeX does.
    const end = strict < 0 ? endOfPart(body, at, true) : strict;
    return end < 0 ? null : { text: body.slice(at + 1, end), next: end + 1 };
  }
  const word = /^[^\s,#{}"=]+/.exec(body.slice(at, at + 400))?.[0] ?? '';
  return { text: macros.get(word.toLowerCase()) ?? word, next: at + word.length };
}

function endOfPart(body: string, from: number, passesEscaped: boolean): number {
  const isQuoted = body[from] === '"';
  let depth = 0;
  for (let at = isQuoted ? from + 1 : from; at < body.length; at += 1) {
    const character = body[at];
    if (passesEscaped && character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    // Some write `\"` in a quoted value, which BibTeX forbids; the words are plain enough.
    if (isQuoted ? character === '"' && depth <= 0 && body[at - 1] !== '\\' : depth === 0) return at;
  }
  return -1;
}
