/** Workbooks and documents of Office 2003 as one XML file, known by the namespace of their root element. */
import type { DetectedType } from '../../shared/domain/extraction.ts';

/** No type is registered for these; the names say the program, and the year of its format. */
const WORKBOOK: DetectedType = { mediaType: 'application/vnd.ms-excel.2003+xml', suffixHint: 'xml' };
const DOCUMENT: DetectedType = { mediaType: 'application/vnd.ms-word.2003+xml', suffixHint: 'xml' };

const BY_ROOT: [name: string, namespace: string, type: DetectedType][] = [
  ['Workbook', 'urn:schemas-microsoft-com:office:spreadsheet', WORKBOOK],
  ['wordDocument', 'http://schemas.microsoft.com/office/word/2003/wordml', DOCUMENT],
];
/** What may stand before the root, by how each begins and ends. */
const BEFORE_ROOT: [begins: string, ends: string][] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** @param text the beginning of a file */
export function detectOfficeXml(text: string): DetectedType | null {
  const root = /^<(?:([\w.-]+):)?([\w.-]+)((?:\s[^<>]*)?)>/.exec(text.slice(rootOffset(text)));
  if (root === null) return null;
  const [, prefix, name, attributes = ''] = root;
  const wanted = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  for (const [, key, quoted = ''] of attributes.matchAll(/\s([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (key !== wanted) continue;
    const namespace = quoted.slice(1, -1).trim();
    return BY_ROOT.find(one => one[0] === name && one[1] === namespace)?.[2] ?? null;
  }
  return null;
}

function rootOffset(text: string): number {
  let at = skipSpace(text, 0);
  for (;;) {
    const found = BEFORE_ROOT.find(([begins]) => text.startsWith(begins, at));
    if (found === undefined) return at;
    const end = text.indexOf(found[1], at + found[0].length);
    if (end < 0) return text.length;
    at = skipSpace(text, end + found[1].length);
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/[\s\uFEFF]/.test(text.charAt(at))) at += 1;
  return at;
}
