/** Checks a bag, zipped or unpacked: complete and valid (RFC 8493), and whole as a container. */
import { stat } from 'node:fs/promises';
import { type BagVerdict, Findings, UnreadableFile } from './bagVerdict.ts';
import { type CheckOptions, checkBag } from './checkBag.ts';
import { openFolder } from './folderSource.ts';
import { isOurs } from './ourBags.ts';
import { ZIP_LIMITS, type ZipLimits } from './zip/zipDirectory.ts';
import { type OpenZip, openZip } from './zip/zipSource.ts';

export interface VerifyOptions extends CheckOptions {
  limits?: Partial<ZipLimits>;
}

/** Throws only where the path itself cannot be opened; whatever is wrong with the bag is in the verdict. */
export async function verifyBag(path: string, options: VerifyOptions = {}): Promise<BagVerdict> {
  const findings = new Findings();
  if ((await stat(path)).isDirectory()) return checkBag(await openFolder(path, findings), findings, options);
  let zip: OpenZip;
  try {
    zip = await openZip(path, findings, { ...ZIP_LIMITS, ...options.limits });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.problem(error.code, `The ZIP cannot be read: ${error.message}.`);
    return unreadable(findings);
  }
  try {
    const verdict = await checkBag(zip, findings, options);
    await checkContainer(zip, verdict.info, findings);
    return { ...verdict, ok: findings.problems.length === 0 };
  } finally {
    await zip.close();
  }
}

/** The seal is asked of our own bags only; where another's bag has one, it must hold as well. */
async function checkContainer(zip: OpenZip, info: BagVerdict['info'], findings: Findings): Promise<void> {
  const seal = await zip.checkSeal();
  if (seal === 'whole' || (seal === 'absent' && !isOurs(info))) return;
  const why =
    seal === 'broken' ? 'its bytes are not those that were sealed when it was written' : 'the seal at its end is gone';
  findings.problem('container-altered', `The ZIP container was altered: ${why}.`);
}

function unreadable({ problems, warnings }: Findings): BagVerdict {
  return { ok: false, problems, warnings, checked: { files: 0, bytes: 0 }, algorithms: [], version: null, info: [] };
}
