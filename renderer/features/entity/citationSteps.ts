/** Citing passages for statements, each as a step that can be taken back. Asks the core; knows no screen. */
import type { Bearing } from '../../../shared/domain/citation.ts';
import type { StatementCitation } from '../../../shared/domain/entity/statement.ts';
import type { Credibility } from '../../../shared/domain/source.ts';
import type { PassageId, StatementId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

export interface CiteStatement {
  statementId: StatementId;
  passageId: PassageId;
  bearing: Bearing;
  credibility: Credibility;
}

export async function citeForStatement(request: CiteStatement): Promise<UndoableStep> {
  const { id: citationId } = await call('entity.cite', request);
  return {
    label: 'citing a passage',
    undo: async () => void (await call('entity.withdrawCitation', { citationId })),
    redo: async () => void (await call('entity.restoreCitation', { citationId })),
  };
}

export type CitationChange = Partial<Pick<StatementCitation, 'bearing' | 'credibility'>>;

export async function changeCitation(
  { id: citationId, bearing, credibility }: StatementCitation,
  change: CitationChange,
): Promise<UndoableStep> {
  const former: CitationChange = {
    ...(change.bearing === undefined ? {} : { bearing }),
    ...(change.credibility === undefined ? {} : { credibility }),
  };
  await call('entity.changeCitation', { citationId, ...change });
  return {
    label: 'change of a citation',
    undo: async () => void (await call('entity.changeCitation', { citationId, ...former })),
    redo: async () => void (await call('entity.changeCitation', { citationId, ...change })),
  };
}

export async function withdrawCitation({ id: citationId }: Pick<StatementCitation, 'id'>): Promise<UndoableStep> {
  await call('entity.withdrawCitation', { citationId });
  return {
    label: 'withdrawing a citation',
    undo: async () => void (await call('entity.restoreCitation', { citationId })),
    redo: async () => void (await call('entity.withdrawCitation', { citationId })),
  };
}
