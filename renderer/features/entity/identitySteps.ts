/** Judgements: that two records are one subject or are not, and how sure a tie is. Each can be taken back. */
import type { InputOf } from '../../../shared/contract/index.ts';
import type { Strength, StrengthJudgement } from '../../../shared/domain/entity/entity.ts';
import type { EntityId, JudgementId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

/** A judgement is never changed: doing it again makes another one. */
function judging(label: string, first: JudgementId, again: () => Promise<{ judgementId: JudgementId }>): UndoableStep {
  let standing = first;
  return {
    label,
    undo: async () => void (await call('entity.undoJudgement', { judgementId: standing })),
    redo: async () => {
      standing = (await again()).judgementId;
    },
  };
}

export async function mergeEntities(input: InputOf<'entity.merge'>, label: string): Promise<UndoableStep> {
  const { judgementId } = await call('entity.merge', input);
  return judging(label, judgementId, () => call('entity.merge', input));
}

export async function judgeNotSame(input: InputOf<'entity.notSame'>, label: string): Promise<UndoableStep> {
  const { judgementId } = await call('entity.notSame', input);
  return judging(label, judgementId, () => call('entity.notSame', input));
}

export interface Undone {
  id: JudgementId;
  leftId: EntityId;
  rightId: EntityId;
  verdict: 'same' | 'not-same';
  identifier: string;
  reason: string;
}

/** Splits again, or lets two be compared again. Taking that back makes the same judgement anew. */
export async function undoJudgement(judged: Undone): Promise<UndoableStep> {
  const { leftId, rightId, identifier, reason, verdict } = judged;
  let standing = judged.id;
  await call('entity.undoJudgement', { judgementId: standing });
  return {
    label: verdict === 'same' ? 'splitting two records' : 'taking back “not the same”',
    undo: async () => {
      const again =
        verdict === 'same'
          ? await call('entity.merge', { leftId, rightId, identifier, reason })
          : await call('entity.notSame', { leftId, rightId, reason });
      standing = again.judgementId;
    },
    redo: async () => void (await call('entity.undoJudgement', { judgementId: standing })),
  };
}

export async function judgeStrength(
  entityId: EntityId,
  before: StrengthJudgement | null,
  strength: Strength | null,
  reason: string,
): Promise<UndoableStep> {
  await call('entity.judgeStrength', { entityId, strength, reason });
  return {
    label: strength === null ? 'taking a judgement back' : `judging a tie ${strength}`,
    undo: async () =>
      void (await call('entity.judgeStrength', {
        entityId,
        strength: before?.strength ?? null,
        reason: before?.reason ?? '',
      })),
    redo: async () => void (await call('entity.judgeStrength', { entityId, strength, reason })),
  };
}
