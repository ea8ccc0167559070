import type { FigureGround } from '../../../shared/domain/report/index.ts';
import type { CaseId, CitationId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { citedPages } from './groundsSql.ts';

/** What a figure of this case rests on, with the exhibits as they stand now. */
export function figureGrounds(db: ReadableDb, caseId: CaseId, citationIds: readonly CitationId[]): FigureGround[] {
  const exhibits = new Map<string, FigureGround['exhibit']>();
  return citedPages(db, citationIds).map(({ exhibitId, caseReference, pageIndex, pageLabel, stands }) => {
    const exhibit = exhibits.get(exhibitId) ?? requireExhibit(db, exhibitId);
    exhibits.set(exhibitId, exhibit);
    return { exhibit, otherCase: exhibit.caseId === caseId ? null : caseReference, pageIndex, pageLabel, stands };
  });
}
