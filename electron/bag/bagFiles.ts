/** The tag files that make a folder a bag (RFC 8493), as text. */
import { encodeManifestPath } from './bagPath.ts';

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** RFC 8493 section 2.2.2 advises 79; longer values go on in the next line, which begins with white space. */
const LINE_CHARACTERS = 79;

/** bag-info.txt: one label and its value a line, in the order given. */
export function bagInfoText(info: Record<string, string>): string {
  return Object.entries(info)
    .map(([label, value]) => foldedLine(label, value))
    .join('');
}

function foldedLine(label: string, value: string): string {
  if (!/^[^\s:][^:\r\n]*$/.test(label)) throw new Error(`not a label for bag-info.txt: ${JSON.stringify(label)}`);
  const lines: string[] = [];
  let line = `${label}:`;
  for (const word of value.split(/\s+/).filter(Boolean)) {
    if (line.length + 1 + word.length > LINE_CHARACTERS && line !== `${label}:`) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return `${[...lines, line].join('\n')}\n`;
}

export interface ManifestLine {
  path: string;
  digest: string;
}

/** One line a file, sorted by path, so that the order of writing leaves no trace; `sha256sum -c` reads it. */
export function manifestText(lines: readonly ManifestLine[]): string {
  return [...lines]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, digest }) => `${digest}  ${encodeManifestPath(path)}\n`)
    .join('');
}
