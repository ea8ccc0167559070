/** What a service is given: the database handle, clock, ids, custody log, actor. No module-level database or clock. */
import type { CustodyAction } from '../../shared/domain/custody.ts';
import type { Instant } from '../../shared/kernel/dates.ts';
import type { Sha256 } from '../../shared/kernel/digest.ts';
import type { IdKind, IdKinds } from '../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../db/handles.ts';

export interface Clock {
  now(): Instant;
}

export interface IdMaker {
  newId<Kind extends IdKind>(kind: Kind): IdKinds[Kind];
}

export interface CustodyEntry {
  action: CustodyAction;
  caseId?: string | null;
  exhibitId?: string | null;
  subject: string;
  sha256?: Sha256 | null;
  details?: Record<string, string>;
}

export interface QueryContext {
  readonly db: ReadableDb;
  now(): Instant;
}

export interface CommandContext extends IdMaker {
  readonly db: WritableDb;
  readonly actor: string;
  now(): Instant;
  readonly custody: { record(entry: CustodyEntry): void };
}
