/** Holds each file against the digests that the manifests state for it. */
import { createHash } from 'node:crypto';
import type { BagSource, SourceFile } from './bagSource.ts';
import type { Findings } from './bagVerdict.ts';
import type { CheckOptions } from './checkOptions.ts';
import type { Expectations, Expected } from './manifests.ts';
import { readOrReport } from './readOrReport.ts';

export async function checkDigests(
  source: BagSource,
  expectations: Expectations,
  findings: Findings,
  options: CheckOptions,
): Promise<{ files: number; bytes: number }> {
  const checked = { files: 0, bytes: 0 };
  const unread = new Set<string>();
  for (const file of source.files) {
    const { path } = file;
    const expected = expectations.byPath.get(path);
    if (!expected) continue;
    const digests = await digestsOf(source, file, expected, checked, findings, options);
    if (!digests) continue;
    checked.files += 1;
    options.onProgress?.({ ...checked });
    const reckoned = expected.filter(({ algorithm }) => digests.has(algorithm));
    reportAltered(
      path,
      reckoned.filter(({ algorithm, digest }) => digests.get(algorithm) !== digest),
      findings,
    );
    if (reckoned.length === 0)
      findings.problem(
        'digest-unread',
        `${path} could not be checked: its digest was not reckoned as it passed.`,
        path,
      );
    for (const { manifest, algorithm } of expected) if (!digests.has(algorithm)) unread.add(manifest);
  }
  for (const manifest of unread)
    findings.warn(
      'digest-unread',
      `${manifest} was not checked: its digests were not reckoned as the files passed.`,
      manifest,
    );
  return checked;
}

async function digestsOf(
  source: BagSource,
  { path, sizeBytes }: SourceFile,
  expected: readonly Expected[],
  checked: { bytes: number },
  findings: Findings,
  options: CheckOptions,
): Promise<ReadonlyMap<string, string> | undefined> {
  const known = source.digestsOf?.(path);
  if (known) {
    checked.bytes += sizeBytes;
    return known;
  }
  const hashes = new Map(expected.map(({ algorithm }) => [algorithm, createHash(algorithm)] as const));
  const read = async (): Promise<ReadonlyMap<string, string>> => {
    for await (const piece of source.read(path)) {
      options.signal?.throwIfAborted();
      for (const hash of hashes.values()) hash.update(piece);
      options.onPiece?.(path, piece);
      checked.bytes += piece.length;
    }
    return new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')] as const));
  };
  return readOrReport(read, path, findings);
}

function reportAltered(path: string, differing: readonly Expected[], findings: Findings): void {
  if (differing.length === 0) return;
  const manifests = differing.map(({ manifest }) => manifest).join(' and ');
  findings.problem('file-altered', `${path} was altered: its digest is not the one in ${manifests}.`, path);
}
