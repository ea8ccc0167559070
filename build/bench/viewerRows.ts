/** What a large bundle takes to make and to open, as rows of the table. */
import { median, percentile } from './statistics.ts';
import { type Figure, inMegabytes, inMilliseconds } from './table.ts';
import type { BundleFill } from './viewerBench.ts';
import type { ViewerFigures } from './viewerInBrowser.ts';

const grouped = (count: number) => count.toLocaleString('en');
const spread = (times: readonly number[]) =>
  `p50 ${inMilliseconds(median(times))}, p95 ${inMilliseconds(percentile(times, 0.95))}`;

export function viewerRows(fill: BundleFill, figures: ViewerFigures | string): Figure[] {
  const { exhibits, pages, findings, exportSeconds, zipBytes, peakBytes } = fill;
  const alone = (what: string, measured: string, budget?: string): Figure => ({
    what,
    measured,
    peer: '',
    ratio: null,
    budget,
  });
  const exported = [
    alone(
      `export a bundle of ${grouped(exhibits)} exhibits, ${grouped(pages)} pages, ${findings} findings`,
      `${exportSeconds.toFixed(1)} s, ${inMegabytes(zipBytes)}`,
    ),
    alone('  peak memory of the core', inMegabytes(peakBytes)),
  ];
  if (typeof figures === 'string') return [...exported, alone('  in the browser', `not measured: ${figures}`)];
  const { toCitationMs, scrollFrameMs } = figures;
  return [
    ...exported,
    alone('  opened in Chromium: the first finding is there', inMilliseconds(figures.firstFindingMs), '< 2 s'),
    alone('    from a citation to its words, lit', spread(toCitationMs), 'p95 < 1 s'),
    alone('    the list of exhibits', inMilliseconds(figures.exhibitsMs)),
    alone('    scrolled', `${spread(scrollFrameMs)} a frame`),
    alone('    a rare word found in all of it', inMilliseconds(figures.rareWordMs), '< 1 s'),
    alone('    a word on nearly every page', inMilliseconds(figures.commonWordMs), '< 1 s'),
    alone(
      '    words beside one another: the first told · all',
      `${inMilliseconds(figures.phraseFirstMs)} · ${inMilliseconds(figures.phraseWholeMs)}`,
    ),
    alone(
      "    memory of the page's process: held · peak",
      `${inMegabytes(figures.heldBytes)} · ${inMegabytes(figures.peakBytes)}`,
      'held < 500 MB',
    ),
  ];
}
