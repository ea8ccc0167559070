/** A bag inside a ZIP: listed by its directory, read in streams, each checksum and size held against what was announced. */
import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { unsafePathReason } from '../bagPath.ts';
import type { BagSource } from '../bagSource.ts';
import { type Findings, UnreadableFile } from '../bagVerdict.ts';
import { readSeal } from './containerSeal.ts';
import { type Alteration, findAlteration } from './findAlteration.ts';
import { readZipDirectory, type ZipDirectory, type ZipLimits, type ZipMember } from './zipDirectory.ts';
import { ZipFile } from './zipFile.ts';
import { METHOD } from './zipFormat.ts';
import { assertMethod, locateMembers } from './zipLayout.ts';

const READ_BYTES = 256 * 1024;
const GIBIBYTE = 2 ** 30;
/** Up to here a file is unpacked in memory at once. */
const AT_ONCE_BYTES = 1024 * 1024;

export interface OpenZip extends BagSource {
  /** Whether the comment of the ZIP is a seal at all, and whether the bytes before it are the sealed ones. */
  checkSeal(): Promise<'absent' | 'whole' | 'broken'>;
  /** For a ZIP of ours whose seal is broken: the first byte that is not as we write it; its name is that within the bag. */
  findAlteration(): Promise<Alteration | undefined>;
  close(): Promise<void>;
}

export async function openZip(path: string, findings: Findings, limits: ZipLimits): Promise<OpenZip> {
  const file = await ZipFile.open(path);
  try {
    const directory = await readZipDirectory(file, findings, limits);
    refuseBomb(directory, file.sizeBytes, limits);
    const places = await locateMembers(file, directory, findings);
    const members = uniqueFiles(directory, findings);
    const root = bagRoot([...members.keys()]);
    const byPath = new Map([...members].map(([name, member]) => [insideBag(name, root, findings), member] as const));
    byPath.delete(undefined);
    return {
      files: [...byPath].map(([path, member]) => ({ path: path ?? '', sizeBytes: member.sizeBytes })),
      read: wanted => readMember(file, byPath.get(wanted), places),
      checkSeal: () => checkSeal(file, directory),
      findAlteration: async () => {
        const found = await findAlteration(file, directory, places, member => readMember(file, member, places));
        return found?.name === undefined ? found : { ...found, name: found.name.slice(root.length) };
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function refuseBomb(directory: ZipDirectory, fileBytes: number, limits: ZipLimits): void {
  const unpacked = directory.members.reduce((sum, member) => sum + member.sizeBytes, 0);
  if (unpacked <= limits.unpackedBytes && (unpacked <= GIBIBYTE || unpacked / fileBytes <= limits.ratio)) return;
  const [largest] = [...directory.members].sort((one, other) => other.sizeBytes - one.sizeBytes);
  throw new UnreadableFile(
    'zip-bomb',
    `it would unpack to ${unpacked} bytes, out of proportion to its own ${fileBytes}, most of them in ${largest?.name}`,
  );
}

/** Entries for folders say nothing that the files do not say. */
function uniqueFiles(directory: ZipDirectory, findings: Findings): Map<string, ZipMember> {
  const members = new Map<string, ZipMember>();
  for (const member of directory.members) {
    if (member.name.endsWith('/')) {
      if (member.sizeBytes > 0)
        findings.problem('zip-hidden', `${member.name} is a folder, yet holds bytes.`, member.name);
      continue;
    }
    const reason = unsafePathReason(member.name);
    if (reason)
      findings.problem('path-unsafe', `A name in the ZIP ${reason}: ${member.name}. Do not unpack it.`, member.name);
    else if (members.has(member.name))
      findings.problem('zip-duplicate', `${member.name} stands in the ZIP twice.`, member.name);
    else members.set(member.name, member);
  }
  return members;
}

/** The folder that holds bagit.txt: one level down, or the ZIP itself. */
function bagRoot(names: string[]): string {
  if (names.includes('bagit.txt')) return '';
  const found = names.find(name => /^[^/]+\/bagit\.txt$/.test(name));
  return found?.slice(0, -'bagit.txt'.length) ?? '';
}

function insideBag(name: string, root: string, findings: Findings): string | undefined {
  if (name.startsWith(root)) return name.slice(root.length);
  findings.problem('beside-the-bag', `${name} stands in the ZIP beside the bag, where no manifest covers it.`, name);
  return undefined;
}

async function* readMember(
  file: ZipFile,
  member: ZipMember | undefined,
  places: Map<ZipMember, number>,
): AsyncGenerator<Uint8Array> {
  const at = member && places.get(member);
  if (!member || at === undefined) throw new UnreadableFile('file-unreadable', 'cannot be read from the ZIP');
  assertMethod(member, Object.values(METHOD));
  const packed = readRange(file, at, member.compressedBytes);
  let crc = 0;
  let sizeBytes = 0;
  const inflated =
    member.compressedBytes <= AT_ONCE_BYTES && member.sizeBytes <= AT_ONCE_BYTES ? inflateAtOnce : inflate;
  for await (const piece of member.method === METHOD.deflate ? inflated(packed, member) : packed) {
    crc = crc32(piece, crc);
    sizeBytes += piece.length;
    if (sizeBytes > member.sizeBytes) throw bomb();
    yield piece;
  }
  if (sizeBytes !== member.sizeBytes)
    throw new UnreadableFile('zip-truncated', 'unpacks to less than the ZIP announces');
  if (crc !== member.crc) throw new UnreadableFile('zip-crc', 'does not have the checksum that the ZIP states');
}

/** A bundle has thousands of small files, and a stream for each would take most of the time. */
async function* inflateAtOnce(packed: AsyncIterable<Uint8Array>, member: ZipMember): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of packed) pieces.push(piece);
  const { bytes, consumed } = inflateWhole(Buffer.concat(pieces));
  yield bytes;
  if (consumed !== member.compressedBytes) throw behindContent();
}

function inflateWhole(packed: Buffer): { bytes: Uint8Array; consumed: number } {
  try {
    // Twice what may come out, so that what is larger is told as such, and no bomb goes off.
    const options = { info: true, maxOutputLength: 2 * AT_ONCE_BYTES } as const;
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as InflateInfo;
    return { bytes: buffer, consumed: engine.bytesWritten };
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw bomb();
    throw damaged(error);
  }
}

/** With `info`, which the types of Node do not know. */
interface InflateInfo {
  buffer: Buffer;
  engine: { bytesWritten: number };
}

async function* inflate(packed: AsyncIterable<Uint8Array>, member: ZipMember): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw();
  const out = new PassThrough({ highWaterMark: READ_BYTES });
  const done = pipeline(Readable.from(packed), inflater, out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    for await (const piece of out) yield piece as Uint8Array;
  } catch (error) {
    throw damaged(error);
  } finally {
    out.destroy();
    await done;
  }
  if (inflater.bytesWritten !== member.compressedBytes) throw behindContent();
}

function bomb(): UnreadableFile {
  return new UnreadableFile('zip-bomb', 'unpacks to more than the ZIP announces');
}

function damaged(cause: unknown): UnreadableFile {
  return new UnreadableFile('zip-crc', 'cannot be unpacked: its bytes are damaged', { cause });
}

function behindContent(): UnreadableFile {
  return new UnreadableFile('zip-hidden', 'has bytes behind its packed content that belong to nothing');
}

async function* readRange(file: ZipFile, at: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; done += READ_BYTES) {
    yield await file.readAt(at + done, Math.min(READ_BYTES, length - done));
  }
}

async function checkSeal(file: ZipFile, directory: ZipDirectory): Promise<'absent' | 'whole' | 'broken'> {
  const claimed = readSeal(directory.comment);
  if (claimed === undefined) return 'absent';
  const hash = createHash('sha256');
  for await (const piece of readRange(file, 0, directory.commentAt)) hash.update(piece);
  return hash.digest('hex') === claimed ? 'whole' : 'broken';
}
