/** All files of a bag in the order in which they are written, the tag files reckoned from what went before. */
import { createHash } from 'node:crypto';
import { BAGIT_TXT, bagInfoText, type ManifestLine, manifestText } from './bagFiles.ts';
import { collisionKey, unsafePathReason } from './bagPath.ts';
import { ALLOWED_SIGNERS, SIGNATURE_FILE, type SignBag, signTagManifest } from './signature.ts';

export const ALGORITHMS = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface BagEntry {
  /** `data/…`, or a tag file such as `metadata/about.json`. */
  path: string;
  bytes: AsyncIterable<Uint8Array> | Uint8Array;
  /** Tell it where it is known: entries of unknown size get a wider header, and a differing size is an error. */
  sizeBytes?: number | undefined;
  /** Told once it was read; an error thrown here ends the bag. */
  onSha256?: ((sha256: string) => void) | undefined;
}

export type Digests = Partial<Record<Algorithm, string>>;

/** Starts with the next byte that is yielded; `end` is called before the byte behind the last one is. */
export type StartDigests = (algorithms: readonly Algorithm[]) => Passing;

interface Passing {
  end(): void;
  digests(): Promise<Digests>;
}

interface Listing {
  path: string;
  isPayload: boolean;
  onSha256: BagEntry['onSha256'];
}

export interface BagToFill {
  /** bag-info.txt in this order; Payload-Oxum is added. Give Bagging-Date and Bag-Software-Agent. */
  info: Record<string, string>;
  /** In the order in which they shall be written. */
  entries: AsyncIterable<BagEntry> | Iterable<BagEntry>;
  /** What the payload is listed by; both where nothing is said. Tag files, which are few and small, are always listed by both. */
  payloadAlgorithms?: readonly Algorithm[] | undefined;
  /**
   * Reckons the digests of each payload file elsewhere, in step with what is read: in the thread that takes the bytes, say.
   * `onSha256` is then told once the payload is whole.
   */
  startDigests?: StartDigests | undefined;
  /** Signs the bag; without it the bag goes unsigned. */
  sign?: SignBag | undefined;
  signal?: AbortSignal | undefined;
}

export class BagContents implements AsyncIterable<BagEntry> {
  readonly payload = { files: 0, bytes: 0 };
  readonly #bag: BagToFill;
  readonly #lines = { payload: noLines(), tag: noLines() };
  readonly #taken = new Map<string, string>();
  readonly #awaited: (Listing & { passing: Passing })[] = [];

  constructor(bag: BagToFill) {
    this.#bag = bag;
  }

  /** Bytes and files of the payload, as in bag-info.txt: "279164.21". */
  get payloadOxum(): string {
    return `${this.payload.bytes}.${this.payload.files}`;
  }

  /** Each entry must be read to its end before the next is asked for. */
  async *[Symbol.asyncIterator](): AsyncGenerator<BagEntry> {
    const { info, entries, sign } = this.#bag;
    yield* this.#listed({ path: 'bagit.txt', bytes: Buffer.from(BAGIT_TXT) });
    for await (const entry of entries) yield* this.#listed(entry);
    for (const { passing, ...listing } of this.#awaited) this.#list(listing, await passing.digests());
    const infoText = bagInfoText({ ...info, 'Payload-Oxum': this.payloadOxum });
    yield* this.#listed({ path: 'bag-info.txt', bytes: Buffer.from(infoText) });
    for (const algorithm of this.#algorithms(true)) {
      const bytes = Buffer.from(manifestText(this.#lines.payload[algorithm]));
      yield* this.#listed({ path: `manifest-${algorithm}.txt`, bytes });
    }
    const tagManifests = ALGORITHMS.map(algorithm => Buffer.from(manifestText(this.#lines.tag[algorithm])));
    for (const [index, bytes] of tagManifests.entries()) {
      yield this.#claimed({ path: `tagmanifest-${ALGORITHMS[index]}.txt`, bytes });
    }
    if (!sign) return;
    // Behind the tag manifests, which cannot list what signs them.
    const { signature, allowedSigners } = await signTagManifest(tagManifests[1] ?? Buffer.alloc(0), sign);
    yield this.#claimed({ path: ALLOWED_SIGNERS, bytes: Buffer.from(allowedSigners) });
    yield this.#claimed({ path: SIGNATURE_FILE, bytes: Buffer.from(signature) });
  }

  async *#listed(given: BagEntry): AsyncGenerator<BagEntry> {
    const { path, bytes, sizeBytes, onSha256 } = this.#claimed(given);
    const isPayload = path.startsWith('data/');
    const algorithms = this.#algorithms(isPayload);
    const { signal, startDigests } = this.#bag;
    const elsewhere = isPayload ? startDigests : undefined;
    const hashes = elsewhere ? [] : algorithms.map(algorithm => createHash(algorithm));
    const { payload } = this;
    const passings: Passing[] = [];
    let ended = false;
    async function* measured(): AsyncGenerator<Uint8Array> {
      const passing = elsewhere?.(algorithms);
      for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
        signal?.throwIfAborted();
        for (const hash of hashes) hash.update(piece);
        if (isPayload) payload.bytes += piece.length;
        yield piece;
      }
      // Here, where nothing that stands behind the file has been yielded yet.
      passing?.end();
      if (passing) passings.push(passing);
      ended = true;
    }
    yield { path, bytes: measured(), sizeBytes: bytes instanceof Uint8Array ? bytes.length : sizeBytes };
    if (!ended) throw new Error(`${path} was not read to its end`);
    if (isPayload) payload.files += 1;
    const listing = { path, isPayload, onSha256 };
    // Not as a function, which would keep the bytes of every file until the last is written.
    for (const passing of passings) this.#awaited.push({ ...listing, passing });
    if (hashes.length > 0)
      this.#list(
        listing,
        Object.fromEntries(algorithms.map((algorithm, at) => [algorithm, hashes[at]?.digest('hex')])),
      );
  }

  #list({ path, isPayload, onSha256 }: Listing, digests: Digests): void {
    const lines = isPayload ? this.#lines.payload : this.#lines.tag;
    for (const algorithm of this.#algorithms(isPayload)) {
      const digest = digests[algorithm];
      if (digest === undefined) throw new Error(`${path}: nobody reckoned its ${algorithm}`);
      if (algorithm === 'sha256') onSha256?.(digest);
      lines[algorithm].push({ path, digest });
    }
  }

  #algorithms(isPayload: boolean): readonly Algorithm[] {
    return (isPayload && this.#bag.payloadAlgorithms) || ALGORITHMS;
  }

  /** Each path once, also on file systems that ignore case: a bag that unpacks to fewer files is broken. */
  #claimed(entry: BagEntry): BagEntry {
    this.#bag.signal?.throwIfAborted();
    const reason = unsafePathReason(entry.path);
    if (reason) throw new Error(`a path in the bag ${reason}: ${JSON.stringify(entry.path)}`);
    const taken = this.#taken.get(collisionKey(entry.path));
    if (taken !== undefined) throw new Error(`two entries of the bag would meet: ${taken} and ${entry.path}`);
    this.#taken.set(collisionKey(entry.path), entry.path);
    return entry;
  }
}

/** The one folder that holds the bag in a ZIP or a TAR. */
export function requireFolderName(name: string): string {
  const reason = name.includes('/') ? 'holds a slash' : unsafePathReason(name);
  if (reason) throw new Error(`the name of the bag ${reason}: ${JSON.stringify(name)}`);
  return name;
}

function noLines(): Record<Algorithm, ManifestLine[]> {
  return { sha256: [], sha512: [] };
}
