/**
 * The neutral form between our statements and the formats of others: an entity with its values, each with what may be known of
 * it beyond its words. Readers make these one by one from a stream; writers take them one by one.
 */
import type { NameQuality, StatementDetail } from '../entity/statement.ts';
import type { Credibility } from '../source.ts';

export interface InterchangeValue {
  property: string;
  value: string;
  original?: string;
  language?: string;
  quality?: NameQuality | null;
  detail?: StatementDetail;
  fromOn?: string | null;
  toOn?: string | null;
  credibility?: Credibility;
  note?: string;
}

export interface InterchangeEntity {
  /** As the file has it; where it is only unique within the file, the reader puts a scope before it. */
  id: string;
  schema: string;
  values: InterchangeValue[];
}

/** What a reader finds, in the order of the file; rows count from 1. A row with a problem may still give its entity. */
export type ReadItem = { row: number; entity: InterchangeEntity } | { row: number; problem: string };

/** The words that a leaving value rests on; nothing of ours has to be there to read it. */
export interface LeavingCitation {
  /** `EX-0042`. */
  exhibit: string;
  sha256: string;
  /** As printed. */
  page: string;
  quote: string;
  bearing: string;
}

export interface LeavingValue extends InterchangeValue {
  /** The entity that it names, under the id with which that leaves; `value` is that id. */
  target: { id: string; schema: string; caption: string } | null;
  citations: readonly LeavingCitation[];
}

export interface LeavingEntity {
  id: string;
  schema: string;
  caption: string;
  /** Ids of the records that are merged in it. */
  members: readonly string[];
  values: readonly LeavingValue[];
}

/** What leaves, as often as a writer goes through it, in the same order each time. */
export interface LeavingEntities {
  /** With a schema, only those of that schema. */
  entities(schema?: string): Iterable<LeavingEntity>;
}

/** Values of a property in their order, each once. */
export function valuesOf(entity: Pick<LeavingEntity, 'values'>, property: string): LeavingValue[] {
  return entity.values.filter(value => value.property === property);
}

/** Fields that a format has beside an entity's properties (`datasets`, `first_seen`) are kept under `@` and their name. */
export const FIELD_MARK = '@';
