/** Recording, changing, correcting and withdrawing statements, each as a step that can be taken back. */
import type { InputOf } from '../../../shared/contract/index.ts';
import type { Statement, StatementView } from '../../../shared/domain/entity/statement.ts';
import type { CaseId, EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';
import { type CiteStatement, citeForStatement } from './citationSteps.ts';

export type StatementGiven = InputOf<'entity.record'>['statement'];
export type Rest = Omit<CiteStatement, 'statementId'>;

const undoRecording = (statementId: StatementId, label: string): UndoableStep => ({
  label,
  undo: async () => void (await call('entity.withdrawStatement', { statementId })),
  redo: async () => void (await call('entity.restoreStatement', { statementId })),
});

/** A value and, where one is given, the passage that it rests on: one step. */
export async function recordStatement(
  caseId: CaseId,
  entityId: EntityId,
  statement: StatementGiven,
  rest: Rest | null,
  label: string,
): Promise<UndoableStep> {
  const { statementId } = await call('entity.record', { caseId, entityId, statement });
  // Withdrawing the statement takes its citations out of view with it.
  if (rest) await citeForStatement({ ...rest, statementId });
  return undoRecording(statementId, label);
}

export type StatementChange = InputOf<'entity.changeStatement'>['change'];

export async function changeStatement(
  before: Statement,
  change: StatementChange,
  label: string,
): Promise<UndoableStep> {
  const statementId = before.id;
  const former = Object.fromEntries(
    Object.keys(change).map(field => [field, before[field as keyof Statement]]),
  ) as StatementChange;
  await call('entity.changeStatement', { statementId, change });
  return {
    label: `change of ${label}`,
    undo: async () => void (await call('entity.changeStatement', { statementId, change: former })),
    redo: async () => void (await call('entity.changeStatement', { statementId, change })),
  };
}

/** Another statement in its place. Taking it back withdraws the new one and lets the old one stand again. */
export async function correctStatement(
  { id: slip }: Pick<Statement, 'id'>,
  value: string,
  original: string,
  label: string,
): Promise<UndoableStep> {
  const { statementId } = await call('entity.correctStatement', { statementId: slip, value, original });
  return {
    label: `correction of ${label}`,
    undo: async () => {
      await call('entity.withdrawStatement', { statementId });
      await call('entity.restoreStatement', { statementId: slip });
    },
    redo: async () => {
      await call('entity.withdrawStatement', { statementId: slip });
      await call('entity.restoreStatement', { statementId });
    },
  };
}

export async function withdrawStatement(
  { id: statementId }: Pick<Statement, 'id'>,
  label: string,
): Promise<UndoableStep> {
  await call('entity.withdrawStatement', { statementId });
  return {
    label: `withdrawing ${label}`,
    undo: async () => void (await call('entity.restoreStatement', { statementId })),
    redo: async () => void (await call('entity.withdrawStatement', { statementId })),
  };
}

export async function restoreStatement(
  { id: statementId }: Pick<Statement, 'id'>,
  label: string,
): Promise<UndoableStep> {
  await call('entity.restoreStatement', { statementId });
  return {
    label: `restoring ${label}`,
    undo: async () => void (await call('entity.withdrawStatement', { statementId })),
    redo: async () => void (await call('entity.restoreStatement', { statementId })),
  };
}

/** Which value is shown. The choice before is not on the screen with its reason, so taking back names that. */
export async function chooseShown(
  entityId: EntityId,
  property: string,
  chosen: StatementView | null,
  before: StatementView | null,
  reason: string,
): Promise<UndoableStep> {
  const choose = async (one: StatementView | null, why: string) =>
    void (await call('entity.choose', { entityId, property, statementId: one?.id ?? null, reason: why }));
  await choose(chosen, reason);
  return {
    label: 'choosing what is shown',
    undo: () => choose(before, before ? 'The choice before was taken up again.' : ''),
    redo: () => choose(chosen, reason),
  };
}
