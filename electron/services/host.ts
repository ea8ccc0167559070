/** What operations get that work beside or across vaults: opening and locking, and starting jobs. */

import type { JobId } from '../../shared/kernel/ids.ts';
import type { JobKind } from '../../shared/kernel/job.ts';
import type { PathGrants } from '../ipc/pathGrants.ts';
import type { PageWish } from '../jobs/jobContext.ts';
import type { Tools } from '../jobs/tools.ts';
import type { VaultSession } from './vault/vaultSession.ts';

export interface HostContext {
  readonly session: VaultSession;
  readonly grants: PathGrants;
  readonly tools: Tools;
  /** `secret` (a document's password) stays in memory: it is never written into the job's row. */
  startJob(kind: JobKind, title: string, input: unknown, secret?: string): JobId;
  cancelJob(jobId: JobId): void;
  pauseJob(jobId: JobId): void;
  resumeJob(jobId: JobId): void;
  /** Work that goes page by page takes this one next. */
  wishPage(page: PageWish): void;
}
