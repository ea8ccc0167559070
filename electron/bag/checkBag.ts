/** The checks of RFC 8493 over a list of files, wherever they lie: every problem is named, none ends the check. */
import { collisionKey, unsafePathReason } from './bagPath.ts';
import { type BagSource, readWhole, type SourceFile } from './bagSource.ts';
import type { BagVerdict, Findings } from './bagVerdict.ts';
import { checkDigests } from './checkDigests.ts';
import { checkCanonical, checkFetch, checkOxum, reportMissing, reportUnlisted } from './checkListing.ts';
import type { CheckOptions } from './checkOptions.ts';
import { expectationsOf, isSystemFile, type Manifest, manifestName, readManifest } from './manifests.ts';
import { isOurs } from './ourBags.ts';
import { readOrReport } from './readOrReport.ts';
import {
  ALLOWED_SIGNERS,
  type BagSignature,
  checkSignature,
  type KnownKeys,
  SIGNATURE_FILE,
  SIGNED_FILE,
  UNSIGNED,
} from './signature.ts';
import { type BagDeclaration, isKnownVersion, parseBagInfo, parseBagit, tagDecoder } from './tagFiles.ts';

/** A manifest of a million files has some 200 MB; more is an attack on our memory. */
export const TAG_FILE_BYTES = 512 * 1024 * 1024;
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
  const signature = await readSignature(source, files, options.knownAs, findings);
  return {
    ok: findings.problems.length === 0,
    problems: findings.problems,
    warnings: findings.warnings,
    checked,
    algorithms: [...new Set(manifests.map(manifest => manifest.algorithm))].sort(),
    version: declaration.stated,
    info,
    signature,
  };
}

async function readSignature(
  source: BagSource,
  files: Map<string, SourceFile>,
  knownAs: KnownKeys | undefined,
  findings: Findings,
): Promise<BagSignature> {
  const read = async (path: string): Promise<Buffer | undefined> => {
    const size = files.get(path)?.sizeBytes;
    if (size === undefined || size > TAG_FILE_BYTES) return undefined;
    return readOrReport(() => readWhole(source, path), path, findings);
  };
  const signature = await read(SIGNATURE_FILE);
  if (!signature) return UNSIGNED;
  const checked = checkSignature(signature, await read(SIGNED_FILE), await read(ALLOWED_SIGNERS), knownAs);
  if (checked.state === 'bad') findings.problem('signature-bad', checked.sentence, SIGNATURE_FILE);
  return checked;
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
