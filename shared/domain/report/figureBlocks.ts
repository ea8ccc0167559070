/** A figure in print: caption, picture, source line and what must be known of it; and the table that says the same. */
import { figureName, type NumberedFigure } from './figureOrder.ts';
import { nameOfExhibit } from './figureSource.ts';
import type { FigureGround, ReportInput } from './reportInput.ts';
import type { ReportBlock } from './reportModel.ts';
import { counted, inWords, oneLine, remark, text } from './reportWords.ts';
import { columnShares } from './tableShares.ts';

type Withheld = Pick<ReportInput, 'withheld'>;

export function figureBlocks(numbered: NumberedFigure, input: Withheld): ReportBlock[] {
  const { figure, numeral } = numbered;
  const name = figureName(numbered);
  const tableGoes = restsOnWithheld(numbered, input) === null;
  const withheld = whyWithheld(numbered, input);
  return [
    {
      type: 'figure',
      id: `figure-${numeral}`,
      figureId: figure.id,
      numeral,
      caption: oneLine(figure.caption),
      picture:
        withheld === null
          ? {
              sha256: figure.pngSha256,
              widthPx: figure.widthPx,
              heightPx: figure.heightPx,
              altText: oneLine(figure.altText),
            }
          : null,
      withheld: withheld === null ? '' : `The picture is left out: ${withheld}.`,
      sourceLine: oneLine(figure.sourceLine),
      tableId: tableGoes ? tableId(numeral) : null,
    },
    ...cautionsOf(numbered).map(sentence => remark(`${name}: ${sentence}`, 'caution')),
  ];
}

/** What a reader may not have is left out with what was drawn from it; the caption, the team's own words, stays. */
export function figureTable(numbered: NumberedFigure, input: Withheld): ReportBlock {
  const { figure, numeral } = numbered;
  const withheld = restsOnWithheld(numbered, input);
  if (withheld !== null) return remark(`${figureName(numbered)} as a table is left out: ${withheld}.`);
  const { columns, rows } = figure.table;
  const cells = rows.map(row => columns.map((_, at) => row[at] ?? ''));
  const shares = columnShares(columns, cells);
  return {
    type: 'table',
    id: tableId(numeral),
    caption: `${figureName(numbered)} as a table. ${oneLine(figure.caption)}`,
    columns: columns.map((label, at) => ({ label, share: shares[at] ?? 1, mono: false })),
    rows: cells.map(row => row.map(words => [text(words)])),
  };
}

const tableId = (numeral: string): string => `figure-${numeral}-table`;

/** Null where the picture goes. */
export function whyWithheld(numbered: NumberedFigure, input: Withheld): string | null {
  return (
    restsOnWithheld(numbered, input) ??
    (numbered.namesSource ? 'it spells out the name of a confidential source' : null)
  );
}

function restsOnWithheld({ grounds }: NumberedFigure, { withheld }: Withheld): string | null {
  const kept = distinctExhibits(grounds).filter(({ exhibit }) => withheld.has(exhibit.id));
  if (kept.length === 0) return null;
  return `it rests on ${inWords(kept.map(ground => `${groundName(ground)} (${withheld.get(ground.exhibit.id)})`))}`;
}

/** What changed under a figure since it was made: a picture stays as it was drawn. */
function cautionsOf({ grounds }: NumberedFigure): string[] {
  const lost = grounds.filter(({ stands }) => !stands).length;
  const exhibits = distinctExhibits(grounds);
  const withdrawn = exhibits.filter(({ exhibit }) => exhibit.withdrawnAt !== null).map(groundName);
  const doubtful = exhibits
    .filter(({ exhibit }) => exhibit.authenticity === 'doubtful' || exhibit.authenticity === 'refuted')
    .map(ground => `the authenticity of ${groundName(ground)} is ${ground.exhibit.authenticity}`);
  return [
    lost > 0
      ? `${counted(lost, 'citation')} that it rests on ${lost === 1 ? 'was' : 'were'} withdrawn since it was made.`
      : '',
    withdrawn.length > 0
      ? `${inWords(withdrawn)}, which it rests on, ${withdrawn.length === 1 ? 'was' : 'were'} withdrawn.`
      : '',
    doubtful.length > 0 ? `${inWords(doubtful)}.` : '',
  ].filter(Boolean);
}

export function groundName({ exhibit, otherCase }: Pick<FigureGround, 'exhibit' | 'otherCase'>): string {
  return nameOfExhibit({ exhibitNumber: exhibit.number, otherCase });
}

/** One ground for each exhibit, the case's own first, by number. */
export function distinctExhibits(grounds: readonly FigureGround[]): FigureGround[] {
  const found = new Map<string, FigureGround>(grounds.map(ground => [ground.exhibit.id, ground]));
  return [...found.values()].sort(
    (left, right) =>
      Number(left.otherCase !== null) - Number(right.otherCase !== null) || left.exhibit.number - right.exhibit.number,
  );
}
