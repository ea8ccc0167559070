/**
 * Objects that were put into an office document: a file in its wrapping (Ole10Native, "Package"), a file that another
 * program keeps as its contents, or a document of another office program, which is taken out with its own streams.
 */
import { byteReaderOver } from '../../byteReader.ts';
import type { CompoundEntry, CompoundFile } from '../../cfb.ts';
import { openCompoundFile, sameName } from '../../cfb.ts';
import { viewOf } from '../../cfbSectors.ts';
import { type NewCompoundEntry, writeCompoundFile } from '../../cfbWrite.ts';
import { detectType } from '../../detect.ts';
import type { ExtractContext } from '../../extractor.ts';
import { decodeCodePage } from './codePage.ts';

/** What an object turns out to be; drawn objects have no file in them. */
export type EmbeddedObject = { kind: 'file'; name: string; bytes: Uint8Array } | { kind: 'drawn' };

/** Drawn by small programs into the page: nothing in them can be read apart from it. */
const DRAWN = ['Equation Native', '\u0001Ole10ItemName', 'MetaFile'];

export async function openEmbedded(
  file: CompoundFile,
  storage: CompoundEntry,
  fallbackName: string,
): Promise<EmbeddedObject> {
  const child = (name: string) => storage.children.find(entry => entry.kind === 'stream' && sameName(entry.name, name));
  const native = child('\u0001Ole10Native');
  if (native !== undefined) {
    const wrapped = parseOle10Native(await file.read(native));
    if (wrapped !== null) return { kind: 'file', ...wrapped, name: wrapped.name || fallbackName };
  }
  for (const name of ['Package', 'CONTENTS']) {
    const stream = child(name);
    if (stream === undefined) continue;
    const bytes = await file.read(stream);
    const detected = await detectType(byteReaderOver(bytes), '');
    if (name === 'Package' || /^application\/pdf|^image\//.test(detected.mediaType))
      return { kind: 'file', name: withSuffix(fallbackName, detected.suffixHint), bytes };
  }
  if (DRAWN.some(name => child(name) !== undefined)) return { kind: 'drawn' };
  if (storage.children.every(entry => /^[\u0001-\u0005]/.test(entry.name))) return { kind: 'drawn' };
  const bytes = await repack(file, storage);
  const detected = await detectType(byteReaderOver(bytes), '');
  return { kind: 'file', name: withSuffix(fallbackName, detected.suffixHint), bytes };
}

/** Null where it holds no file but a program's own data. */
export function parseOle10Native(bytes: Uint8Array): { name: string; bytes: Uint8Array } | null {
  try {
    const view = viewOf(bytes);
    if (view.getUint16(4, true) !== 2) return null;
    const label = zeroEnded(bytes, 6);
    const path = zeroEnded(bytes, label.end);
    // Two words of flags, then the path of the temporary file, then the file itself.
    const tempPathBytes = view.getUint32(path.end + 4, true);
    const sizeAt = path.end + 8 + tempPathBytes;
    const sizeBytes = view.getUint32(sizeAt, true);
    const from = sizeAt + 4;
    if (sizeBytes > bytes.byteLength - from) return null;
    const unicodeName = unicodeNameAfter(bytes, from + sizeBytes);
    const name = baseName(unicodeName ?? (decodeCodePage(label.bytes, 1252) || decodeCodePage(path.bytes, 1252)));
    return { name, bytes: bytes.slice(from, from + sizeBytes) };
  } catch {
    return null;
  }
}

/** Newer programs repeat path, label and name in UTF-16 behind the file. */
function unicodeNameAfter(bytes: Uint8Array, start: number): string | null {
  const view = viewOf(bytes);
  let at = start;
  for (let index = 0; index < 2; index += 1) {
    if (at + 4 > bytes.byteLength) return null;
    const length = view.getUint32(at, true) * 2;
    if (at + 4 + length > bytes.byteLength) return null;
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(at + 4, at + 4 + length)).replace(/\0.*$/s, '');
    if (index === 1) return text === '' ? null : text;
    at += 4 + length;
  }
  return null;
}

async function repack(file: CompoundFile, storage: CompoundEntry): Promise<Uint8Array> {
  return writeCompoundFile(await copyEntries(file, storage.children), storage.classId);
}

/** Entries with their bytes, as they can be written anew. */
export async function copyEntries(file: CompoundFile, entries: CompoundEntry[]): Promise<NewCompoundEntry[]> {
  const copies: NewCompoundEntry[] = [];
  for (const entry of entries) {
    if (entry.kind === 'stream') copies.push({ name: entry.name, bytes: await file.read(entry) });
    else copies.push({ name: entry.name, classId: entry.classId, children: await copyEntries(file, entry.children) });
  }
  return copies;
}

/** Adds the objects of some storages as parts, and says what was left. */
export async function addEmbedded(file: CompoundFile, storages: CompoundEntry[], context: ExtractContext) {
  if (storages.length === 0 || !canUnpack(storages.length, context)) return;
  let drawn = 0;
  let damaged = 0;
  for (const [index, storage] of storages.entries()) {
    const found = await openSafely(() => openEmbedded(file, storage, `Object ${index + 1}`));
    if (found === null) damaged += 1;
    else if (found.kind === 'drawn') drawn += 1;
    else await addFile(found, context);
  }
  warnOfRest(drawn, damaged, context);
}

/** The same for objects that are compound files of their own. */
export async function addEmbeddedFiles(objects: Uint8Array[], context: ExtractContext): Promise<void> {
  if (objects.length === 0 || !canUnpack(objects.length, context)) return;
  let drawn = 0;
  let damaged = 0;
  for (const [index, bytes] of objects.entries()) {
    const found = await openSafely(async () => {
      const file = await openCompoundFile(byteReaderOver(bytes), () => {});
      return openEmbedded(file, file.root, `Object ${index + 1}`);
    });
    if (found === null) damaged += 1;
    else if (found.kind === 'drawn') drawn += 1;
    else await addFile(found, context);
  }
  warnOfRest(drawn, damaged, context);
}

/** One object that was opened already. */
export async function addOpened(found: { name: string; bytes: Uint8Array }, context: ExtractContext): Promise<void> {
  if (canUnpack(1, context)) await addFile(found, context);
}

function canUnpack(count: number, context: ExtractContext): boolean {
  if (context.depth < context.limits.maxNestingDepth) return true;
  context.warn(
    `The document holds ${count} embedded objects, but lies ${context.depth} levels deep itself; they were not unpacked.`,
  );
  return false;
}

/** One broken object does not cost the others. */
async function openSafely(open: () => Promise<EmbeddedObject>): Promise<EmbeddedObject | null> {
  try {
    return await open();
  } catch {
    return null;
  }
}

async function addFile(found: { name: string; bytes: Uint8Array }, context: ExtractContext): Promise<void> {
  if (found.bytes.byteLength > context.limits.maxPartBytes) {
    context.warn(`The embedded file “${found.name.slice(0, 200)}” is too large to be taken out.`);
    return;
  }
  await context.addPart({ name: found.name, mediaType: '', disposition: 'attachment', bytes: found.bytes });
}

function warnOfRest(drawn: number, damaged: number, context: ExtractContext): void {
  if (drawn > 0) {
    const what = drawn === 1 ? 'a drawn object, such as a formula' : `${drawn} drawn objects, such as formulas`;
    context.warn(`The document holds ${what}; what is in it was not read.`);
  }
  if (damaged > 0) {
    const what = damaged === 1 ? 'an embedded object that is' : `${damaged} embedded objects that are`;
    context.warn(`The document holds ${what} damaged; it was not taken out.`);
  }
}

function zeroEnded(bytes: Uint8Array, from: number): { bytes: Uint8Array; end: number } {
  const end = bytes.indexOf(0, from);
  if (end < 0) throw new RangeError('no end');
  return { bytes: bytes.subarray(from, end), end: end + 1 };
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}

function withSuffix(name: string, suffix: string | undefined): string {
  return suffix === undefined ? name : `${name}.${suffix}`;
}
