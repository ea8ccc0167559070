/** Splits an e-mail's first page into its header fields and its body, without losing a character: offsets must stay true. */
export interface HeaderField {
  /** `From:` */
  name: string;
  /** The rest, line ends and continuation lines included. */
  value: string;
}

const FIELD = /^([\p{L}][\p{L}\d-]{0,30}):(?=[ \t\u00a0]|\r?$)/u;
const MAX_FIELDS = 60;

/** `fields` names and values, joined, followed by `body` are exactly the text given. */
export function splitMessageHeader(text: string): { fields: HeaderField[]; body: string } {
  const fields: HeaderField[] = [];
  let at = 0;
  while (at < text.length && fields.length < MAX_FIELDS) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, end);
    const name = FIELD.exec(line.replace(/\r?\n$/, ''))?.[0];
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ name, value: line.slice(name.length) });
    else if (last !== undefined && /^[ \t]+\S/.test(line)) last.value += line;
    else break;
    at = end;
  }
  // One line that looks like a field is a sentence with a colon.
  if (fields.length < 2) return { fields: [], body: text };
  return { fields, body: text.slice(at) };
}

/** Runs of lines, quoted (`> …`) or not; joined they are the text given. */
export function splitQuotedLines(text: string): { text: string; quoted: boolean }[] {
  const runs: { text: string; quoted: boolean }[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    const quoted = /^\s{0,3}>/.test(line);
    const last = runs.at(-1);
    if (last !== undefined && last.quoted === quoted) last.text += line;
    else runs.push({ text: line, quoted });
  }
  return runs;
}
