/** What operations get that work beside or across vaults: opening and locking, and starting jobs. */
import type { JobKind } from '../../shared/kernel/job.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import type { VaultSession } from './vault/vaultSession.ts';
import type { PathGrants } from '../ipc/pathGrants.ts';

export interface HostContext {
  readonly session: VaultSession;
  readonly grants: PathGrants;
  startJob(kind: JobKind, title: string, input: unknown): JobId;
  cancelJob(jobId: JobId): void;
  resumeJob(jobId: JobId): void;
}
