/** What an exhibit says of itself, for its record; a confidential source by its printed name. */
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ExhibitFacts, Matchable } from '../../../shared/domain/reference/index.ts';
import { printedSourceName } from '../../../shared/domain/source.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import { exhibitsOfCase } from '../exhibit/index.ts';
import { requireSource } from '../source/index.ts';
import { currentRecords } from './referenceSql.ts';

export function factsOf(db: ReadableDb, exhibit: Exhibit): ExhibitFacts {
  return {
    number: exhibitNumber(exhibit.number),
    caseReference: requireCase(db, exhibit.caseId).reference,
    title: exhibit.title,
    fileName: exhibit.fileName,
    mediaType: exhibit.mediaType,
    sourceName: exhibit.sourceId === null ? null : printedSourceName(requireSource(db, exhibit.sourceId)),
    publishedOn: exhibit.publishedOn,
    obtainedOn: exhibit.obtainedOn,
    obtainedHow: exhibit.obtainedHow,
    languages: exhibit.languages,
    pageCount: exhibit.pageCount,
    sha256: exhibit.sha256,
    handlingMark: exhibit.handlingMark,
  };
}

/** A slice at a time; withdrawn ones are no longer exhibits that a record could be of. */
export function* matchablesOf(db: ReadableDb, caseId: CaseId): Generator<Matchable> {
  const records = currentRecords(db, caseId);
  for (let after = 0; ; ) {
    const batch = exhibitsOfCase(db, caseId, after);
    const last = batch.at(-1);
    if (!last) return;
    for (const exhibit of batch)
      if (exhibit.withdrawnAt === null)
        yield { exhibitId: exhibit.id, facts: factsOf(db, exhibit), record: records.get(exhibit.id) ?? null };
    after = last.number;
  }
}
