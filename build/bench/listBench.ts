/** From the passphrase to the first rows of a list of so many exhibits, and scrolling in it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createBenchVault, openBenchVault, startBenchCore } from './benchCore.ts';
import { fillVault } from './fillVault.ts';
import { peakMemoryBytes } from './machine.ts';
import { exportPlain, openPlain } from './plainPeer.ts';
import { seededRandom } from './seededRandom.ts';

const screen = 200;
const scrolls = 100;

export interface ListFigures {
  exhibits: number;
  /** To the vault being open; most of it is the key's derivation, which is slow on purpose. */
  unlockMs: number;
  /** To rows, facets and figures: everything that the list shows. */
  listMs: number;
  peerMs: number;
  scrollMs: number[];
  peakBytes: number;
}

export async function fillListVault(folder: string, exhibits: number): Promise<Record<string, never>> {
  const core = startBenchCore();
  const caseId = await createBenchVault(core, join(folder, 'vault.probatum'));
  await fillVault(core, caseId, exhibits, exhibit => [`Page of exhibit ${exhibit}`]);
  exportPlain(core, join(folder, 'plain.sqlite'));
  await core.close();
  return {};
}

export async function listBench(folder: string, exhibits: number): Promise<ListFigures> {
  const core = startBenchCore();
  const started = performance.now();
  const caseId = await openBenchVault(core, join(folder, 'vault.probatum'));
  const unlockMs = performance.now() - started;
  await core.dispatcher.run('exhibit.list', { caseId, limit: screen });
  await core.dispatcher.run('exhibit.facets', { caseId });
  await core.dispatcher.run('case.overview', { caseId });
  const listMs = performance.now() - started;
  const random = seededRandom(3);
  const scrollMs: number[] = [];
  for (let scroll = 0; scroll < scrolls; scroll += 1) {
    const from = performance.now();
    await core.dispatcher.run('exhibit.list', {
      caseId,
      limit: screen,
      offset: Math.floor(random() * Math.max(1, exhibits - screen)),
    });
    scrollMs.push(performance.now() - from);
  }
  const peakBytes = peakMemoryBytes();
  await core.close();
  const peerStarted = performance.now();
  const plain = openPlain(join(folder, 'plain.sqlite'));
  plain.list(screen);
  const peerMs = performance.now() - peerStarted;
  plain.close();
  rmSync(join(folder, 'plain.sqlite'), { force: true });
  return { exhibits, unlockMs, listMs, peerMs, scrollMs, peakBytes };
}
