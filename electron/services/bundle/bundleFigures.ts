/** The figures of a report as the bundle describes them: taken from the edition, so that both say the same. */
import type { BundleFigure } from '../../../shared/domain/bundle.ts';
import {
  figuresOfReport,
  plainText,
  type ReportDocument,
  type ReportFigureBlock,
  type ReportSection,
} from '../../../shared/domain/report/index.ts';
import { type Pictures, pictureFor } from '../report/index.ts';

export const pictureFileName = (numeral: string): string => `figure-${numeral}.png`;

export function bundleFigures(
  document: ReportDocument,
  pictures: Pictures,
): { figure: BundleFigure; figureId: string }[] {
  return figuresOfReport(document).map(({ block, section }) => ({
    figureId: block.figureId,
    figure: {
      id: block.figureId,
      numeral: block.numeral,
      caption: block.caption,
      sourceLine: block.sourceLine,
      findingId: section.finding?.id ?? null,
      picture: block.picture && {
        ...block.picture,
        fileName: pictureFileName(block.numeral),
        sizeBytes: pictureFor(pictures, block.figureId).length,
      },
      withheld: block.withheld,
      cautions: cautionsBehind(section, block),
      table: tableOf(document, block),
    },
  }));
}

/** They stand right behind their figure. */
function cautionsBehind({ blocks }: ReportSection, figure: ReportFigureBlock): string[] {
  const behind = blocks.slice(blocks.indexOf(figure) + 1);
  const end = behind.findIndex(
    block => block.type !== 'paragraph' || block.tone !== 'caution' || block.number !== null,
  );
  return (end < 0 ? behind : behind.slice(0, end)).flatMap(block =>
    block.type === 'paragraph' ? [plainText(block.runs)] : [],
  );
}

function tableOf({ sections }: ReportDocument, { tableId }: ReportFigureBlock): BundleFigure['table'] {
  const table = sections
    .flatMap(section => section.blocks)
    .find(block => block.type === 'table' && tableId !== null && block.id === tableId);
  if (table?.type !== 'table') return null;
  return { columns: table.columns.map(({ label }) => label), rows: table.rows.map(row => row.map(plainText)) };
}
