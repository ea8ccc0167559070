/** Compiled reports read back from their bytes. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

export interface DocxNotes {
  /** Ids in the order in which the text calls them. */
  called: string[];
  /** Id → words of the note. */
  notes: Map<string, string>;
  /** Exhibit numbers in the rows of the tables: the annex. */
  listed: Set<string>;
}

const EXHIBIT = /EX-\d{4,}/g;

export function readDocxNotes(path: string): DocxNotes {
  const parts = unzipSync(readFileSync(path));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const text = part('word/document.xml');
  const notes = new Map<string, string>();
  for (const [, attributes = '', body = ''] of part('word/footnotes.xml').matchAll(
    /<w:footnote (.*?)>(.*?)<\/w:footnote>/gs,
  )) {
    const id = /w:id="(-?\d+)"/.exec(attributes)?.[1] ?? '';
    if (!attributes.includes('w:type=')) notes.set(id, words(body));
  }
  const cells = [...text.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => words(cell));
  return {
    called: [...text.matchAll(/<w:footnoteReference [^>]*w:id="(-?\d+)"/g)].map(([, id = '']) => id),
    notes,
    listed: new Set(cells.filter(cell => /^EX-\d{4,}$/.test(cell.trim())).map(cell => cell.trim())),
  };
}

export function exhibitsIn(words: string): string[] {
  return [...new Set(words.match(EXHIBIT) ?? [])];
}

function words(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&amp;', '&');
}
