import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { givenFields, withChange } from '../../../shared/kernel/withChange.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { CommandContext } from '../context.ts';
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
  ctx.custody.record({
    action: 'case-created',
    caseId: record.id,
    subject: record.reference,
    details: { title: record.title, standard: record.standard },
  });
  return record;
}

export function changeCase(ctx: CommandContext, { caseId, change }: ParsedInputOf<'case.update'>): CaseRecord {
  const before = requireCase(ctx.db, caseId);
  if (change.reference !== undefined && change.reference !== before.reference)
    requireFreeReference(ctx.db, change.reference);
  const after = withChange(before, change);
  updateCase(ctx.db, after);
  ctx.custody.record({
    action: 'case-changed',
    caseId,
    subject: after.reference,
    details: Object.fromEntries(Object.entries(givenFields(change)).map(([field, value]) => [field, String(value)])),
  });
  return after;
}

function requireFreeReference(db: ReadableDb, reference: string): void {
  if (findCaseByReference(db, reference)) throw new ProbatumError('case-reference-taken', { reference });
}
