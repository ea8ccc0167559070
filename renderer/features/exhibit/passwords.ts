/** Passwords of protected documents, held while the vault is open so that one types each once. Never stored. */
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { CaseMemory } from '../memory/index.ts';

const passwordMemory = new CaseMemory<ReadonlyMap<ExhibitId, string>>(new Map());

export function rememberPassword(caseId: CaseId, exhibitId: ExhibitId, password: string): void {
  passwordMemory.change(caseId, held => new Map(held).set(exhibitId, password));
}

export function passwordOf(caseId: CaseId, exhibitId: ExhibitId): string | undefined {
  return passwordMemory.get(caseId).get(exhibitId);
}
