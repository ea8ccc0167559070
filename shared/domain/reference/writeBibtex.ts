/** BibTeX, with the fields of BibLaTeX that say more: UTF-8, one field a line, what has no field of its own in `probatum-csl`. */
import type { BibtexEntry } from './bibtexEntry.ts';
import { entryOfItem } from './bibtexFields.ts';
import type { CslItem } from './cslItem.ts';

export function* writeBibtex(items: Iterable<CslItem>): Generator<string> {
  for (const item of items) yield entryText(entryOfItem(item));
}

function entryText({ type, key, fields }: BibtexEntry): string {
  const lines = [...fields].map(([name, source]) => `  ${name} = {${source}},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n\n`;
}
