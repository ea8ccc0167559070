/** What a careful reader would hold against the figures of a report. */
import { strictestMark } from '../handlingMark.ts';
import { distinctExhibits, groundName, whyWithheld } from './figureBlocks.ts';
import { figureName, type NumberedFigure } from './figureOrder.ts';
import type { ReportInput } from './reportInput.ts';
import type { ReportProblem } from './reportModel.ts';
import { counted, inWords, oneLine } from './reportWords.ts';

export function figureProblems(figures: readonly NumberedFigure[], input: ReportInput): ReportProblem[] {
  return figures.flatMap(numbered =>
    [...wordProblems(numbered, input), ...groundProblems(numbered, input)].map(sentence => ({
      sentence,
      findingId: numbered.figure.findingId,
      figureId: numbered.figure.id,
    })),
  );
}

function wordProblems(numbered: NumberedFigure, input: ReportInput): string[] {
  const { figure, grounds } = numbered;
  const name = figureName(numbered);
  const withheld = whyWithheld(numbered, input);
  const altText = oneLine(figure.altText);
  const unnamed = distinctExhibits(grounds)
    .map(groundName)
    .filter(exhibit => !figure.sourceLine.includes(exhibit));
  const sourceIsCut = / more exhibits?\b/.test(figure.sourceLine);
  return [
    withheld === null ? '' : `The picture of ${name} is left out: ${withheld}. Make it anew without that.`,
    altText === '' ? `${name} has no words for those who do not see it.` : '',
    altText !== '' && altText === oneLine(figure.caption)
      ? `The words for those who do not see ${name} only repeat its caption.`
      : '',
    oneLine(figure.sourceLine) === ''
      ? `${name} names no source.`
      : unnamed.length > 0 && !sourceIsCut
        ? `The source line of ${name} does not name ${inWords(unnamed)}.`
        : '',
    figure.table.rows.length === 0 ? `${name} has no table that says the same.` : '',
  ].filter(Boolean);
}

function groundProblems(numbered: NumberedFigure, { case: { handlingMark } }: ReportInput): string[] {
  const { grounds } = numbered;
  const name = figureName(numbered);
  const lost = grounds.filter(({ stands }) => !stands).length;
  return [
    grounds.length === 0 ? `${name} rests on no citation.` : '',
    lost > 0 ? `${name} rests on ${counted(lost, 'citation')} withdrawn since it was made. Make it anew.` : '',
    ...distinctExhibits(grounds).flatMap(ground => {
      const { withdrawnAt, authenticity, handlingMark: mark } = ground.exhibit;
      const exhibit = groundName(ground);
      return [
        withdrawnAt === null ? '' : `${name} rests on ${exhibit}, which was withdrawn.`,
        authenticity === 'doubtful' || authenticity === 'refuted'
          ? `${name} rests on ${exhibit}, whose authenticity is ${authenticity}.`
          : '',
        strictestMark([handlingMark, mark]) !== handlingMark
          ? `${name} rests on ${exhibit}, which is marked ${mark}, stricter than the case.`
          : '',
        ground.otherCase === null
          ? ''
          : `${name} rests on ${exhibit}, an exhibit of another case, which does not go with this report. Admit it to this case.`,
      ];
    }),
  ].filter(Boolean);
}
