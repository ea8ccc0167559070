/**
 * How a concept's rows travel between vaults: which columns are set once, which may change and are therefore versioned, and
 * what each must look like. What comes in is parsed by the very schemas that the concept has.
 */
import type { z } from 'zod';

export interface Column {
  name: string;
  /** `json` and `flag` are stored as text and 0/1, and travel as what they mean; `bytes` travel as base64. */
  form: 'plain' | 'json' | 'flag' | 'bytes';
  /** JSON in a column that may not be empty: nothing is the word `null` there. */
  isNeverEmpty?: true;
  schema: z.ZodType;
}

export interface Field {
  /** Unique in its concept; a column's name, or that of several which only change together. */
  name: string;
  /** As a person reads it: "title", "handling mark". */
  words: string;
  columns: readonly Column[];
  /**
   * A column that holds a list: each member is versioned by itself, so that two teams may each add one. `ids`: objects with an
   * `id`; `values`: plain values.
   */
  members?: 'ids' | 'values';
  /** Order and other matters that nobody should be asked about: of two concurrent values one is taken by rule. */
  isQuiet?: true;
}

interface Common {
  name: string;
  table: string;
  /** What a person calls it, one and many. */
  words: readonly [one: string, many: string];
  /** The columns that tell one from another; joined by `|` they are its id. */
  key: readonly Column[];
}

/** A row with an id: never removed. */
export interface RecordConcept extends Common {
  kind: 'record';
  frozen: readonly Column[];
  /** Set when it is added and never compared: what a vault may have to choose anew, or works out by itself. */
  once: readonly Column[];
  fields: readonly Field[];
}

/** A row that may come and go: what it holds, or that it is gone, is one versioned value. */
export interface MembershipConcept extends Common {
  kind: 'membership';
  payload: readonly Column[];
}

/** Rows that only ever grow, gathered under a key. Where the latest counts, which one that is is versioned. */
export interface LogConcept extends Common {
  kind: 'log';
  row: readonly Column[];
  latest: { words: string } | null;
}

export type Concept = RecordConcept | MembershipConcept | LogConcept;

export const plain = (name: string, schema: z.ZodType): Column => ({ name, form: 'plain', schema });
export const json = (name: string, schema: z.ZodType): Column => ({ name, form: 'json', schema });
export const filledJson = (name: string, schema: z.ZodType): Column => ({ ...json(name, schema), isNeverEmpty: true });
export const flag = (name: string, schema: z.ZodType): Column => ({ name, form: 'flag', schema });
export const bytes = (name: string, schema: z.ZodType): Column => ({ name, form: 'bytes', schema });

/** A field of one column, named after it. */
export function field(column: Column, words = column.name.replaceAll('_', ' ')): Field {
  return { name: column.name, words, columns: [column] };
}

export function quietField(column: Column): Field {
  return { ...field(column), isQuiet: true };
}

export function listField(column: Column, members: 'ids' | 'values', words: string): Field {
  return { name: column.name, words, columns: [column], members };
}
