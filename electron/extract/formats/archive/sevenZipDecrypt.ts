/**
 * Encrypted 7z archives, which libarchive does not open: the packed data are decrypted here, the cipher is taken out of
 * the header, and what comes out is an ordinary 7z archive for libarchive to unpack.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { byteReaderOver } from '../../byteReader.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import { checkParseSize } from '../../limits.ts';
import { LibarchiveError, openLibarchive } from './libarchiveReader.ts';
import {
  type Folder,
  type PackedStreams,
  readPackedStreams,
  readStartHeader,
  SevenZipError,
  START_HEADER_BYTES,
  writePackedStreams,
  writeSevenZip,
} from './sevenZipHeader.ts';

/** AES-256 in CBC mode, its key made of the password by SHA-256. */
const AES = '06f10701';
const COPY = new Uint8Array([0]);
const [HEADER, MAIN_STREAMS, SUB_STREAMS, ENCODED_HEADER] = [1, 4, 8, 0x17];
/** A header of a hundred thousand names has some ten megabytes. */
const MAX_HEADER_BYTES = 64 * 1024 * 1024;
/** 7-Zip hashes 2^19 times; more than 2^22 would take longer than a person waits. */
const MAX_ROUNDS_POWER = 22;
const BLOCK_BYTES = 16;
const DECRYPTED_AT_ONCE = 16 * 1024 * 1024;

/**
 * Null: the archive is not encrypted, or is built in a way that only libarchive can tell about.
 * @throws ExtractionFailure where the password is missing or does not open its directory
 */
export async function decryptSevenZip(context: ExtractContext): Promise<Uint8Array | null> {
  const { source, limits, password } = context;
  checkParseSize(source.sizeBytes, limits);
  let isHidden = false;
  try {
    const start = readStartHeader(await source.read(0, START_HEADER_BYTES));
    if (start.headerBytes > MAX_HEADER_BYTES || start.headerBytes === 0) return null;
    let header = await source.read(start.headerOffset, start.headerBytes);
    if (header[0] === ENCODED_HEADER) {
      const encoded = readPackedStreams(header.subarray(1));
      isHidden = hasCipher(encoded);
      if (isHidden && !password) throw passwordNeeded();
      header = await decodeHeader(encoded, context);
    }
    if (header[0] !== HEADER || header[1] !== MAIN_STREAMS) throw new SevenZipError();
    const streams = readPackedStreams(header.subarray(2));
    if (!hasCipher(streams) || !password) return null;
    const packed = await source.read(
      START_HEADER_BYTES,
      Math.min(start.headerOffset, source.sizeBytes) - START_HEADER_BYTES,
    );
    const plain = await decryptStreams(streams, packed, password);
    const written = writePackedStreams(plain);
    const whole = new Uint8Array(2 + written.byteLength);
    whole.set([HEADER, MAIN_STREAMS]);
    whole.set(written, 2);
    return writeSevenZip(packed, whole);
  } catch (error) {
    // A wrong key makes noise of the directory.
    if (error instanceof SevenZipError && isHidden) throw passwordWrong();
    if (error instanceof SevenZipError) return null;
    throw error;
  }
}

export function passwordNeeded(): ExtractionFailure {
  return new ExtractionFailure('password-needed', 'The archive is encrypted. Give its password to unpack it.');
}

export function passwordWrong(): ExtractionFailure {
  return new ExtractionFailure('password-wrong', 'The password does not open this archive.');
}

/** The directory is packed like a member; libarchive unpacks it as the only member of an archive made for that. */
async function decodeHeader(
  encoded: PackedStreams,
  { source, assets, password = '' }: ExtractContext,
): Promise<Uint8Array> {
  const sizeBytes = encoded.folders.at(-1)?.unpackSizes.at(-1) ?? 0;
  const packedBytes = encoded.packSizes.reduce((total, size) => total + size, 0);
  if (packedBytes > MAX_HEADER_BYTES || sizeBytes > MAX_HEADER_BYTES) throw new SevenZipError();
  const packed = await source.read(START_HEADER_BYTES + encoded.packOffset, packedBytes);
  const plain = await decryptStreams({ ...encoded, packOffset: 0 }, packed, password);
  // One file named "h", of one stream in the only folder.
  const file = [5, 1, 0x11, 5, 0, 0x68, 0, 0, 0, 0, 0];
  const rest = Uint8Array.from([...withoutEnd(plain.rest), 0, SUB_STREAMS, 0, 0, ...file]);
  const written = writePackedStreams({ ...plain, rest });
  const archive = writeSevenZip(packed, Uint8Array.from([HEADER, MAIN_STREAMS, ...written]));
  try {
    const reader = await openLibarchive(byteReaderOver(archive), assets);
    if (reader.next() === null) throw new SevenZipError();
    const header = new Uint8Array(sizeBytes);
    let filled = 0;
    for (let piece = reader.read(); piece !== null; piece = reader.read()) {
      header.set(piece.subarray(0, sizeBytes - filled), filled);
      filled += piece.byteLength;
    }
    return header;
  } catch (error) {
    throw error instanceof LibarchiveError ? new SevenZipError() : error;
  }
}

/** The two ends, of the packing information and of the whole, are written anew. */
function withoutEnd(rest: Uint8Array): Uint8Array {
  return rest.subarray(0, Math.max(0, rest.byteLength - 2));
}

function hasCipher({ folders }: PackedStreams): boolean {
  return folders.some(folder => cipherOf(folder) >= 0);
}

function cipherOf({ coders }: Folder): number {
  return coders.findIndex(({ method }) => hex(method) === AES);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Decrypts the packed bytes where they lie, and answers how they are packed without the cipher. */
async function decryptStreams(streams: PackedStreams, packed: Uint8Array, password: string): Promise<PackedStreams> {
  const keys = new Map<string, Promise<CryptoKey>>();
  const folders: Folder[] = [];
  let stream = 0;
  for (const folder of streams.folders) {
    const cipher = cipherOf(folder);
    const input = folder.coders.slice(0, Math.max(0, cipher)).reduce((total, coder) => total + coder.inputs, 0);
    const position = folder.packedInputs.indexOf(input);
    if (cipher < 0) folders.push(folder);
    else {
      const index = stream + position;
      const offset = streams.packOffset + streams.packSizes.slice(0, index).reduce((total, size) => total + size, 0);
      const size = streams.packSizes[index];
      if (position < 0 || size === undefined) throw new SevenZipError();
      const { key, vector } = await keyOf(folder.coders[cipher]?.properties ?? new Uint8Array(0), password, keys);
      await decryptInPlace(packed.subarray(offset, offset + size), key, vector);
      folders.push(withoutCoder(folder, cipher));
    }
    stream += folder.packedInputs.length;
  }
  return { ...streams, folders };
}

async function keyOf(properties: Uint8Array, password: string, keys: Map<string, Promise<CryptoKey>>) {
  const [first = 0, second = 0] = properties;
  const power = first & 0x3f;
  const saltBytes = (first >> 7) + (second >> 4);
  const vectorBytes = ((first >> 6) & 1) + (second & 15);
  if ((first & 0xc0) === 0 || power > MAX_ROUNDS_POWER || 2 + saltBytes + vectorBytes > properties.byteLength)
    throw new SevenZipError();
  const salt = properties.subarray(2, 2 + saltBytes);
  const vector = new Uint8Array(BLOCK_BYTES);
  vector.set(properties.subarray(2 + saltBytes, 2 + saltBytes + vectorBytes));
  const name = `${power} ${hex(salt)}`;
  const key = keys.get(name) ?? deriveKey(password, salt, power);
  keys.set(name, key);
  return { key: await key, vector };
}

/** The salt, the password and a counter of eight bytes, hashed over and over as one text. */
async function deriveKey(password: string, salt: Uint8Array, power: number): Promise<CryptoKey> {
  const secret = new Uint8Array(salt.byteLength + password.length * 2 + 8);
  const view = new DataView(secret.buffer);
  secret.set(salt);
  for (let at = 0; at < password.length; at += 1) {
    view.setUint16(salt.byteLength + at * 2, password.charCodeAt(at), true);
  }
  const hash = sha256.create();
  const counterAt = secret.byteLength - 8;
  for (let round = 0; round < 2 ** power; round += 1) {
    view.setUint32(counterAt, round, true);
    hash.update(secret);
  }
  return crypto.subtle.importKey('raw', Uint8Array.from(hash.digest()), 'AES-CBC', false, ['encrypt', 'decrypt']);
}

async function decryptInPlace(bytes: Uint8Array, key: CryptoKey, vector: Uint8Array<ArrayBuffer>): Promise<void> {
  let iv = vector;
  const whole = bytes.byteLength - (bytes.byteLength % BLOCK_BYTES);
  for (let at = 0; at < whole; at += DECRYPTED_AT_ONCE) {
    const piece = bytes.subarray(at, Math.min(whole, at + DECRYPTED_AT_ONCE));
    const last = piece.slice(-BLOCK_BYTES);
    // Subtle: the browser's cipher insists on padding at the end, which 7z has none of. It is given a block of it.
    const padding = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, key, new Uint8Array(0));
    const padded = new Uint8Array(piece.byteLength + BLOCK_BYTES);
    padded.set(piece);
    padded.set(new Uint8Array(padding), piece.byteLength);
    piece.set(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, padded)));
    iv = last;
  }
}

/** The coder that the cipher fed now takes the packed stream itself; a cipher alone becomes a plain copy. */
function withoutCoder(folder: Folder, index: number): Folder {
  const { coders, binds, packedInputs, unpackSizes } = folder;
  const before = coders.slice(0, index);
  const input = before.reduce((total, coder) => total + coder.inputs, 0);
  const output = before.reduce((total, coder) => total + coder.outputs, 0);
  const fed = binds.find(bind => bind.output === output);
  if (fed === undefined) {
    return {
      ...folder,
      coders: coders.map((coder, at) =>
        at === index ? { method: COPY, inputs: 1, outputs: 1, properties: new Uint8Array(0) } : coder,
      ),
    };
  }
  const inputAfter = (value: number) => (value > input ? value - 1 : value);
  return {
    coders: coders.filter((_, at) => at !== index),
    binds: binds
      .filter(bind => bind !== fed)
      .map(bind => ({
        input: inputAfter(bind.input),
        output: bind.output > output ? bind.output - 1 : bind.output,
      })),
    packedInputs: packedInputs.map(value => inputAfter(value === input ? fed.input : value)),
    unpackSizes: unpackSizes.filter((_, at) => at !== output),
  };
}
