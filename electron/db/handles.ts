/**
 * What services see of the database. A query's context holds a `ReadableDb`, a command's a `WritableDb`, so that a query
 * that writes does not compile. Rows come out as unknown: the SQL function parses them.
 */
declare const readable: unique symbol;
declare const writable: unique symbol;

export type SqlValue = string | number | null | Uint8Array;
export type Row = Record<string, unknown>;
export type SqlParameters = Readonly<Record<string, SqlValue>>;

export interface ReadStatement {
  get(parameters?: SqlParameters): Row | undefined;
  all(parameters?: SqlParameters): Row[];
}
export interface WriteStatement extends ReadStatement {
  run(parameters?: SqlParameters): { changes: number; lastInsertRowid: number };
}
export interface ReadableDb {
  readonly [readable]: true;
  prepare(sql: string): ReadStatement;
}
export interface WritableDb extends Omit<ReadableDb, 'prepare'> {
  readonly [readable]: true;
  readonly [writable]: true;
  prepare(sql: string): WriteStatement;
}
