/** Bounds of what comes in: what cannot be stored as a statement is told, never cut and never dropped in silence. */
import { storableText } from '../../kernel/storableText.ts';
import { NameQuality, Statement, StatementDetail, WorldDate } from '../entity/statement.ts';
import { Credibility } from '../source.ts';
import type { InterchangeEntity, InterchangeValue } from './interchangeEntity.ts';

const MAX_ID_CHARS = 200;
const MAX_SCHEMA_CHARS = 60;
const MAX_PROPERTY_CHARS = 100;
const MAX_VALUE_CHARS = 65_000;
const MAX_NOTE_CHARS = 4000;

export interface CheckedEntity {
  /** Null where nothing of it can be kept. */
  entity: InterchangeEntity | null;
  problems: string[];
}

export function checkIncoming({ id, schema, values }: InterchangeEntity): CheckedEntity {
  const refused = refusal(id, schema);
  if (refused !== null) return { entity: null, problems: [refused] };
  const problems: string[] = [];
  const kept: InterchangeValue[] = [];
  const seen = new Set<string>();
  for (const value of values) {
    const problem = valueProblem(value);
    if (problem !== null) problems.push(problem);
    const checked = problem === null ? checkValueParts(value) : null;
    const key = checked && `${checked.property}\0${checked.value}`;
    if (checked === null || key === null || seen.has(key)) continue;
    seen.add(key);
    kept.push(checked);
  }
  return { entity: { id: storableText(id), schema: storableText(schema), values: kept }, problems };
}

function refusal(id: string, schema: string): string | null {
  if (id === '') return 'It has no id, so it could not be found again.';
  if (id.length > MAX_ID_CHARS) return `Its id is longer than ${MAX_ID_CHARS} characters.`;
  if (schema === '' || schema.length > MAX_SCHEMA_CHARS) return 'Its schema is missing, or no name of a schema.';
  return null;
}

function valueProblem({ property, value }: InterchangeValue): string | null {
  if (property === '' || property.length > MAX_PROPERTY_CHARS)
    return `A property has a name of ${property.length} characters; its value was left out.`;
  if (value.length > MAX_VALUE_CHARS)
    return `A value of “${property}” has ${value.length} characters, more than ${MAX_VALUE_CHARS}; it was left out.`;
  return null;
}

/** Null for a value without words. What stands beside a value and does not fit is left out; the value stays. */
function checkValueParts(given: InterchangeValue): InterchangeValue | null {
  const value = storableText(given.value);
  if (value.trim() === '') return null;
  const original = storableText(given.original ?? '');
  return {
    property: storableText(given.property),
    value,
    original: original.length <= MAX_VALUE_CHARS && original !== value ? original : '',
    language: parsedOr(Statement.shape.language, given.language, ''),
    quality: parsedOr(NameQuality, given.quality, null),
    detail: parsedOr(StatementDetail, given.detail, {}),
    fromOn: parsedOr(WorldDate, given.fromOn, null),
    toOn: parsedOr(WorldDate, given.toOn, null),
    credibility: parsedOr(Credibility, given.credibility, 6),
    note: storableText(given.note ?? '').slice(0, MAX_NOTE_CHARS),
  };
}

interface Parser<Value> {
  safeParse(untrusted: unknown): { success: true; data: Value } | { success: false };
}

function parsedOr<Value>(schema: Parser<Value>, untrusted: unknown, otherwise: Value): Value {
  if (untrusted === undefined || untrusted === null || untrusted === '') return otherwise;
  const parsed = schema.safeParse(untrusted);
  return parsed.success ? parsed.data : otherwise;
}
