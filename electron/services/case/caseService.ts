import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { custodyHead } from '../custody/index.ts';
import { caseFigures, newestExhibits, publishedDates } from '../exhibit/index.ts';
import { listFindings } from '../finding/index.ts';
import { findCase, findCaseByReference, insertCase, updateCase } from './caseSql.ts';

export function requireCase(db: ReadableDb, id: CaseId): CaseRecord {
  const record = findCase(db, id);
  if (!record) throw new ProbatumError('not-found', { what: 'case', id });
  return record;
}

export function createCase(ctx: CommandContext, draft: ParsedInputOf<'case.create'>): CaseRecord {
  requireFreeReference(ctx.db, draft.reference);
  const record: CaseRecord = { ...draft, id: ctx.newId('cas'), status: 'open', createdAt: ctx.now() };
  insertCase(ctx.db, record);
  ctx.custody.record({ action: 'case-created', caseId: record.id, subject: record.reference, details: { title: record.title, standard: record.standard } });
  return record;
}

export function changeCase(ctx: CommandContext, { caseId, change }: ParsedInputOf<'case.update'>): CaseRecord {
  const before = requireCase(ctx.db, caseId);
  if (change.reference !== undefined && change.reference !== before.reference) requireFreeReference(ctx.db, change.reference);
  const after = { ...before, ...change };
  updateCase(ctx.db, after);
  ctx.custody.record({ action: 'case-changed', caseId, subject: after.reference, details: Object.fromEntries(Object.entries(change).map(([field, value]) => [field, String(value)])) });
  return after;
}

function requireFreeReference(db: ReadableDb, reference: string): void {
  if (findCaseByReference(db, reference)) throw new ProbatumError('case-reference-taken', { reference });
}

export function overviewCase(ctx: QueryContext, { caseId }: ParsedInputOf<'case.overview'>): OutputOf<'case.overview'> {
  const head = custodyHead(ctx.db);
  return {
    case: requireCase(ctx.db, caseId),
    ...caseFigures(ctx.db, caseId),
    findings: listFindings(ctx, { caseId }).map(({ id, number, title, status, missing }) => ({ id, number, title, status, missing })),
    newest: newestExhibits(ctx.db, caseId, 6),
    chronology: publishedDates(ctx.db, caseId),
    custodyHead: head.hash,
    custodyCount: head.count,
  };
}
