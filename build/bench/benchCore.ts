/** The core as the command line starts it, on a vault in a temporary folder. */
import { join } from 'node:path';
import { type Core, startCore } from '../../electron/core.ts';
import { openNodeExtractorHost } from '../../electron/extract/nodeHost.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';

export const passphrase = 'granite otter lantern seventeen';

/** Where the bundle lies: the extractor and the command line as they ship. */
export function distFolder(): string {
  const dist = process.env.PROBATUM_DIST;
  if (!dist) throw new Error('PROBATUM_DIST names no folder: start this by npm run bench or npm run measure');
  return dist;
}

export function startBenchCore(): Core {
  const assets = distFolder();
  return startCore({
    holder: 'the bench',
    profileFolder: null,
    tools: {
      extractor: openNodeExtractorHost({ workerPath: join(assets, 'extract', 'worker.js'), size: 2 }),
      extractorSize: 2,
      printPdf: null,
      assets,
    },
  });
}

export async function createBenchVault(core: Core, path: string): Promise<CaseId> {
  await core.dispatcher.run('vault.create', {
    at: core.grants.grant(path),
    name: 'Bench',
    person: 'Bench',
    passphrase,
  });
  const { id } = await core.dispatcher.run('case.create', {
    reference: 'C-BENCH',
    title: 'Generated pages (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:CLEAR',
    standard: 'un-panel',
    lead: 'Bench',
    isExercise: true,
  });
  return id;
}

export async function openBenchVault(core: Core, path: string): Promise<CaseId> {
  await core.dispatcher.run('vault.open', { at: core.grants.grant(path), passphrase });
  const [only] = await core.dispatcher.run('case.list', {});
  if (!only) throw new Error('the vault of the bench has no case');
  return only.id;
}
