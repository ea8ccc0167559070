/** What stands around a picture, the same in each form of the report. */
import type { ReportFigureBlock } from '../../../shared/domain/report/index.ts';

export const figureCaption = ({ numeral, caption }: ReportFigureBlock): string => `Figure ${numeral}. ${caption}`;

export const figureSource = ({ sourceLine }: ReportFigureBlock): string => sourceLine || 'Source not stated.';

/** Empty where the table does not go either. */
export const tablePlace = ({ tableId }: ReportFigureBlock): string =>
  tableId === null ? '' : 'The same as a table: Annex D.';
