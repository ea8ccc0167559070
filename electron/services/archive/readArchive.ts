/** Reads a sealed archive from the disk as a stream: opened, unpacked, checked; whoever looks on sees each file once. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { openStream } from '../../age/index.ts';
import { type BagVerdict, type KnownKeys, type TarMember, verifyTarBag } from '../../bag/index.ts';

export interface ReadArchive {
  path: string;
  identities: readonly string[];
  passphrase: string | null;
  knownAs: KnownKeys;
  signal: AbortSignal;
  visit(file: TarMember): Promise<void> | void;
  onProgress?(readBytes: number, sizeBytes: number): void;
}

/** @returns the digest of the sealed file, and what its bag is worth. @throws archive-gone, age-…, archive-damaged */
export async function readArchive(
  given: ReadArchive,
): Promise<{ sha256: string; sizeBytes: number; verdict: BagVerdict }> {
  const name = basename(given.path);
  const sizeBytes = await sizeOf(given.path, name);
  const hash = createHash('sha256');
  let readBytes = 0;
  async function* sealed(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(given.path, { highWaterMark: 1024 * 1024, signal: given.signal })) {
      hash.update(piece as Uint8Array);
      readBytes += (piece as Uint8Array).length;
      given.onProgress?.(readBytes, sizeBytes);
      yield piece as Uint8Array;
    }
  }
  const keys = {
    identities: given.identities,
    ...(given.passphrase === null || given.passphrase === '' ? {} : { passphrase: given.passphrase }),
  };
  const verdict = await verifyTarBag(openStream(sealed(), keys, { signal: given.signal, name }), {
    signal: given.signal,
    knownAs: given.knownAs,
    visit: given.visit,
    // As sealing lists them; whoever lists more is checked by this one, and a warning says so.
    payloadAlgorithms: ['sha256'],
  });
  const [problem] = verdict.problems;
  if (problem) throw new ProbatumError('archive-damaged', { name, problem: problem.sentence });
  return { sha256: hash.digest('hex'), sizeBytes: readBytes, verdict };
}

async function sizeOf(path: string, name: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw new ProbatumError('archive-gone', { name }, { cause: error });
  }
}

/** Lines of a file that may be larger than memory; a last one without its end counts too. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, longestBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of bytes) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > longestBytes) throw new RangeError('holds a line that is too long');
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
