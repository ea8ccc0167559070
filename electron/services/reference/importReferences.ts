/**
 * The job that reads a file of references and proposes exhibits for each record. It changes no exhibit: a person accepts. The same
 * file again only matches anew what nobody has decided on.
 */
import { z } from 'zod';
import type { ImportProblem } from '../../../shared/contract/interchange.ts';
import type { ReferenceState } from '../../../shared/contract/reference.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import {
  type Candidate,
  type CslItem,
  readReferences,
  recordOfItem,
  ReferenceMatcher,
} from '../../../shared/domain/reference/index.ts';
import { isSame } from '../../../shared/domain/reference/index.ts';
import { CaseId, ExhibitId, ImportId } from '../../../shared/kernel/ids.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { findExhibit } from '../exhibit/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { factsOf, matchablesOf } from './exhibitFacts.ts';
import { openReferences } from './openReferences.ts';
import { closeImport, currentRecord, findImport, insertImport, saveItem } from './referenceSql.ts';

export const ImportInput = z.object({ caseId: CaseId, exhibitId: ExhibitId, importId: ImportId });
export type ImportInput = z.infer<typeof ImportInput>;

export interface ReadReferences {
  importId: ImportId;
  items: number;
  matched: number;
  problemCount: number;
}

const BATCH_ITEMS = 500;
/** So many are listed one by one; a file with more is not of the kind that it was taken for. */
const MOST_PROBLEMS = 20_000;
/** Of one record; a title that more exhibits bear tells none of them. */
const MOST_CANDIDATES = 20;

interface Found {
  row: number;
  item: CslItem;
}

export const importReferences: Job<ImportInput, ReadReferences> = async (ctx, input) => {
  const { caseId, exhibitId } = input;
  const { db } = ctx.query();
  const source = await openReferences(db, exhibitId);
  const importId = findImport(db, { exhibitId })?.id ?? input.importId;
  const matcher = new ReferenceMatcher(matchablesOf(db, caseId));
  const problems: ImportProblem[] = [];
  const figures = { items: 0, matched: 0 };
  const settle = (batch: readonly Found[]) => {
    ctx.signal.throwIfAborted();
    ctx.write(tx => {
      if (!findImport(tx.db, { id: importId }))
        insertImport(tx.db, { id: importId, caseId, exhibitId, format: source.format, at: tx.now(), by: tx.actor });
      for (const found of batch) {
        const candidates = matcher.candidates(found.item).filter(one => one.exhibitId !== exhibitId);
        const state = stateOf(tx.db, found.item, candidates);
        if (candidates.length > 0) figures.matched += 1;
        saveItem(tx.db, importId, { ...found, candidates: candidates.slice(0, MOST_CANDIDATES), state });
      }
    });
    figures.items += batch.length;
    ctx.report({ done: figures.items, total: null, unit: 'record', note: null });
  };
  let batch: Found[] = [];
  for await (const read of readReferences(source.format, source.open)) {
    if ('problem' in read) addProblem(problems, { row: read.row, sentence: read.problem });
    else batch.push(read);
    if (batch.length < BATCH_ITEMS) continue;
    settle(batch);
    batch = [];
    await new Promise(resolve => setImmediate(resolve));
  }
  settle(batch);
  return close(ctx, input, { importId, ...figures, problems, format: source.format });
};

/** Known: the surest exhibit says all of it already, itself or in its record. */
function stateOf(db: ReadableDb, item: CslItem, [first]: readonly Candidate[]): ReferenceState {
  if (!first) return 'unmatched';
  const exhibit = findExhibit(db, first.exhibitId);
  if (!exhibit) return 'unmatched';
  const record = recordOfItem(item, factsOf(db, exhibit));
  return record === null || isSame(record, currentRecord(db, exhibit.id)) ? 'known' : 'proposed';
}

function addProblem(problems: ImportProblem[], problem: ImportProblem): void {
  if (problems.length < MOST_PROBLEMS) problems.push(problem);
  else if (problems.length === MOST_PROBLEMS)
    problems.push({
      row: null,
      sentence: `More records have problems than the ${MOST_PROBLEMS} listed here: see whether the file is what it was taken for.`,
    });
}

function close(
  ctx: JobContext,
  { caseId, exhibitId }: ImportInput,
  {
    importId,
    items,
    matched,
    problems,
    format,
  }: Omit<ReadReferences, 'problemCount'> & { problems: ImportProblem[]; format: string },
): ReadReferences {
  ctx.write(tx => {
    closeImport(tx.db, importId, problems);
    const exhibit = findExhibit(tx.db, exhibitId);
    tx.custody.record({
      action: 'references-read',
      caseId,
      exhibitId,
      subject: exhibit ? exhibitNumber(exhibit.number) : exhibitId,
      sha256: exhibit?.sha256 ?? null,
      details: {
        import: importId,
        format,
        records: String(items),
        matched: String(matched),
        problems: String(problems.length),
      },
    });
  });
  ctx.report({ done: items, total: items, unit: 'record', note: null });
  ctx.announce('reference', 'custody');
  return { importId, items, matched, problemCount: problems.length };
}
