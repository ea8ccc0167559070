/** Lists, look-up, cross-case search and the chart's figures in a vault of many entities. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from '@signalapp/sqlcipher';
import { openBenchVault, startBenchCore } from './benchCore.ts';
import { chartCase } from './fillEntities.ts';
import { peakMemoryBytes } from './machine.ts';
import { seededRandom } from './seededRandom.ts';

const rounds = 60;

export interface EntityFigures {
  entities: number;
  statements: number;
  firstListMs: number;
  listMs: number[];
  filterMs: number[];
  filterPeerMs: number[];
  suggestMs: number[];
  suggestPeerMs: number[];
  viewMs: number[];
  occurrencesMs: number[];
  chartMs: number;
  chartNodes: number;
  chartEdges: number;
  peakBytes: number;
}

export async function entitiesBench(folder: string): Promise<EntityFigures> {
  const core = startBenchCore();
  await openBenchVault(core, join(folder, 'vault.probatum'));
  const run = core.dispatcher.run.bind(core.dispatcher);
  const timed = async (act: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await act();
    return performance.now() - from;
  };
  const firstListMs = await timed(() => run('entity.list', { caseId: null }));
  const { total } = await run('entity.list', { caseId: null, limit: 1 });
  const random = seededRandom(5);
  const offsets = Array.from({ length: rounds }, () => Math.floor(random() * Math.max(1, total - 200)));
  const series = async (act: (at: number) => Promise<unknown>): Promise<number[]> => {
    const times: number[] = [];
    for (let at = 0; at < rounds; at++) times.push(await timed(() => act(at)));
    return times;
  };
  const listMs = await series(at => run('entity.list', { caseId: null, offset: offsets[at] ?? 0 }));
  const subjects = await Promise.all(
    offsets.map(async offset => (await run('entity.list', { caseId: null, offset, limit: 1 })).rows[0]),
  );
  const captions = subjects.map(row => row?.caption ?? '');
  const beginnings = captions.map(caption => caption.slice(0, 4));
  const filterMs = await series(at => run('entity.list', { caseId: null, words: beginnings[at] ?? '' }));
  const suggestMs = await series(at => run('entity.suggest', { caseId: null, words: captions[at] ?? '' }));
  const viewMs = await series(async at => {
    const row = subjects[at];
    if (row) await run('entity.get', { entityId: row.id });
  });
  const occurrencesMs = await series(async at => {
    const row = subjects[at];
    if (row) await run('entity.occurrences', { entityId: row.id });
  });
  const chart = (await run('case.list', {})).find(one => one.reference === chartCase.reference);
  if (!chart) throw new Error('the chart of the bench is not there');
  const from = performance.now();
  const graph = await run('chart.graph', { caseId: chart.id });
  const chartMs = performance.now() - from;
  const statements = Number(
    core.session.connection.readable.prepare('SELECT count(*) AS n FROM statement').get()?.['n'] ?? 0,
  );
  const peakBytes = peakMemoryBytes();
  await core.close();

  const path = join(folder, 'plain.sqlite');
  const plain = new Database(path, { cacheStatements: true });
  const like = plain.prepare(
    `SELECT id, schema, caption, hint FROM entity WHERE kind = 'thing' AND caption LIKE $words ORDER BY caption LIMIT 200`,
  );
  const peer = (wordsOf: (at: number) => string) =>
    offsets.map((_, at) => {
      const begun = performance.now();
      like.all({ words: wordsOf(at) });
      return performance.now() - begun;
    });
  const filterPeerMs = peer(at => `%${beginnings[at]}%`);
  const suggestPeerMs = peer(at => `%${captions[at]}%`);
  plain.close();
  rmSync(path, { force: true });
  return {
    entities: total,
    statements,
    firstListMs,
    listMs,
    filterMs,
    filterPeerMs,
    suggestMs,
    suggestPeerMs,
    viewMs,
    occurrencesMs,
    chartMs,
    chartNodes: graph.nodes.length,
    chartEdges: graph.edges.length,
    peakBytes,
  };
}
