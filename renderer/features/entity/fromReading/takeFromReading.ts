/** The gesture as one step that can be taken back: passage, entity, value and citation come and go together. Asks the core. */
import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts';
import type { Credibility } from '../../../../shared/domain/source.ts';
import { call } from '../../../api/index.ts';
import type { UndoableStep } from '../../../workbench/index.ts';

export type Recorded = OutputOf<'entity.fromSelection'>;

export interface Taken<Result> {
  result: Result;
  step: UndoableStep;
}

/** @param wasInCase false where an entity of another case is taken: taking the step back takes it out again. */
export async function takeFromReading(
  input: InputOf<'entity.fromSelection'>,
  wasInCase: boolean,
): Promise<Taken<Recorded>> {
  const result = await call('entity.fromSelection', input);
  const { entityId, statementId, citationId, passageId, isNewPassage, isNewEntity, isNewStatement } = result;
  const { caseId } = input;
  return {
    result,
    step: {
      label: isNewEntity ? 'making an entity from the page' : 'citing a name to an entity',
      undo: async () => {
        await call('entity.withdrawCitation', { citationId });
        if (isNewStatement) await call('entity.withdrawStatement', { statementId });
        if (isNewEntity) await call('entity.withdraw', { entityId });
        else if (!wasInCase) await call('entity.removeFromCase', { entityId, caseId });
        if (isNewPassage) await call('passage.withdraw', { passageId });
      },
      redo: async () => {
        if (isNewPassage) await call('passage.restore', { passageId });
        if (isNewEntity) await call('entity.restore', { entityId });
        else if (!wasInCase) await call('entity.addToCase', { entityId, caseId });
        if (isNewStatement) await call('entity.restoreStatement', { statementId });
        await call('entity.restoreCitation', { citationId });
      },
    },
  };
}

/** Of the citation; and of the value itself where it was recorded with it. */
export async function gradeRecorded(
  { citationId, statementId, isNewStatement }: Recorded,
  from: Credibility,
  to: Credibility,
): Promise<UndoableStep> {
  const change = async (credibility: Credibility) => {
    await call('entity.changeCitation', { citationId, credibility });
    if (isNewStatement) await call('entity.changeStatement', { statementId, change: { credibility } });
  };
  await change(to);
  return { label: 'change of a credibility', undo: () => change(from), redo: () => change(to) };
}
