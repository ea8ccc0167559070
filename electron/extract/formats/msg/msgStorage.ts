/** The properties of a message as Outlook lays them out in a compound file ([MS-OXMSG]): streams named by number and type. */
import { type CompoundEntry, type CompoundFile, sameName } from '../../cfb.ts';
import { viewOf } from '../../cfbSectors.ts';
import { type NewCompoundEntry, writeCompoundFile } from '../../cfbWrite.ts';
import { type MapiProps, type MapiValue, openMapiProps } from './mapi.ts';

/** Before the entries: longest in the message itself, shorter in one inside it, shortest for recipients and attachments. */
export const HEADER_BYTES = { message: 32, enclosed: 24, other: 8 } as const;
const ENTRY_BYTES = 16;
const PROPERTIES = '__properties_version1.0';
const NAMES = '__nameid_version1.0';
const STREAM = /^__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})$/i;
/** Bodies and attachments are wanted; a property of a gigabyte is one of them or none. */
const MAX_PROPERTIES = 20_000;

export async function readProps(
  file: CompoundFile,
  storage: CompoundEntry,
  headerBytes: number,
  codePage?: number,
): Promise<MapiProps> {
  const values = new Map<number, MapiValue>();
  for (const entry of storage.children.slice(0, MAX_PROPERTIES)) {
    if (entry.kind !== 'stream') continue;
    const name = STREAM.exec(entry.name);
    if (name?.[1] === undefined || name[2] === undefined) {
      if (sameName(entry.name, PROPERTIES)) readFixed(await file.read(entry), headerBytes, values);
      continue;
    }
    const id = Number.parseInt(name[1], 16);
    // Of a property in both forms the Unicode one is kept, whichever comes first.
    const type = Number.parseInt(name[2], 16);
    if (!values.has(id) || type === 0x001f) values.set(id, { type, bytes: await file.read(entry) });
  }
  return openMapiProps(values, codePage);
}

function readFixed(bytes: Uint8Array, headerBytes: number, values: Map<number, MapiValue>): void {
  const view = viewOf(bytes);
  for (let at = headerBytes; at + ENTRY_BYTES <= bytes.byteLength; at += ENTRY_BYTES) {
    const type = view.getUint16(at, true);
    const isInStream = type === 0x001e || type === 0x001f || type === 0x0102 || type === 0x000d || type >= 0x1000;
    if (!isInStream) values.set(view.getUint16(at + 2, true), { type, bytes: bytes.slice(at + 8, at + 16) });
  }
}

export function storagesNamed(storage: CompoundEntry, start: string): CompoundEntry[] {
  return storage.children.filter(
    ({ kind, name }) => kind === 'storage' && name.toLowerCase().startsWith(start.toLowerCase()),
  );
}

/** A message that lies in an attachment, as a file of its own. */
export async function repackEnclosed(file: CompoundFile, storage: CompoundEntry): Promise<Uint8Array> {
  const children: NewCompoundEntry[] = [];
  for (const entry of storage.children) children.push(await copy(file, entry));
  const properties = children.find(entry => sameName(entry.name, PROPERTIES));
  if (properties !== undefined && 'bytes' in properties) properties.bytes = widenHeader(properties.bytes);
  // The names of properties are kept once, in the outermost message.
  const names = file.root.children.find(entry => sameName(entry.name, NAMES));
  if (names !== undefined && !children.some(entry => sameName(entry.name, NAMES))) {
    children.push(await copy(file, names));
  }
  return writeCompoundFile(children, '00020d0b-0000-0000-c000-000000000046');
}

function widenHeader(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(bytes.byteLength + HEADER_BYTES.message - HEADER_BYTES.enclosed);
  wide.set(bytes.subarray(0, HEADER_BYTES.enclosed));
  wide.set(bytes.subarray(HEADER_BYTES.enclosed), HEADER_BYTES.message);
  return wide;
}

async function copy(file: CompoundFile, entry: CompoundEntry): Promise<NewCompoundEntry> {
  if (entry.kind === 'stream') return { name: entry.name, bytes: await file.read(entry) };
  const children: NewCompoundEntry[] = [];
  for (const child of entry.children) children.push(await copy(file, child));
  return { name: entry.name, classId: entry.classId, children };
}
