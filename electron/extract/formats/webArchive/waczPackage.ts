/** What a WACZ says of itself beside its web archives: who made it, its pages and the digests of its members. */
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import type { ExtractContext } from '../../extractor.ts';
import type { ZipEntry } from '../../zipDirectory.ts';
import { toHex } from './blockDigest.ts';
import { gatherBytes, readZipMember } from './zipMembers.ts';

const MAX_DESCRIPTION_BYTES = 16 * 1024 * 1024;
const MAX_PAGES_BYTES = 64 * 1024 * 1024;

const text = z.string().optional().catch(undefined);
const DataPackage = z.object({
  title: text,
  description: text,
  software: text,
  created: text,
  modified: text,
  mainPageUrl: text,
  mainPageDate: text,
  wacz_version: text,
  resources: z
    .array(z.object({ path: z.string(), hash: text, bytes: z.number().optional().catch(undefined) }))
    .catch([]),
});
type DataPackage = z.infer<typeof DataPackage>;

export interface ListedPage {
  address: string;
  title: string;
  date: string;
}

export async function readDataPackage(
  entries: readonly ZipEntry[],
  context: ExtractContext,
): Promise<DataPackage | null> {
  const bytes = await readMember('datapackage.json', entries, context, MAX_DESCRIPTION_BYTES);
  try {
    return bytes === null ? null : DataPackage.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** From `pages.jsonl` and `extraPages.jsonl`; lines that are no JSON are left out. */
export async function readListedPages(entries: readonly ZipEntry[], context: ExtractContext): Promise<ListedPage[]> {
  const pages: ListedPage[] = [];
  for (const name of ['pages/pages.jsonl', 'pages/extraPages.jsonl']) {
    const bytes = await readMember(name, entries, context, MAX_PAGES_BYTES);
    for (const line of new TextDecoder().decode(bytes ?? new Uint8Array(0)).split('\n')) {
      const page = readPageLine(line);
      if (page !== null) pages.push(page);
    }
  }
  return pages;
}

function readPageLine(line: string): ListedPage | null {
  try {
    const { url, title, ts } = z
      .object({ url: z.string(), title: text, ts: z.union([z.string(), z.number()]).optional().catch(undefined) })
      .parse(JSON.parse(line));
    return { address: url, title: title ?? '', date: ts === undefined ? '' : String(ts) };
  } catch {
    return null;
  }
}

/** Sentences on members that are missing or are not those that the package describes. */
export async function checkDigests(
  { resources }: DataPackage,
  entries: readonly ZipEntry[],
  context: ExtractContext,
): Promise<{ checked: number; wrong: string[] }> {
  const wrong: string[] = [];
  let checked = 0;
  for (const { path, hash } of resources) {
    const stated = /^sha256:([0-9a-f]{64})$/i.exec(hash ?? '')?.[1]?.toLowerCase();
    if (stated === undefined) continue;
    const entry = entries.find(({ name }) => name === path);
    if (entry === undefined) {
      wrong.push(`${path} is missing`);
      continue;
    }
    const digest = sha256.create();
    for await (const piece of readZipMember(context.source, entry, context.limits)) digest.update(piece);
    checked += 1;
    if (toHex(digest.digest()) !== stated) wrong.push(`${path} was changed`);
  }
  return { checked, wrong };
}

async function readMember(
  name: string,
  entries: readonly ZipEntry[],
  { source, limits }: ExtractContext,
  max: number,
): Promise<Uint8Array | null> {
  const entry = entries.find(member => member.name === name);
  return entry === undefined ? null : gatherBytes(readZipMember(source, entry, limits), max);
}
