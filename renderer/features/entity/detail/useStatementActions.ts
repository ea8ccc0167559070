import { useMemo } from 'react';
import type { EntityView } from '../../../../shared/contract/entity.ts';
import type { StatementView } from '../../../../shared/domain/entity/statement.ts';
import { useStep } from '../../citation/index.ts';
import { propertyLabel } from '../propertyWords.ts';
import type { StatementActions } from '../statement/StatementLine.tsx';
import { typeOf } from '../statement/valueDraft.ts';
import { chooseShown, restoreStatement, withdrawStatement } from '../statementSteps.ts';
import { statementName, valueWords } from '../statementWords.ts';

export interface StatementSheet {
  kind: 'cite' | 'correct' | 'change' | 'choose';
  statement: StatementView;
}

/** What the menu of a value does: most opens a sheet, withdrawing and restoring is done at once. */
export function useStatementActions(
  { id, schema }: Pick<EntityView, 'id' | 'schema'>,
  open: (sheet: StatementSheet) => void,
): StatementActions {
  const take = useStep();
  return useMemo(() => {
    const nameOf = (statement: StatementView) =>
      statementName(
        propertyLabel(schema, statement.property),
        valueWords(typeOf(schema, statement.property), statement),
      );
    return {
      cite: statement => open({ kind: 'cite', statement }),
      correct: statement => open({ kind: 'correct', statement }),
      change: statement => open({ kind: 'change', statement }),
      choose: statement => open({ kind: 'choose', statement }),
      unchoose: statement =>
        void take(() => chooseShown(id, statement.property, null, statement, ''), 'The rule says again what is shown.'),
      withdraw: statement =>
        void take(() => withdrawStatement(statement, nameOf(statement)), `Withdrawn: ${nameOf(statement)}.`),
      restore: statement => void take(() => restoreStatement(statement, nameOf(statement))),
    };
  }, [id, schema, open, take]);
}
