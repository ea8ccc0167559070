/** The checks of RFC 8493 over a list of files, wherever they lie: every problem is named, none ends the check. */
import { createHash } from 'node:crypto';
import { collisionKey, unsafePathReason } from './bagPath.ts';
import { type BagSource, readWhole, type SourceFile } from './bagSource.ts';
import { type BagVerdict, type Findings, UnreadableFile } from './bagVerdict.ts';
import {
  type Expectations,
  type Expected,
  expectationsOf,
  isLostSystemFile,
  isSystemFile,
  type Manifest,
  manifestName,
  readManifest,
} from './manifests.ts';
import { isOurs } from './ourBags.ts';
import { type BagDeclaration, isKnownVersion, parseBagInfo, parseBagit, parseFetch, tagDecoder } from './tagFiles.ts';

export interface CheckOptions {
  signal?: AbortSignal;
  onProgress?: (done: { files: number; bytes: number }) => void;
}

/** A manifest of a million files has some 200 MB; more is an attack on our memory. */
const TAG_FILE_BYTES = 512 * 1024 * 1024;
/** What BagIt before 1.0 called bag-info.txt. */
const INFO_FILES = ['bag-info.txt', 'package-info.txt'];

export async function checkBag(source: BagSource, findings: Findings, options: CheckOptions): Promise<BagVerdict> {
  const files = new Map(source.files.map(file => [file.path, file] as const));
  checkNames(source.files, findings);
  const declaration = await readDeclaration(source, files, findings);
  const strict = declaration.version === '1.0';
  const tagText = (path: string): Promise<string | undefined> =>
    readTagFile(source, files, path, declaration, findings);
  const manifests = await readManifests(source.files, tagText, strict, findings);
  const info = await readInfo(files, tagText, findings);
  const expectations = expectationsOf(manifests, source.files, findings);
  const checked = await checkDigests(source, expectations, findings, options);
  const lost = reportMissing(expectations, findings);
  reportUnlisted(source.files, expectations, strict, isOurs(info), findings);
  if (isOurs(info)) checkCanonical(manifests, findings);
  checkOxum(info, source.files, lost, findings);
  await checkFetch(files, tagText, findings);
  return {
    ok: findings.problems.length === 0,
    problems: findings.problems,
    warnings: findings.warnings,
    checked,
    algorithms: [...new Set(manifests.map(manifest => manifest.algorithm))].sort(),
    version: declaration.stated,
    info,
  };
}

function checkNames(files: readonly SourceFile[], findings: Findings): void {
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const reason = unsafePathReason(path);
    if (reason) findings.problem('path-unsafe', `The name of a file ${reason}: ${path}.`, path);
    if (isSystemFile(path)) findings.warn('system-file', `${path} was left by an operating system.`, path);
    const other = seen.get(collisionKey(path));
    if (other !== undefined) {
      findings.warn(
        'names-collide',
        `${path} and ${other} become one file where case or Unicode form is ignored.`,
        path,
      );
    }
    seen.set(collisionKey(path), path);
  }
}

type Declaration = BagDeclaration & { stated: string | null };

async function readDeclaration(
  source: BagSource,
  files: Map<string, SourceFile>,
  findings: Findings,
): Promise<Declaration> {
  const assumed: Declaration = { version: '1.0', encoding: 'UTF-8', stated: null };
  const file = files.get('bagit.txt');
  if (!file) {
    findings.problem(
      'not-a-bag',
      'There is no bagit.txt: this is not a bag, or it lost the file that says so.',
      'bagit.txt',
    );
    return assumed;
  }
  if (file.sizeBytes > 4096) {
    findings.problem('bagit-malformed', 'bagit.txt is longer than its two lines can be.', 'bagit.txt');
    return assumed;
  }
  const declared = await readOrReport(() => readWhole(source, 'bagit.txt'), 'bagit.txt', findings);
  const parsed = declared && parseBagit(declared, findings);
  if (!parsed) return assumed;
  if (!isKnownVersion(parsed.version)) {
    findings.problem(
      'version-unknown',
      `bagit.txt states version ${parsed.version}, which is none of BagIt's.`,
      'bagit.txt',
    );
  }
  return { ...parsed, stated: parsed.version };
}

async function readTagFile(
  source: BagSource,
  files: Map<string, SourceFile>,
  path: string,
  { encoding }: BagDeclaration,
  findings: Findings,
): Promise<string | undefined> {
  const decode = tagDecoder(encoding);
  if (!decode) {
    findings.problem(
      'encoding-unknown',
      `bagit.txt states the encoding ${encoding}, which is not known here.`,
      'bagit.txt',
    );
    return undefined;
  }
  if ((files.get(path)?.sizeBytes ?? 0) > TAG_FILE_BYTES) {
    findings.problem('tag-file-unreadable', `${path} is too large to be a tag file.`, path);
    return undefined;
  }
  const bytes = await readOrReport(() => readWhole(source, path), path, findings);
  if (!bytes) return undefined;
  try {
    return decode(bytes);
  } catch {
    findings.problem(
      'tag-file-unreadable',
      `${path} is not in the encoding that bagit.txt states (${encoding}).`,
      path,
    );
    return undefined;
  }
}

async function readManifests(
  files: readonly SourceFile[],
  tagText: (path: string) => Promise<string | undefined>,
  strict: boolean,
  findings: Findings,
): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const { path } of files) {
    if (!manifestName(path)) continue;
    const text = await tagText(path);
    const manifest = text === undefined ? undefined : readManifest(path, text, strict, findings);
    if (manifest) manifests.push(manifest);
  }
  if (!manifests.some(manifest => manifest.kind === 'payload')) {
    findings.problem('manifest-missing', 'There is no payload manifest that can be used, so no file can be checked.');
  }
  return manifests;
}

async function readInfo(
  files: Map<string, SourceFile>,
  tagText: (path: string) => Promise<string | undefined>,
  findings: Findings,
): Promise<[string, string][]> {
  const path = INFO_FILES.find(name => files.has(name));
  const text = path && (await tagText(path));
  return text ? parseBagInfo(text, findings) : [];
}

async function checkDigests(
  source: BagSource,
  expectations: Expectations,
  findings: Findings,
  options: CheckOptions,
): Promise<{ files: number; bytes: number }> {
  const checked = { files: 0, bytes: 0 };
  for (const { path } of source.files) {
    const expected = expectations.byPath.get(path);
    if (!expected) continue;
    const hashes = new Map(expected.map(({ algorithm }) => [algorithm, createHash(algorithm)] as const));
    const read = await readOrReport(
      async () => {
        for await (const piece of source.read(path)) {
          options.signal?.throwIfAborted();
          for (const hash of hashes.values()) hash.update(piece);
          checked.bytes += piece.length;
        }
        return true;
      },
      path,
      findings,
    );
    if (!read) continue;
    checked.files += 1;
    options.onProgress?.({ ...checked });
    const found = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')] as const));
    reportAltered(
      path,
      expected.filter(({ algorithm, digest }) => found.get(algorithm) !== digest),
      findings,
    );
  }
  return checked;
}

function reportAltered(path: string, differing: readonly Expected[], findings: Findings): void {
  if (differing.length === 0) return;
  const manifests = differing.map(({ manifest }) => manifest).join(' and ');
  findings.problem('file-altered', `${path} was altered: its digest is not the one in ${manifests}.`, path);
}

/** Answers how many lost files were forgiven, for the count in Payload-Oxum. */
function reportMissing({ missing }: Expectations, findings: Findings): number {
  let lost = 0;
  for (const [path, expected] of missing) {
    if (isLostSystemFile(path, expected)) {
      lost += 1;
      findings.warn(
        'system-file',
        `${path} is listed and not there; it was an empty file of an operating system.`,
        path,
      );
    } else {
      findings.problem('file-missing', `${path} is listed in ${expected[0]?.manifest}, but it is not there.`, path);
    }
  }
  return lost;
}

/** BagIt 1.0 wants each payload file in every manifest; earlier versions, in one at least. */
function reportUnlisted(
  files: readonly SourceFile[],
  { listedIn, byPath }: Expectations,
  strict: boolean,
  ours: boolean,
  findings: Findings,
): void {
  for (const { path } of files) {
    if (path.startsWith('data/')) {
      const without = [...listedIn].filter(([, listed]) => !listed.has(path)).map(([manifest]) => manifest);
      const unlisted = strict ? without.length > 0 : listedIn.size > 0 && without.length === listedIn.size;
      if (unlisted)
        findings.problem('file-unlisted', `${path} is in the bag, but not in ${without.join(' and ')}.`, path);
    } else if (!byPath.has(path) && manifestName(path)?.kind !== 'tag') {
      const sentence = `${path} is in no tag manifest, so a change of it would go unnoticed.`;
      if (ours) findings.problem('file-unlisted', sentence, path);
      else findings.warn('file-unlisted', sentence, path);
    }
  }
}

/** Nothing lists the tag manifests; written in one fixed form, no byte of them can differ and still be read alike. */
function checkCanonical(manifests: readonly Manifest[], findings: Findings): void {
  for (const { file, text, digests } of manifests) {
    const canonical = [...digests].map(([path, digest]) => `${digest}  ${path}\n`).join('');
    if (canonical !== text)
      findings.problem('not-canonical', `${file} is not written as Probatum writes it: it was altered.`, file);
  }
}

function checkOxum(
  info: readonly [string, string][],
  files: readonly SourceFile[],
  lost: number,
  findings: Findings,
): void {
  const stated = info.find(([label]) => label.toLowerCase() === 'payload-oxum')?.[1];
  if (stated === undefined) return;
  const payload = files.filter(file => file.path.startsWith('data/'));
  const bytes = payload.reduce((sum, file) => sum + file.sizeBytes, 0);
  const found = `${bytes}.${payload.length + lost}`;
  if (stated !== found) {
    findings.problem(
      'oxum-mismatch',
      `bag-info.txt announces a payload of ${stated} (bytes.files); there is ${found}.`,
      'bag-info.txt',
    );
  }
}

/** What fetch.txt names must be here: nothing is ever fetched, and an incomplete bag is not valid. */
async function checkFetch(
  files: Map<string, SourceFile>,
  tagText: (path: string) => Promise<string | undefined>,
  findings: Findings,
): Promise<void> {
  const text = files.has('fetch.txt') ? await tagText('fetch.txt') : undefined;
  for (const path of text ? parseFetch(text, findings) : []) {
    const reason = unsafePathReason(path) ?? (path.startsWith('data/') ? undefined : 'is not in the payload');
    if (reason) findings.problem('path-unsafe', `fetch.txt names ${path}, which ${reason}.`, path);
    else if (!files.has(path))
      findings.problem('fetch-missing', `${path} was left out of the bag, to be fetched from elsewhere.`, path);
  }
}

async function readOrReport<T>(read: () => Promise<T>, path: string, findings: Findings): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.problem(error.code, `${path} ${error.message}.`, path);
    return undefined;
  }
}
