/** Reckons the hash of every event of a log in the browser, from the words that the viewer shows. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type BundleCase, toCustodyEvent } from '../../../../shared/domain/bundle.ts';
import { PartCheck, partWords } from '../../../../shared/domain/custodyPart.ts';
import { blocksOf, loadBlock, type ShownLog } from './shownLogs.ts';

export interface LogCheck {
  ok: boolean;
  sentence: string;
}

const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** @throws MissingContent */
export async function checkLog(bundle: BundleCase, log: ShownLog): Promise<LogCheck> {
  const check = new PartCheck(sha256Hex);
  for (let block = 0; block < blocksOf(log); block += 1) {
    for (const shown of await loadBlock(bundle, log, block)) {
      const event = toCustodyEvent(shown);
      if (event === null)
        return {
          ok: false,
          sentence: `This bundle was made before the viewer could check its log; ${log.path} has all that the hashes cover.`,
        };
      check.add(event);
    }
    // The page stays in use.
    await new Promise(resolve => setTimeout(resolve));
  }
  const { verdict } = check;
  if (verdict.count !== log.events)
    return { ok: false, sentence: `Of ${log.events} events only ${verdict.count} are here: lines are missing.` };
  return { ok: verdict.fault === null, sentence: partWords(verdict) };
}
