/** The vault that this core has open, if any: its connection, its people, its idle clock. Nobody else opens or closes it. */
import { randomBytes } from 'node:crypto';
import { toInstant, type Instant } from '../../../shared/kernel/dates.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { type IdKind, type IdKinds, nextInOrder, uuidv7, VaultId } from '../../../shared/kernel/ids.ts';
import type { VaultStatus } from '../../../shared/contract/vault.ts';
import { VaultConnection } from '../../db/connection.ts';
import type { WritableDb } from '../../db/handles.ts';
import type { CommandContext, CustodyEntry, QueryContext } from '../context.ts';
import { recordCustody } from '../custody/index.ts';
import type { Session } from '../session.ts';
import { readMeta, writeMeta } from './metaSql.ts';
import { clearUnfinishedBlobs } from '../../documents/documentSql.ts';

export interface SessionOptions {
  /** Who holds the vault, told to a second comer: "the Probatum window", "the command line". */
  holder: string;
  now?: () => Date;
  randomBytes?: (count: number) => Uint8Array;
  onState?: (state: VaultStatus['state'], reason: string | null) => void;
}

export class VaultSession implements Session {
  readonly #options: SessionOptions;
  #connection: VaultConnection | null = null;
  #lockedPath: string | null = null;
  #lastUsedAt: Instant;
  /** By the clock that only goes forward: one set back by hand must not keep the vault open. */
  #lastUsedMs = performance.now();
  #isEnding = false;
  #lastId: { at: number; random: Uint8Array } | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #closers: (() => Promise<void>)[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#lastUsedAt = this.now();
  }

  now(): Instant {
    return toInstant(this.#options.now?.() ?? new Date());
  }

  newId<Kind extends IdKind>(kind: Kind): IdKinds[Kind] {
    const at = Date.parse(this.now());
    // Within one ms the random part counts up, so that ids sort by when they were made (RFC 9562, 6.2).
    const random =
      at === this.#lastId?.at
        ? nextInOrder(this.#lastId.random)
        : Uint8Array.from((this.#options.randomBytes ?? randomBytes)(10));
    this.#lastId = { at, random };
    return `${kind}-${uuidv7(at, random)}` as IdKinds[Kind];
  }

  get connection(): VaultConnection {
    if (!this.#connection) throw new ProbatumError('vault-locked', {});
    return this.#connection;
  }

  get isOpen(): boolean {
    return this.#connection !== null;
  }

  /** True while the vault is closing: what runs is ending, and nothing new may begin. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  /**
   * One opening, locking or closing after the other. A lid that is shut locks twice, by sleep and by the screen; and two
   * openings at once would leave one vault open that nobody knows of.
   */
  #inTurn<Result>(steps: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(steps);
    this.#turn = result.catch(() => {});
    return result;
  }

  create(path: string, given: { name: string; person: string; passphrase: string }): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      await this.#lockNow(null);
      this.#connection = VaultConnection.create(path, given.passphrase, this.#options.holder);
      return this.#begin(() =>
        this.write(ctx => {
          writeMeta(ctx.db, 'vaultId', this.newId('vlt'));
          writeMeta(ctx.db, 'name', given.name);
          writeMeta(ctx.db, 'person', given.person);
          writeMeta(ctx.db, 'lockAfterMinutes', '15');
          ctx.custody.record({ action: 'vault-created', subject: given.name });
        }),
      );
    });
  }

  /** A passphrase that does not fit leaves the vault that was open before locked, not closed. */
  open(path: string, passphrase: string): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      await this.#lockNow(null);
      this.#connection = VaultConnection.open(path, passphrase, this.#options.holder);
      return this.#begin(() => this.connection.write(clearUnfinishedBlobs));
    });
  }

  /** A vault whose first steps fail (a full disk) is not left open behind an answer that says it is not. */
  #begin(firstSteps: () => void): VaultStatus {
    try {
      firstSteps();
      this.touch();
      const path = this.#lockedPath;
      this.#lockedPath = null;
      try {
        this.#options.onState?.('open', null);
      } catch (error) {
        this.#lockedPath = path;
        throw error;
      }
      return this.status();
    } catch (error) {
      const connection = this.#connection;
      this.#connection = null;
      connection?.close();
      throw error;
    }
  }

  /** Long work registers how to end it; locking waits for that, so that no step is torn. */
  beforeClosing(closer: () => Promise<void>): void {
    this.#closers.push(closer);
  }

  lock(reason: string | null = null): Promise<VaultStatus> {
    return this.#inTurn(() => this.#lockNow(reason));
  }

  async #lockNow(reason: string | null): Promise<VaultStatus> {
    const path = this.#connection?.path ?? this.#lockedPath;
    const wasOpen = this.isOpen;
    await this.#end();
    this.#lockedPath = path;
    if (wasOpen) this.#options.onState?.('locked', reason);
    return this.status();
  }

  close(): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      await this.#end();
      this.#lockedPath = null;
      this.#options.onState?.('closed', null);
      return this.status();
    });
  }

  async #end(): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    this.#isEnding = true;
    try {
      for (const closer of this.#closers) await closer();
    } finally {
      this.#connection = null;
      connection.close();
      this.#isEnding = false;
    }
  }

  status(): VaultStatus {
    const connection = this.#connection;
    if (!connection) return this.#lockedPath ? { state: 'locked', path: this.#lockedPath } : { state: 'closed' };
    const meta = readMeta(connection.readable);
    return {
      state: 'open',
      path: connection.path,
      name: meta.get('name') ?? '',
      person: meta.get('person') ?? '',
      vaultId: VaultId.parse(meta.get('vaultId')),
      lockAfterMinutes: Number(meta.get('lockAfterMinutes') ?? 15),
      lastUsedAt: this.#lastUsedAt,
    };
  }

  touch(): void {
    this.#lastUsedAt = this.now();
    this.#lastUsedMs = performance.now();
  }

  /** How long nobody has worked. */
  get idleMs(): number {
    return performance.now() - this.#lastUsedMs;
  }

  get lastUsedAt(): Instant {
    return this.#lastUsedAt;
  }

  queryContext(): QueryContext {
    return { db: this.connection.readable, now: () => this.now() };
  }

  /** One transaction with its custody events. */
  write<Result>(steps: (ctx: CommandContext) => Result): Result {
    return this.connection.write(db => steps(this.#commandContext(db)));
  }

  #commandContext(db: WritableDb): CommandContext {
    const actor = readMeta(db).get('person') ?? '';
    return {
      db,
      actor,
      now: () => this.now(),
      newId: kind => this.newId(kind),
      custody: { record: (entry: CustodyEntry) => void recordCustody(db, actor, this.now(), entry) },
    };
  }
}
