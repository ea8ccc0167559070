/** The manifests of a bag: which there are, what they list, and what their lines mean for the files that are there. */
import { createHash, getHashes } from 'node:crypto';
import { collisionKey, unsafePathReason } from './bagPath.ts';
import type { SourceFile } from './bagSource.ts';
import type { Findings } from './bagVerdict.ts';
import { parseManifest, resolveListed } from './tagFiles.ts';

export interface Manifest {
  file: string;
  algorithm: string;
  kind: 'payload' | 'tag';
  text: string;
  /** As written, before names are resolved. */
  digests: Map<string, string>;
}

export interface Expected {
  algorithm: string;
  digest: string;
  manifest: string;
}

/** What the manifests say of the files, by the name under which each file really lies. */
export interface Expectations {
  byPath: Map<string, Expected[]>;
  missing: Map<string, Expected[]>;
  /** Payload files that each payload manifest lists. */
  listedIn: Map<string, Set<string>>;
}

const WEAK = new Set(['md5', 'sha1']);
const SYSTEM_FILE = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

export function manifestName(path: string): { algorithm: string; kind: Manifest['kind'] } | undefined {
  const match = /^(tag)?manifest-([a-z0-9]+)\.txt$/i.exec(path);
  return match ? { algorithm: (match[2] ?? '').toLowerCase(), kind: match[1] ? 'tag' : 'payload' } : undefined;
}

export function isKnownAlgorithm(algorithm: string): boolean {
  return (
    /^(md5|sha1|sha224|sha256|sha384|sha512)$/.test(algorithm) &&
    getHashes().some(name => name.toLowerCase() === algorithm)
  );
}

export function readManifest(file: string, text: string, strict: boolean, findings: Findings): Manifest | undefined {
  const name = manifestName(file);
  if (!name) return undefined;
  if (!isKnownAlgorithm(name.algorithm)) {
    findings.warn('algorithm-unknown', `${file} uses an algorithm that is not known here; it was not checked.`, file);
    return undefined;
  }
  const length = createHash(name.algorithm).digest('hex').length;
  const parsed = parseManifest(file, text, length, strict, findings);
  if (parsed.starred)
    findings.warn('manifest-malformed', `${file} was made by md5sum, with "*" before its names.`, file);
  if (WEAK.has(name.algorithm) && name.kind === 'payload') {
    findings.warn('algorithm-weak', `${file} uses ${name.algorithm}, which no longer keeps out a forger.`, file);
  }
  return { file, ...name, text, digests: parsed.digests };
}

export function expectationsOf(
  manifests: readonly Manifest[],
  files: readonly SourceFile[],
  findings: Findings,
): Expectations {
  const present = new Set(files.map(file => file.path));
  const byKey = new Map(files.map(file => [collisionKey(file.path), file.path] as const));
  const expectations: Expectations = { byPath: new Map(), missing: new Map(), listedIn: new Map() };
  for (const manifest of manifests) {
    const listed = new Set<string>();
    for (const [written, digest] of manifest.digests) {
      const path = resolveListed(written, candidate => present.has(candidate));
      const expected = { algorithm: manifest.algorithm, digest, manifest: manifest.file };
      const reason = unsafePathReason(path);
      if (reason || (manifest.kind === 'payload' && !path.startsWith('data/'))) {
        findings.problem(
          'path-unsafe',
          `${manifest.file} lists ${path}, which ${reason ?? 'is not in the payload'}.`,
          path,
        );
        continue;
      }
      const actual = present.has(path) ? path : byKey.get(collisionKey(path));
      if (actual !== undefined && actual !== path) {
        findings.warn('name-differs', `${path} is listed; the file that is there is written ${actual}.`, path);
      }
      addTo(actual === undefined ? expectations.missing : expectations.byPath, actual ?? path, expected);
      listed.add(actual ?? path);
    }
    if (manifest.kind === 'payload') expectations.listedIn.set(manifest.file, listed);
  }
  return expectations;
}

/** Copying tools drop such files; where the manifest says that it was empty, nothing was lost with it. */
export function isLostSystemFile(path: string, expected: readonly Expected[]): boolean {
  return (
    SYSTEM_FILE.test(path) && expected.every(({ algorithm, digest }) => createHash(algorithm).digest('hex') === digest)
  );
}

export function isSystemFile(path: string): boolean {
  return SYSTEM_FILE.test(path);
}

function addTo(map: Map<string, Expected[]>, path: string, expected: Expected): void {
  const before = map.get(path);
  if (before) before.push(expected);
  else map.set(path, [expected]);
}
