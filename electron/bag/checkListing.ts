/** Whether the manifests list what is there, all of it and no more. */
import { unsafePathReason } from './bagPath.ts';
import type { SourceFile } from './bagSource.ts';
import type { Findings } from './bagVerdict.ts';
import { type Expectations, isLostSystemFile, type Manifest, manifestName } from './manifests.ts';
import { ALLOWED_SIGNERS, SIGNATURE_FILE } from './signature.ts';
import { parseFetch } from './tagFiles.ts';

/** Answers how many lost files were forgiven, for the count in Payload-Oxum. */
export function reportMissing({ missing }: Expectations, findings: Findings): number {
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
export function reportUnlisted(
  files: readonly SourceFile[],
  { listedIn, byPath }: Expectations,
  strict: boolean,
  ours: boolean,
  findings: Findings,
): void {
  // What signs the tag manifests cannot stand in them; the signature is checked by itself, and the signers against it.
  const signs = new Set(files.some(({ path }) => path === SIGNATURE_FILE) ? [SIGNATURE_FILE, ALLOWED_SIGNERS] : []);
  for (const { path } of files) {
    if (path.startsWith('data/')) {
      const without = [...listedIn].filter(([, listed]) => !listed.has(path)).map(([manifest]) => manifest);
      const unlisted = strict ? without.length > 0 : listedIn.size > 0 && without.length === listedIn.size;
      if (unlisted)
        findings.problem('file-unlisted', `${path} is in the bag, but not in ${without.join(' and ')}.`, path);
    } else if (!byPath.has(path) && manifestName(path)?.kind !== 'tag' && !signs.has(path)) {
      const sentence = `${path} is in no tag manifest, so a change of it would go unnoticed.`;
      if (ours) findings.problem('file-unlisted', sentence, path);
      else findings.warn('file-unlisted', sentence, path);
    }
  }
}

/** Nothing lists the tag manifests; written in one fixed form, no byte of them can differ and still be read alike. */
export function checkCanonical(manifests: readonly Manifest[], findings: Findings): void {
  for (const { file, text, digests } of manifests) {
    const canonical = [...digests].map(([path, digest]) => `${digest}  ${path}\n`).join('');
    if (canonical !== text)
      findings.problem('not-canonical', `${file} is not written as Probatum writes it: it was altered.`, file);
  }
}

export function checkOxum(
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
export async function checkFetch(
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
