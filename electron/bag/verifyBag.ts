/** Checks a bag, zipped, as a TAR or unpacked: complete and valid (RFC 8493), and whole as a container. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type BagVerdict, Findings, UnreadableFile, unreadableVerdict } from './bagVerdict.ts';
import { checkBag } from './checkBag.ts';
import type { CheckOptions } from './checkOptions.ts';
import { openFolder } from './folderSource.ts';
import { isOurs } from './ourBags.ts';
import { verifyTarBag } from './tar/verifyTarBag.ts';
import { ZIP_LIMITS, type ZipLimits } from './zip/zipDirectory.ts';
import { type OpenZip, openZip } from './zip/zipSource.ts';

export interface VerifyOptions extends CheckOptions {
  limits?: Partial<ZipLimits>;
}

/** Throws only where the path itself cannot be opened; whatever is wrong with the bag is in the verdict. */
export async function verifyBag(path: string, options: VerifyOptions = {}): Promise<BagVerdict> {
  const findings = new Findings();
  if ((await stat(path)).isDirectory()) return checkBag(await openFolder(path, findings), findings, options);
  if (await isTar(path)) {
    const { limits: _, ...checks } = options;
    return verifyTarBag(createReadStream(path, { highWaterMark: 1024 * 1024 }), checks);
  }
  let zip: OpenZip;
  try {
    zip = await openZip(path, findings, { ...ZIP_LIMITS, ...options.limits });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.problem(error.code, `The ZIP cannot be read: ${error.message}.`);
    return unreadableVerdict(findings);
  }
  try {
    const verdict = await checkBag(zip, findings, options);
    await checkContainer(zip, verdict.info, findings);
    return { ...verdict, ok: findings.problems.length === 0 };
  } finally {
    await zip.close();
  }
}

/** By its first header. A ZIP may hold anything further on, hence its own first bytes are looked at before. */
async function isTar(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(263);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return bytesRead === head.length && !head.subarray(0, 2).equals(Buffer.from('PK')) && head.includes('ustar', 257);
  } finally {
    await file.close();
  }
}

/** The seal is asked of our own bags only; where another's bag has one, it must hold as well. */
async function checkContainer(zip: OpenZip, info: BagVerdict['info'], findings: Findings): Promise<void> {
  const seal = await zip.checkSeal();
  if (seal === 'whole' || (seal === 'absent' && !isOurs(info))) return;
  if (seal === 'absent') {
    findings.problem('container-altered', 'The ZIP container was altered: the seal at its end is gone.');
    return;
  }
  // Looked for only where nothing else names what was altered: it means packing every file again.
  const found = findings.problems.length === 0 && isOurs(info) ? await zip.findAlteration() : undefined;
  if (findings.problems.length > 0 || !isOurs(info)) {
    const why = 'its bytes are not those that were sealed when it was written';
    findings.problem('container-altered', `The ZIP container was altered: ${why}.`);
  } else if (found === undefined) {
    findings.problem(
      'container-altered',
      'The seal at the end of the ZIP was altered; all that it seals is as we write it.',
    );
  } else {
    const whose = found.name === undefined ? '' : ` of ${found.name}`;
    const sentence = `The ZIP container was altered at byte ${found.at}, in the ${found.what}${whose}.`;
    findings.problem('container-altered', sentence, found.name);
  }
}
