/** What a command prints is taken on by a pipe or a file, in the clear: what never leaves is not printed either. */
import type { CaseId, ExhibitId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { requireMayLeave } from '../services/compartment/index.ts';

/** @throws never-leaves */
export function requirePrintable(core: Core, caseId: CaseId, exhibitIds: readonly ExhibitId[] = []): void {
  requireMayLeave(core.session.connection.readable, { caseId, exhibitIds });
}

/** What spans the vault would print the words of each of its cases. @throws never-leaves */
export async function requireVaultPrintable(core: Core): Promise<void> {
  for (const { id } of await core.dispatcher.run('case.list', {})) requirePrintable(core, id);
}
