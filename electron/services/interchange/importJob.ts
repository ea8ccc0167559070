/**
 * The job that takes entities in from an exhibit, in batches of one transaction each. How far it came is written with each batch,
 * so what was stopped goes on there; and since known statements stay as they are, the same file twice changes nothing.
 */
import type { z } from 'zod';
import type { ImportProblem, ImportReport } from '../../../shared/contract/interchange.ts';
import { interchangeContract } from '../../../shared/contract/interchange.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { checkIncoming } from '../../../shared/domain/interchange/index.ts';
import { ImportId } from '../../../shared/kernel/ids.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { resolveNames, takeInEntities } from '../entity/index.ts';
import { findProgress, type ImportProgress, insertImport, saveProgress, saveReport } from './importSql.ts';
import { type ImportSource, requireImportSource } from './openSource.ts';
import { readItems } from './readItems.ts';
import { type RowEntity, settleSchemata } from './settleSchemata.ts';

export const ImportInput = interchangeContract['interchange.import'].input.extend({ importId: ImportId });
export type ImportInput = z.infer<typeof ImportInput>;

/** What the job's row keeps; the problems stand in the import's own report. */
export interface Imported extends Omit<ImportReport, 'problems'> {
  problemCount: number;
}

const BATCH_ENTITIES = 500;
/** So many are listed one by one; a file with more is not of the kind that it was taken for. */
const MOST_PROBLEMS = 20_000;

export const importEntities: Job<ImportInput, Imported> = async (ctx, input) => {
  const source = await requireImportSource(ctx.query().db, input.exhibitId);
  const progress = standing(ctx, input.importId);
  const skipped = progress.items;
  let items = 0;
  let lastRow = 0;
  let batch: RowEntity[] = [];
  for await (const item of readItems(ctx.query().db, source, input)) {
    items += 1;
    if (items <= skipped) {
      lastRow = item.row;
      continue;
    }
    progress.items = items;
    if (item.row !== lastRow) progress.rows += 1;
    lastRow = item.row;
    if ('problem' in item) addProblem(progress, { row: item.row, sentence: item.problem });
    else {
      const { entity, problems } = checkIncoming(item.entity);
      for (const sentence of problems) addProblem(progress, { row: item.row, sentence });
      if (entity) batch.push({ row: item.row, entity });
    }
    if (batch.length < BATCH_ENTITIES) continue;
    await settle(ctx, input, source, progress, batch);
    batch = [];
  }
  await settle(ctx, input, source, progress, batch);
  return finish(ctx, input, source, progress);
};

/** Where it stands: at the beginning, or where it was stopped. */
function standing(ctx: JobContext, importId: ImportId): ImportProgress {
  const begun = findProgress(ctx.query().db, importId);
  return (
    begun?.progress ?? { items: 0, rows: 0, entitiesAdded: 0, statementsAdded: 0, statementsKnown: 0, problems: [] }
  );
}

/** One transaction; then others have their turn, and whoever wants to stop it is heard. */
async function settle(
  ctx: JobContext,
  { importId, caseId, exhibitId, mapping }: ImportInput,
  { format }: ImportSource,
  progress: ImportProgress,
  batch: readonly RowEntity[],
): Promise<void> {
  ctx.signal.throwIfAborted();
  ctx.write(tx => {
    // Only now: what could not be read at all leaves no trace of an import.
    if (!findProgress(tx.db, importId))
      insertImport(tx.db, { id: importId, caseId, exhibitId, format, mapping, at: tx.now(), by: tx.actor });
    const settled = settleSchemata(tx.db, batch);
    for (const problem of settled.problems) addProblem(progress, problem);
    const taken = takeInEntities(
      tx,
      { importId, caseId },
      settled.batch.map(({ row, entity: { id, schema, values } }) => ({
        foreignId: id,
        schema,
        row,
        statements: values,
      })),
    );
    progress.entitiesAdded += taken.entitiesAdded;
    progress.statementsAdded += taken.statementsAdded;
    progress.statementsKnown += taken.statementsKnown;
    saveProgress(tx.db, importId, progress);
  });
  ctx.report({ done: progress.rows, total: null, unit: 'row', note: null });
  await new Promise(resolve => setImmediate(resolve));
}

function addProblem(progress: ImportProgress, problem: ImportProblem): void {
  if (progress.problems.length < MOST_PROBLEMS) progress.problems.push(problem);
  else if (progress.problems.length === MOST_PROBLEMS)
    progress.problems.push({
      row: null,
      sentence: `More rows have problems than the ${MOST_PROBLEMS} listed here: see whether the file is what it was taken for.`,
    });
}

function finish(
  ctx: JobContext,
  { importId, caseId, exhibitId }: ImportInput,
  source: ImportSource,
  progress: ImportProgress,
) {
  ctx.signal.throwIfAborted();
  const imported = ctx.write((tx): Imported => {
    for (const { row, property, value } of resolveNames(tx, { importId }))
      addProblem(progress, {
        row: row > 0 ? row : null,
        sentence: `${property} names “${value}”, which no entity of the vault has for an id. It is kept, and tied once that comes in.`,
      });
    const { items: _, ...counts } = progress;
    const report: ImportReport = { importId, ...counts };
    saveReport(tx.db, report);
    const { problems, ...figures } = report;
    tx.custody.record({
      action: 'entities-imported',
      caseId,
      exhibitId,
      subject: exhibitNumber(source.exhibit.number),
      sha256: source.exhibit.sha256,
      details: {
        import: importId,
        format: source.format,
        rows: String(report.rows),
        entities: String(report.entitiesAdded),
        statements: String(report.statementsAdded),
        known: String(report.statementsKnown),
        problems: String(problems.length),
      },
    });
    return { ...figures, problemCount: problems.length };
  });
  ctx.report({ done: progress.rows, total: progress.rows, unit: 'row', note: null });
  ctx.announce('interchange', 'entity', 'custody', 'case');
  return imported;
}
