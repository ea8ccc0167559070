/**
 * Whether what others expect of a file stands in our text of it. A table with a header names `file`, `assertion` (`contains` or
 * `not-contains`) and `string`; the string is looked for in the file's text, in that of its parts, and in what the file says of
 * itself, white space folded.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Core } from '../../electron/core.ts';
import type { AdmissionRow } from '../../shared/contract/exhibit.ts';
import type { Exhibit } from '../../shared/domain/exhibit.ts';
import { pageTexts } from './admitFolders.ts';

export interface ExpectedString {
  /** Absolute. */
  path: string;
  isWanted: boolean;
  words: string;
}

export interface ExpectationResult extends ExpectedString {
  mediaType: string;
  reading: string;
  holds: boolean;
}

export function readExpected(tables: readonly string[]): ExpectedString[] {
  return tables.flatMap(table => {
    const [head = [], ...rows] = readFileSync(table, 'utf8')
      .split(/\r?\n/)
      .map(line => line.split('\t'));
    const at = (name: string) => {
      const column = head.indexOf(name);
      if (column < 0) throw new Error(`${table} has no column “${name}” in its first line`);
      return column;
    };
    const [file, assertion, words] = [at('file'), at('assertion'), at('string')];
    return rows.flatMap(row => {
      const path = row[file];
      const string = row[words];
      if (!path || !string) return [];
      const isWanted = row[assertion] !== 'not-contains';
      return [{ path: resolve(dirname(table), path), isWanted, words: unescaped(string) }];
    });
  });
}

export async function checkExpected(
  core: Core,
  rows: readonly AdmissionRow[],
  exhibits: readonly Exhibit[],
  expected: readonly ExpectedString[],
): Promise<ExpectationResult[]> {
  const byPath = new Map(rows.map(row => [row.path, row.exhibitId]));
  const results: ExpectationResult[] = [];
  const partsOf = await gatherParts(core, exhibits);
  const texts = new Map<string, string>();
  for (const expectation of expected) {
    const id = byPath.get(expectation.path);
    const exhibit = exhibits.find(one => one.id === id);
    if (!exhibit) continue;
    let text = texts.get(exhibit.id);
    if (text === undefined) {
      text = folded(await everythingOf(core, exhibit, partsOf));
      texts.set(exhibit.id, text);
    }
    const found = text.includes(folded(expectation.words));
    const { mediaType, reading } = exhibit;
    results.push({ ...expectation, mediaType, reading, holds: found === expectation.isWanted });
  }
  return results;
}

type PartsOf = ReadonlyMap<number, readonly Exhibit[]>;

/** By the number of the container. A part whose bytes were there already is a copy that names it in its path. */
async function gatherParts(core: Core, exhibits: readonly Exhibit[]): Promise<PartsOf> {
  const parts = new Map<number, Exhibit[]>();
  for (const exhibit of exhibits) {
    const { copies } = await core.dispatcher.run('exhibit.get', { exhibitId: exhibit.id });
    for (const number of new Set(copies.map(copy => Number(/^EX-(\d+)\//.exec(copy.path)?.[1])))) {
      if (Number.isNaN(number)) continue;
      parts.set(number, [...(parts.get(number) ?? []), exhibit]);
    }
  }
  return parts;
}

/** Its pages, what it says of itself, its remarks, and the same of all its parts. */
async function everythingOf(core: Core, exhibit: Exhibit, partsOf: PartsOf, depth = 0): Promise<string> {
  const rendition = await core.dispatcher.run('exhibit.rendition', { exhibitId: exhibit.id });
  const own = [
    exhibit.title,
    ...(await pageTexts(core, exhibit)),
    ...Object.entries(rendition?.metadata ?? {}).flat(),
    ...(rendition?.warnings ?? []),
    ...(rendition?.remarks ?? []).flatMap(remark => [remark.author, remark.text]),
    ...(rendition?.places ?? []).flatMap(place => [place.name ?? '', String(place.latitude), String(place.longitude)]),
    ...(rendition?.structure?.kind === 'mail' ? rendition.structure.headers.flat() : []),
  ];
  // Archives that hold themselves would be walked for ever.
  if (depth < 6) {
    for (const part of partsOf.get(exhibit.number) ?? [])
      own.push(part.fileName, await everythingOf(core, part, partsOf, depth + 1));
  }
  return own.join('\n');
}

/** Such tables are often mined from programs, where a tab is written `\t`. */
function unescaped(text: string): string {
  return text.replace(/\\([ntr])/g, ' ');
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u2028]+/g, ' ')
    .trim();
}
