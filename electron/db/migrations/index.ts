/** The migrations in order. A released one is history: mend it with the next. */
import foundation from './0001-foundation.sql?raw';

export const migrations: readonly { name: string; sql: string }[] = [{ name: '0001-foundation', sql: foundation }];
