/** What is done to a whole entity, each as a step that can be taken back. Asks the core; knows no screen. */
import type { InputOf } from '../../../shared/contract/index.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

export interface TakenEntity {
  entityId: EntityId;
  step: UndoableStep;
}

const undoMaking = (entityId: EntityId, label: string): UndoableStep => ({
  label,
  undo: async () => void (await call('entity.withdraw', { entityId })),
  redo: async () => void (await call('entity.restore', { entityId })),
});

export async function createEntity(input: InputOf<'entity.create'>, label: string): Promise<TakenEntity> {
  const { entityId } = await call('entity.create', input);
  return { entityId, step: undoMaking(entityId, label) };
}

export async function relateEntities(input: InputOf<'entity.relate'>, label: string): Promise<TakenEntity> {
  const { entityId } = await call('entity.relate', input);
  return { entityId, step: undoMaking(entityId, label) };
}

export async function withdrawEntity(entityId: EntityId, caption: string): Promise<UndoableStep> {
  await call('entity.withdraw', { entityId });
  return {
    label: `withdrawing ${caption}`,
    undo: async () => void (await call('entity.restore', { entityId })),
    redo: async () => void (await call('entity.withdraw', { entityId })),
  };
}

export async function restoreEntity(entityId: EntityId, caption: string): Promise<UndoableStep> {
  await call('entity.restore', { entityId });
  return {
    label: `restoring ${caption}`,
    undo: async () => void (await call('entity.withdraw', { entityId })),
    redo: async () => void (await call('entity.restore', { entityId })),
  };
}

export async function addToCase(entityId: EntityId, caseId: CaseId, caption: string): Promise<UndoableStep> {
  await call('entity.addToCase', { entityId, caseId });
  return {
    label: `adding ${caption} to the case`,
    undo: async () => void (await call('entity.removeFromCase', { entityId, caseId })),
    redo: async () => void (await call('entity.addToCase', { entityId, caseId })),
  };
}

export async function removeFromCase(entityId: EntityId, caseId: CaseId, caption: string): Promise<UndoableStep> {
  await call('entity.removeFromCase', { entityId, caseId });
  return {
    label: `taking ${caption} out of the case`,
    undo: async () => void (await call('entity.addToCase', { entityId, caseId })),
    redo: async () => void (await call('entity.removeFromCase', { entityId, caseId })),
  };
}

export async function changeSchema(entityId: EntityId, before: string, schema: string): Promise<UndoableStep> {
  await call('entity.changeSchema', { entityId, schema });
  return {
    label: `change of the schema to ${schema}`,
    undo: async () => void (await call('entity.changeSchema', { entityId, schema: before })),
    redo: async () => void (await call('entity.changeSchema', { entityId, schema })),
  };
}
