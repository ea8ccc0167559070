/** What operations and jobs see of the vault that this core has open, if any: `vault/vaultSession.ts` is it. */
import type { VaultStatus } from '../../shared/contract/vault.ts';
import type { Instant } from '../../shared/kernel/dates.ts';
import type { IdKind, IdKinds } from '../../shared/kernel/ids.ts';
import type { VaultConnection } from '../db/connection.ts';
import type { CommandContext, QueryContext } from './context.ts';

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
