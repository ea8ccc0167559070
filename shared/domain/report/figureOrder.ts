/** Figures in the order of reading, with the numerals that they bear: those of the findings first, then those of the annex. */
import { figureNumeral } from '../figure.ts';
import type { FindingId } from '../../kernel/ids.ts';
import type { ReportFigure, ReportInput } from './reportInput.ts';

export interface NumberedFigure extends ReportFigure {
  /** `III`. */
  numeral: string;
}

export function numberedFigures({ figures, findings }: Pick<ReportInput, 'figures' | 'findings'>): NumberedFigure[] {
  return [...findings.map(finding => finding.id), null]
    .flatMap(findingId => figures.filter(({ figure }) => figure.findingId === findingId))
    .map((figure, at) => ({ ...figure, numeral: figureNumeral(at + 1) }));
}

export function figuresOf(figures: readonly NumberedFigure[], findingId: FindingId | null): NumberedFigure[] {
  return figures.filter(({ figure }) => figure.findingId === findingId);
}

export const figureName = ({ numeral }: Pick<NumberedFigure, 'numeral'>): string => `Figure ${numeral}`;
