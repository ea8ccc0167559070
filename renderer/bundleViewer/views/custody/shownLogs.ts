/** Logs as the viewer names them; bundles that were made before others' logs came along have one, of which nothing more is told. */
import { CUSTODY_AT_ONCE } from '../../../../shared/domain/bundle/bundlePaths.ts';
import type { BundleCase, BundleCustodyEvent, BundleCustodyLog } from '../../../../shared/domain/bundle.ts';
import { loadCustody } from '../../content/loadParts.ts';

export interface ShownLog extends Omit<BundleCustodyLog, 'checked'> {
  name: string;
  checked: BundleCustodyLog['checked'] | null;
}

export function shownLogs(bundle: BundleCase): ShownLog[] {
  if (bundle.custodyLogs) return bundle.custodyLogs.map(log => ({ ...log, name: nameOf(log) }));
  const events = bundle.parts?.custodyEvents ?? bundle.custody?.length ?? 0;
  const path = 'data/custody/custody.jsonl';
  const about = { key: '', vaultCode: '', team: '', head: bundle.custodyHead, path };
  return [{ ...about, events, name: 'The log of those who made this bundle', checked: null }];
}

function nameOf({ key, team, vaultCode }: BundleCustodyLog): string {
  const whose = team === '' ? `the vault ${vaultCode}` : `${team} (${vaultCode})`;
  return key === '' ? `The log of ${whose}, which made this bundle` : `The log of ${whose}, as archives brought it`;
}

export function blocksOf({ events }: ShownLog): number {
  return Math.ceil(events / CUSTODY_AT_ONCE);
}

/** One block, counted from 0; bundles of the first format have all in the case itself. */
export async function loadBlock(
  bundle: BundleCase,
  log: ShownLog,
  block: number,
): Promise<readonly BundleCustodyEvent[]> {
  const { custody } = bundle;
  if (!custody) return loadCustody(block, log.key);
  return custody.slice(block * CUSTODY_AT_ONCE, (block + 1) * CUSTODY_AT_ONCE);
}
