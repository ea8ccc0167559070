/** How a chart leaves: as a picture with its legend and sources, as a figure of the report, or in formats that others read. */
import type { FigureTable } from '../../../../shared/domain/figure.ts';
import type { InterchangeFormat } from '../../../../shared/contract/interchange.ts';
import { chartSvg, strengthsInOrder } from '../../../../shared/domain/chart/index.ts';
import { dateWords } from '../../../../shared/domain/entity/caption.ts';
import { call, desktop, reportOf, useQuery } from '../../../api/index.ts';
import { useToast } from '../../../workbench/index.ts';
import { savePicture } from '../../figure/index.ts';
import { type Icons, iconGroup } from '../canvas/IconSheet.tsx';
import type { Chart } from '../state/useChart.ts';
import { altText, datesOf, describeGraph, tieKind } from '../tieReading.ts';
import { entitiesOf, groundsOf, sourceLineOf } from './chartCitations.ts';
import { pngWithFoot } from './pngWithFoot.ts';

export interface Leaving {
  caption: string;
  altText: string;
  /** For a report, which prints the sources itself. */
  picture(): Promise<Uint8Array>;
  table(): FigureTable;
  saveSvg(): void;
  savePng(): void;
  exportAs(format: InterchangeFormat, ending: string): void;
}

export interface LeavingParts {
  chart: Chart;
  icons: Icons | null;
  /** Draws the canvas in the colours of paper. */
  draw(): Promise<Blob>;
}

export function useLeaving({ chart, icons, draw }: LeavingParts): Leaving {
  const toast = useToast();
  const { caseId, shown, scene, state, places } = chart;
  const { data: found } = useQuery('case.get', { caseId });
  const asAt = state.asAt === null ? '' : `As at ${dateWords(state.asAt)}`;
  const title = state.view?.name ?? `Link chart, ${found?.reference ?? ''}`;
  const name = (ending: string) => `${found?.reference ?? 'case'} ${state.view?.name ?? 'chart'}.${ending}`;
  const strengths = new Set(strengthsInOrder.filter(strength => scene.ties.some(tie => tie.strength === strength)));
  const alt = altText(shown, asAt);

  const attempt = async (act: () => Promise<string | null>) => {
    try {
      const path = await act();
      if (path !== null) toast({ text: `Saved as ${path}` });
    } catch (error) {
      toast({ text: reportOf(error).sentence, kind: 'problem' });
    }
  };
  const what = `Chart, ${describeGraph(shown)}`;
  return {
    caption: asAt === '' ? title : `${title}, ${asAt.charAt(0).toLowerCase()}${asAt.slice(1)}`,
    altText: alt,
    picture: async () => pngWithFoot(await draw(), { strengths, lines: [asAt] }),
    table: () => ({
      columns: ['From', 'Reads', 'To', 'Kind', 'Role', 'When', 'How sure', 'Citations'],
      rows: shown.edges.map(tie =>
        [
          chart.nodes.get(tie.sourceId)?.caption ?? '',
          tie.label,
          chart.nodes.get(tie.targetId)?.caption ?? '',
          tieKind(tie),
          tie.role,
          datesOf(tie),
          tie.isJudged ? `${tie.strength}, as judged` : tie.strength,
          String(tie.citationCount),
        ].map(words => words.slice(0, 4000)),
      ),
    }),
    saveSvg: () =>
      void attempt(async () => {
        const svg = chartSvg({
          scene,
          positions: places.positions,
          title,
          description: alt,
          sourceLine: await sourceLineOf(caseId, shown),
          asAt,
          iconOf: schema => {
            const markup = icons?.get(schema);
            return markup ? iconGroup(markup, 'currentColor') : '';
          },
        });
        return savePicture(caseId, name('svg'), new TextEncoder().encode(svg), what, await groundsOf(shown));
      }),
    savePng: () =>
      void attempt(async () => {
        const lines = [title, asAt, await sourceLineOf(caseId, shown)];
        const png = await pngWithFoot(await draw(), { strengths, lines });
        return savePicture(caseId, name('png'), png, what, await groundsOf(shown));
      }),
    exportAs: (format, ending) =>
      void attempt(async () => {
        const to = await desktop('desktop.chooseSaveAs', { suggestedName: name(ending).slice(0, 200), kind: 'any' });
        if (to) await call('interchange.export', { caseId, format, entityIds: entitiesOf(shown), to });
        // The work itself tells where it is, and when it is done, in the list of jobs.
        return null;
      }),
  };
}
