/**
 * Checks a bag that comes as a TAR in a stream which is read once and kept nowhere: each file is hashed as it passes, tag files
 * are kept, and the verdict falls at the end. What a visitor made of the files meanwhile counts only if the verdict is good.
 */
import { createHash } from 'node:crypto';
import { type Algorithm, ALGORITHMS } from '../bagContents.ts';
import type { BagSource, SourceFile } from '../bagSource.ts';
import { type BagVerdict, Findings, UnreadableFile, unreadableVerdict } from '../bagVerdict.ts';
import { checkBag, TAG_FILE_BYTES } from '../checkBag.ts';
import type { CheckOptions } from '../checkOptions.ts';
import { readTar, type TarLimits, type TarMember } from './readTar.ts';

export interface TarBagOptions extends CheckOptions {
  /** The digests that are reckoned of payload files as they pass, before it is known which manifests there are; both where nothing is said. */
  payloadAlgorithms?: readonly Algorithm[];
  limits?: Partial<TarLimits>;
  /** Sees each file once, under its path in the bag, in the order of the TAR; it may leave bytes unread. */
  visit?: (file: TarMember) => Promise<void> | void;
}

/** Throws only what the stream below or the visitor throws; whatever is wrong with TAR and bag is in the verdict. */
export async function verifyTarBag(
  bytes: AsyncIterable<Uint8Array>,
  { limits, visit, payloadAlgorithms = ALGORITHMS, ...options }: TarBagOptions = {},
): Promise<BagVerdict> {
  const findings = new Findings();
  const passed = new PassedBag(findings, payloadAlgorithms);
  try {
    for await (const member of readTar(bytes, limits)) {
      options.signal?.throwIfAborted();
      await passed.pass(member, visit, options.onPiece);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.problem(error.code, `The TAR ${error.message}.`);
    return unreadableVerdict(findings);
  }
  return checkBag(passed, findings, options);
}

/** What remains of a bag that went by: names, sizes, digests, and the bytes of its tag files. */
class PassedBag implements BagSource {
  readonly files: SourceFile[] = [];
  readonly #findings: Findings;
  readonly #payloadAlgorithms: readonly Algorithm[];
  readonly #digests = new Map<string, ReadonlyMap<string, string>>();
  readonly #tagFiles = new Map<string, Uint8Array[]>();
  #folder: string | undefined;
  #kept = 0;

  constructor(findings: Findings, payloadAlgorithms: readonly Algorithm[]) {
    this.#findings = findings;
    this.#payloadAlgorithms = payloadAlgorithms;
  }

  async pass(member: TarMember, visit: TarBagOptions['visit'], onPiece: CheckOptions['onPiece']): Promise<void> {
    const path = this.#insideBag(member.path);
    if (path === undefined) return;
    const isPayload = path.startsWith('data/');
    const algorithms = isPayload ? this.#payloadAlgorithms : ALGORITHMS;
    const hashes = algorithms.map(algorithm => [algorithm, createHash(algorithm)] as const);
    const kept: Uint8Array[] | undefined = isPayload ? undefined : [];
    if (kept) this.#keep(path, member.sizeBytes, kept);
    const content = hashedContent(member.bytes, piece => {
      for (const [, hash] of hashes) hash.update(piece);
      // A copy: the piece is a window on a buffer of the stream below.
      kept?.push(Uint8Array.from(piece));
      onPiece?.(path, piece);
    });
    await visit?.({ path, sizeBytes: member.sizeBytes, bytes: content });
    for await (const _ of content);
    this.files.push({ path, sizeBytes: member.sizeBytes });
    this.#digests.set(path, new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')] as const)));
  }

  digestsOf(path: string): ReadonlyMap<string, string> | undefined {
    return this.#digests.get(path);
  }

  async *read(path: string): AsyncGenerator<Uint8Array> {
    yield* this.#tagFiles.get(path) ?? [];
  }

  /** All within the one folder that the first file is in. */
  #insideBag(path: string): string | undefined {
    const slash = path.indexOf('/') + 1;
    this.#folder ??= path.slice(0, slash);
    if (path.startsWith(this.#folder)) return path.slice(this.#folder.length);
    this.#findings.problem(
      'beside-the-bag',
      `${path} stands in the TAR beside the bag, where no manifest covers it.`,
      path,
    );
    return undefined;
  }

  #keep(path: string, sizeBytes: number, pieces: Uint8Array[]): void {
    this.#kept += sizeBytes;
    if (this.#kept > TAG_FILE_BYTES)
      throw new UnreadableFile('tar-bomb', 'holds tag files that are too large to be such');
    this.#tagFiles.set(path, pieces);
  }
}

/** Read by the visitor as far as it likes, then to the end by us: one iteration over the bytes below, taken up again. */
function hashedContent(bytes: AsyncIterable<Uint8Array>, hear: (piece: Uint8Array) => void): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const piece of bytes) {
        hear(piece);
        yield piece;
      }
    },
  };
}
