/** What operations get that work beside or across vaults: opening and locking, and starting jobs. */
import type { JobKind } from '../../shared/kernel/job.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import type { VaultSession } from './vault/vaultSession.ts';
import type { PathGrants } from '../ipc/pathGrants.ts';

export interface HostContext {
  readonly session: VaultSession;
  readonly grants: PathGrants;
  /** `secret` (a document's password) stays in memory: it is never written into the job's row. */
  startJob(kind: JobKind, title: string, input: unknown, secret?: string): JobId;
  cancelJob(jobId: JobId): void;
  resumeJob(jobId: JobId): void;
}
