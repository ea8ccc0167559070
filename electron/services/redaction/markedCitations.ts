/** Citations that quote what is marked for redaction, where the exhibit goes as it is: its words would leave in the quote. */
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { findingName, type FindingView } from '../../../shared/domain/finding.ts';
import { isRedacted, type RedactionMark } from '../../../shared/domain/redaction.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { findPassage } from '../passage/index.ts';
import { standingMarks } from './redactionSql.ts';

export interface MarkedCitation {
  /** `F-1`. */
  finding: string;
  /** `EX-0001`. */
  exhibit: string;
  exhibitId: ExhibitId;
}

/** Of findings as they are shown, so that what a copy stands in for is none any more; each pair once. */
export function markedCitations(db: ReadableDb, findings: readonly FindingView[]): MarkedCitation[] {
  const marks = new Map<string, RedactionMark[]>();
  const marksOf = (id: ExhibitId): RedactionMark[] => {
    const known = marks.get(id) ?? standingMarks(db, id).map(({ mark }) => mark);
    marks.set(id, known);
    return known;
  };
  const found = new Map<string, MarkedCitation>();
  for (const finding of findings)
    for (const { exhibitId: id, exhibitNumber: number, passageId, quote } of finding.claims.flatMap(
      claim => claim.citations,
    )) {
      const exhibitId = ExhibitId.parse(id);
      const here = marksOf(exhibitId);
      const passage = here.length === 0 ? null : findPassage(db, passageId);
      if (!passage || !isRedacted({ pageIndex: passage.pageIndex, rects: passage.rects, words: quote }, here)) continue;
      const one = { finding: findingName(finding), exhibit: exhibitNumber(number), exhibitId };
      found.set(`${one.finding} ${one.exhibit}`, one);
    }
  return [...found.values()];
}
