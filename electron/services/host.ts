/** What operations get that work beside or across vaults: opening and locking, and starting jobs. */
import type { GrantedPath } from '../../shared/contract/grantedPath.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import type { JobKind } from '../../shared/kernel/job.ts';
import type { PageWish } from '../jobs/jobContext.ts';
import type { Tools } from '../jobs/tools.ts';
import type { Session } from './session.ts';

export interface HostContext {
  readonly session: Session;
  readonly grants: Grants;
  readonly tools: Tools;
  /** `secret` (a document's password) stays in memory: it is never written into the job's row. */
  startJob(kind: JobKind, title: string, input: unknown, secret?: string): JobId;
  cancelJob(jobId: JobId): void;
  pauseJob(jobId: JobId): void;
  resumeJob(jobId: JobId): void;
  /** Work that goes page by page takes this one next. */
  wishPage(page: PageWish): void;
}

/** Paths that a person chose; the window holds only tokens of them (`ipc/pathGrants.ts`). */
export interface Grants {
  /** @throws path-not-granted */
  pathOf(granted: GrantedPath): string;
  /** The same for a place that will be written. @throws path-not-granted, place-is-vault */
  placeOf(granted: GrantedPath): string;
}
