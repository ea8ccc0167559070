/** Where the verifier reads a bag from: a folder or a ZIP, both as a flat list of files that can be streamed. */

export interface SourceFile {
  /** Relative to the bag, with "/" between its parts. */
  path: string;
  sizeBytes: number;
}

export interface BagSource {
  files: readonly SourceFile[];
  /** Throws UnreadableFile where the bytes cannot be had as they were written. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** Where the bytes went by once and are not kept: their digests, by algorithm. */
  digestsOf?(path: string): ReadonlyMap<string, string> | undefined;
}

export async function readWhole(source: BagSource, path: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.read(path)) pieces.push(piece);
  return Buffer.concat(pieces);
}
