/**
 * The fonts of a printed report, from those that ship: only the parts whose characters occur in it, inside the page
 * itself, since the page that is printed may load nothing. Without them the machine's own fonts are used.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Static fonts first: Chromium puts them into a PDF as TrueType, variable ones only as drawings with their text beside. */
const places = ['print-fonts', 'renderer'];
const families = /"?(Source Serif 4|Source Code Pro|Noto Serif KR|Noto Sans (?:KR|JP|SC) Variable)"?;/;

export function printFonts(assets: string, text: string): string {
  const characters = new Set(Array.from(text, character => character.codePointAt(0) ?? 0));
  return places
    .flatMap(place => styleSheets(join(assets, place)))
    .flatMap(file => facesOf(file, characters))
    .join('');
}

function styleSheets(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap(entry =>
      entry.isDirectory()
        ? entry.name === 'assets' || entry.name === 'files'
          ? []
          : styleSheets(join(folder, entry.name))
        : entry.name.endsWith('.css')
          ? [join(folder, entry.name)]
          : [],
    );
}

function facesOf(file: string, characters: ReadonlySet<number>): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/@font-face\s*\{[^}]*\}/g)].flatMap(([face]) => {
    const range = /unicode-range:\s*([^;}]+)/.exec(face)?.[1];
    const url = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(face)?.[1];
    if (
      !families.test(`${/font-family:\s*([^;}]+)/.exec(face)?.[1] ?? ''};`.replaceAll("'", '"')) ||
      !url ||
      (range !== undefined && !covers(range, characters))
    )
      return [];
    const path = join(dirname(file), url);
    if (!existsSync(path)) return [];
    const source = `url(data:font/woff2;base64,${readFileSync(path).toString('base64')}) format("woff2")`;
    return [face.replace(/src:[^;}]+/, `src:${source}`)];
  });
}

/** `U+AC00-AD00,U+4??,U+20`: does any of the characters fall into it? */
function covers(range: string, characters: ReadonlySet<number>): boolean {
  const spans = range.split(',').map(part => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)] as const;
  });
  for (const character of characters) if (spans.some(([from, to]) => character >= from && character <= to)) return true;
  return false;
}
