/** The formats of references, and which of them a text is, by its beginning. */
import { z } from 'zod';
import { looksLikeCsl, readCslJson, writeCslJson } from './cslJson.ts';
import type { CslItem, ReadReference } from './cslItem.ts';
import { readBibtex } from './readBibtex.ts';
import { readRis } from './readRis.ts';
import { writeBibtex } from './writeBibtex.ts';
import { writeRis } from './writeRis.ts';

export const ReferenceFormat = z.enum(['csl-json', 'ris', 'bibtex']);
export type ReferenceFormat = z.infer<typeof ReferenceFormat>;

export function detectReferences(head: string): ReferenceFormat | null {
  const start = head.replace(/^\uFEFF/, '');
  if (/(?:^|[\r\n])TY\s{1,3}-\s*[A-Z]/.test(start)) return 'ris';
  if (/(?:^|[\r\n])[ \t]*@\s*[A-Za-z]+\s*[{(]\s*[^\s,{}()]+\s*[,=]/.test(start)) return 'bibtex';
  return looksLikeCsl(start) ? 'csl-json' : null;
}

export function readReferences(
  format: ReferenceFormat,
  open: () => AsyncIterable<string>,
): AsyncGenerator<ReadReference> {
  return { 'csl-json': readCslJson, ris: readRis, bibtex: readBibtex }[format](open);
}

export function writeReferences(format: ReferenceFormat, items: Iterable<CslItem>): Generator<string> {
  return { 'csl-json': writeCslJson, ris: writeRis, bibtex: writeBibtex }[format](items);
}
