/** Makes a packed Word file the same bytes for the same content: its parts in order, with the edition's time for every clock. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Instant } from '../../../../shared/kernel/dates.ts';

/** The first day that a ZIP can name, taken as it stands in any time zone. */
const ZIP_EPOCH = new Date(1980, 0, 1, 0, 0, 0);

/** What has to be changed in which part goes along, as the parts are all unpacked here. */
type Mending = Record<string, (xml: string) => string>;

export function sameBytes(packed: Uint8Array, compiledAt: Instant, mending: Mending = {}): Uint8Array {
  const parts = unzipSync(packed);
  const clocks: Mending = {
    'docProps/core.xml': xml =>
      xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g, `$1${compiledAt.replace(/\.\d{3}Z$/, 'Z')}$3`),
  };
  for (const [name, mend] of Object.entries({ ...mending, ...clocks })) {
    const part = parts[name];
    if (part) parts[name] = strToU8(mend(strFromU8(part)));
  }
  // Readers that tell the type by content expect the content types first.
  const names = Object.keys(parts).sort((left, right) => order(left) - order(right) || (left < right ? -1 : 1));
  const ordered: Zippable = {};
  for (const name of names) ordered[name] = [parts[name] ?? new Uint8Array(0), { mtime: ZIP_EPOCH, level: 6 }];
  return zipSync(ordered);
}

function order(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}
