/** Turns what was measured into rows of the table. */
import type { AdmissionFigures, Run } from './admissionBench.ts';
import type { WindowFigures } from './chartInWindow.ts';
import type { EntityFigures } from './entitiesBench.ts';
import type { EntityFill } from './fillEntities.ts';
import type { KindsFigures, SmallFilesFigures } from './kindsBench.ts';
import type { ListFigures } from './listBench.ts';
import type { SearchFigures } from './searchBench.ts';
import { median, percentile } from './statistics.ts';
import { type Figure, inMegabytes, inMilliseconds } from './table.ts';

const memoryBudget = '< 500 MB';
const grouped = (count: number) => count.toLocaleString('en');

export function admissionRows(figures: AdmissionFigures): Figure[] {
  const { files, pages, ours } = figures;
  const speed = (run: Run) =>
    `${Math.round(pages / run.seconds)} pages/s${run.cpuSeconds ? `, ${((run.cpuSeconds / pages) * 1000).toFixed(2)} ms CPU a page` : ''}`;
  const beside = (what: string, name: string, run: Run | null, budget?: string): Figure => ({
    what,
    measured: speed(ours),
    peer: run ? `${name}: ${speed(run)}` : `${name}: not installed`,
    ratio: run ? run.seconds / ours.seconds : null,
    budget,
  });
  return [
    beside(
      `admit ${grouped(files)} PDFs, ${grouped(pages)} pages, end to end`,
      'recollindex',
      figures.recollindex,
      '≥ recollindex',
    ),
    beside('  the same', 'pdftotext, one core', figures.pdftotext),
    beside('  the same', 'pdftotext, all cores', figures.pdftotextAllCores),
    {
      what: '  peak memory of the core',
      measured: inMegabytes(figures.peakBytes),
      peer: '',
      ratio: null,
      budget: memoryBudget,
    },
  ];
}

export function searchRows(figures: SearchFigures, recollq: number[] | null): Figure[] {
  const { pages, kinds, fillSeconds, firstMs, openMs } = figures;
  const p50p95 = (times: readonly number[]) =>
    `p50 ${inMilliseconds(median(times))}, p95 ${inMilliseconds(percentile(times, 0.95))}`;
  const row = (
    what: string,
    ours: readonly number[],
    peer: readonly number[],
    name: string,
    budget?: string,
  ): Figure => ({
    what,
    measured: p50p95(ours),
    peer: `${name}${p50p95(peer)}`,
    ratio: percentile(peer, 0.95) / percentile(ours, 0.95),
    budget,
  });
  const all = kinds.flatMap(kind => kind.ours);
  const rows: Figure[] = [
    row(
      `search ${grouped(pages)} pages, first results`,
      all,
      kinds.flatMap(kind => kind.peer),
      'unencrypted SQLite, bare statement: ',
      'p95 < 100 ms',
    ),
    ...kinds.map(({ kind, ours, peer }) => row(`  ${kind}`, ours, peer, '')),
  ];
  if (recollq) rows.push(row('  against recollq, with its start', all, recollq, 'recollq: '));
  rows.push(
    { what: '  the first search after unlocking', measured: inMilliseconds(firstMs), peer: '', ratio: null },
    {
      what: `  counting all ${grouped(figures.countedPages)} pages of a common word`,
      measured: inMilliseconds(figures.countMs),
      peer: '',
      ratio: null,
    },
    {
      what: '  search while that counts',
      measured: p50p95(figures.searchWhileCountingMs),
      peer: '',
      ratio: null,
      budget: 'never held up',
    },
    {
      what: '  open a 500-page exhibit at a page (its rows)',
      measured: p50p95(openMs),
      peer: '',
      ratio: null,
      budget: 'p95 < 700 ms, drawn',
    },
    {
      what: '  put in (store and index, without extracting)',
      measured: `${Math.round(pages / fillSeconds)} pages/s`,
      peer: '',
      ratio: null,
    },
    {
      what: '  peak memory of the core, filling · searching',
      measured: `${inMegabytes(figures.fillPeakBytes)} · ${inMegabytes(figures.peakBytes)}`,
      peer: '',
      ratio: null,
      budget: memoryBudget,
    },
  );
  return rows;
}

export function listRows({ exhibits, unlockMs, listMs, peerMs, scrollMs, peakBytes }: ListFigures): Figure[] {
  return [
    {
      what: `unlock ${grouped(exhibits)} exhibits to the list`,
      measured: `${inMilliseconds(listMs)} (${inMilliseconds(unlockMs)} of it unlocking)`,
      peer: `unencrypted SQLite, bare statements: ${inMilliseconds(peerMs)}`,
      ratio: peerMs / listMs,
      budget: '< 2 s',
    },
    {
      what: '  200 rows anywhere in the list',
      measured: `p50 ${inMilliseconds(median(scrollMs))}, p95 ${inMilliseconds(percentile(scrollMs, 0.95))}`,
      peer: '',
      ratio: null,
    },
    {
      what: '  peak memory of the core',
      measured: inMegabytes(peakBytes),
      peer: '',
      ratio: null,
      budget: memoryBudget,
    },
  ];
}

export function entityRows(count: number, fill: EntityFill, figures: EntityFigures): Figure[] {
  const p50p95 = (times: readonly number[]) =>
    `p50 ${inMilliseconds(median(times))}, p95 ${inMilliseconds(percentile(times, 0.95))}`;
  const alone = (what: string, measured: string, budget?: string): Figure => ({
    what,
    measured,
    peer: '',
    ratio: null,
    budget,
  });
  const besideScan = (what: string, ours: readonly number[], peer: readonly number[], budget: string): Figure => ({
    what,
    measured: p50p95(ours),
    peer: `unencrypted SQLite, LIKE: ${p50p95(peer)}`,
    ratio: percentile(peer, 0.95) / percentile(ours, 0.95),
    budget,
  });
  return [
    alone(
      `take in ${grouped(count)} entities and their ties`,
      `${fill.seconds.toFixed(1)} s, ${grouped(figures.statements)} statements`,
    ),
    alone('  the first 200 of the list', inMilliseconds(figures.firstListMs)),
    alone('  200 rows anywhere in the list', p50p95(figures.listMs)),
    besideScan('  list by the beginning of a name', figures.filterMs, figures.filterPeerMs, 'p95 < 100 ms'),
    besideScan('  who goes by this name, and why', figures.suggestMs, figures.suggestPeerMs, 'p95 < 100 ms'),
    alone('  one entity, whole', p50p95(figures.viewMs)),
    alone('  where else in the vault it occurs', p50p95(figures.occurrencesMs), 'p95 < 100 ms'),
    alone(
      `  chart of ${grouped(figures.chartNodes)} entities and ${grouped(figures.chartEdges)} ties, read`,
      inMilliseconds(figures.chartMs),
    ),
    alone(
      '  peak memory of the core, taking in · looking up',
      `${inMegabytes(fill.peakBytes)} · ${inMegabytes(figures.peakBytes)}`,
      memoryBudget,
    ),
  ];
}

export function windowRows(figures: WindowFigures | string): Figure[] {
  const alone = (what: string, measured: string, budget?: string): Figure => ({
    what,
    measured,
    peer: '',
    ratio: null,
    budget,
  });
  if (typeof figures === 'string') return [alone('  in the window', `not measured: ${figures}`)];
  const { chart, list } = figures;
  const perFrame = (times: readonly number[]) =>
    `p50 ${inMilliseconds(median(times))}, p95 ${inMilliseconds(percentile(times, 0.95))} a frame`;
  return [
    alone('  that chart in the window: drawn and pannable', inMilliseconds(chart.drawnMs), '< 2 s'),
    alone('    its layout settled', inMilliseconds(chart.settledMs)),
    alone('    panned', perFrame(chart.panFrameMs)),
    alone('    searched', inMilliseconds(chart.searchMs)),
    alone('  the long list in the window: shown', inMilliseconds(list.shownMs)),
    alone('    scrolled', perFrame(list.scrollFrameMs)),
  ];
}

export function smallFilesRows({ files, ours, refused, recollindex }: SmallFilesFigures): Figure[] {
  const speed = (run: { seconds: number }) => `${Math.round(files / run.seconds)} files/s`;
  return [
    {
      what: `import ${grouped(files)} small files`,
      measured: `${ours.seconds.toFixed(1)} s, ${speed(ours)}${refused > 0 ? `, ${refused} refused` : ''}`,
      peer: recollindex
        ? `recollindex: ${recollindex.seconds.toFixed(1)} s, ${speed(recollindex)}`
        : 'recollindex: not installed',
      ratio: recollindex ? recollindex.seconds / ours.seconds : null,
    },
    {
      what: '  peak memory of the core',
      measured: inMegabytes(ours.peakBytes),
      peer: '',
      ratio: null,
      budget: memoryBudget,
    },
  ];
}

export function kindRows({ kinds, peakBytes }: KindsFigures): Figure[] {
  return [
    ...kinds.map(({ mediaType, files, bytes, pages, seconds, unread }) => ({
      what: `read ${mediaType}`,
      measured: `${grouped(files)} files, ${(bytes / 1e6).toFixed(1)} MB: ${(files / seconds).toFixed(1)} files/s, ${(pages / seconds).toFixed(1)} pages/s`,
      peer: unread > 0 ? `${unread} not read` : '',
      ratio: null,
    })),
    { what: '  peak memory of the extractor', measured: inMegabytes(peakBytes), peer: '', ratio: null },
  ];
}
