/** What operations get that work beside or across vaults: opening and locking, and starting jobs. */
import type { GrantedPath } from '../../shared/contract/grantedPath.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import type { Instant } from '../../shared/kernel/dates.ts';
import type { IdKind, IdKinds, JobId } from '../../shared/kernel/ids.ts';
import type { JobKind } from '../../shared/kernel/job.ts';
import type { VaultConnection } from '../db/connection.ts';
import type { PageWish } from '../jobs/jobContext.ts';
import type { Tools } from '../jobs/tools.ts';
import type { CommandContext, QueryContext } from './context.ts';

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

/** The vault that this core has open, if any (`vault/vaultSession.ts`). */
export interface Session {
  /** @throws vault-locked */
  readonly connection: VaultConnection;
  readonly isOpen: boolean;
  /** The vault is closing: what runs is ending, and nothing new may begin. */
  readonly isEnding: boolean;
  now(): Instant;
  newId<Kind extends IdKind>(kind: Kind): IdKinds[Kind];
  create(path: string, given: { name: string; person: string; passphrase: string }): Promise<VaultStatus>;
  open(path: string, passphrase: string): Promise<VaultStatus>;
  lock(reason?: string | null): Promise<VaultStatus>;
  close(): Promise<VaultStatus>;
  beforeClosing(closer: () => Promise<void>): void;
  status(): VaultStatus;
  /** Somebody works. */
  touch(): void;
  queryContext(): QueryContext;
  /** One transaction with its custody events. */
  write<Result>(steps: (ctx: CommandContext) => Result): Result;
}

/** Paths that a person chose; the window holds only tokens of them (`ipc/pathGrants.ts`). */
export interface Grants {
  /** @throws path-not-granted */
  pathOf(granted: GrantedPath): string;
  /** The same for a place that will be written. @throws path-not-granted, place-is-vault */
  placeOf(granted: GrantedPath): string;
}
