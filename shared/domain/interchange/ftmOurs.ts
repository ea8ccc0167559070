/**
 * What we know of values beyond FollowTheMoney leaves under a key of its own, `probatum`: properties that the model lacks, dates
 * of validity, words as printed, citations. Readers of the model pass it over; ours take it up again.
 */
import type { NameQuality, StatementDetail } from '../entity/statement.ts';
import type { Credibility } from '../source.ts';
import { FIELD_MARK, type InterchangeValue, type LeavingCitation, type LeavingValue } from './interchangeEntity.ts';

interface OurStatement {
  property: string;
  value: string;
  original?: string;
  language?: string;
  quality?: NameQuality;
  detail?: StatementDetail;
  from?: string;
  to?: string;
  credibility?: Credibility;
  note?: string;
  citations?: readonly LeavingCitation[];
}

export interface OurPart {
  statements?: OurStatement[];
  /** Values that stand in the model's properties only so that other readers see them: participants as `involved`. */
  derived?: Record<string, string[]>;
  /** Records that are merged in this one; they stand among the referents too. */
  members?: string[];
}

/** Null where FollowTheMoney says all of it. */
export function ourStatement(value: LeavingValue, isOurs: boolean): OurStatement | null {
  const said: Omit<OurStatement, 'property' | 'value'> = {
    ...(value.original ? { original: value.original } : {}),
    ...(value.language ? { language: value.language } : {}),
    ...(value.quality ? { quality: value.quality } : {}),
    ...(value.detail && Object.keys(value.detail).length > 0 ? { detail: value.detail } : {}),
    ...(value.fromOn ? { from: value.fromOn } : {}),
    ...(value.toOn ? { to: value.toOn } : {}),
    ...(value.credibility !== undefined && value.credibility !== 6 ? { credibility: value.credibility } : {}),
    ...(value.note ? { note: value.note } : {}),
    ...(value.citations.length > 0 ? { citations: value.citations } : {}),
  };
  if (!isOurs && Object.keys(said).length === 0) return null;
  return { property: value.property, value: value.value, ...said };
}

/** How values read from a line change by what its `probatum` part says; null where it has none. */
export function readOurs(untrusted: unknown): ((values: readonly InterchangeValue[]) => InterchangeValue[]) | null {
  if (!isObject(untrusted)) return null;
  const statements = Array.isArray(untrusted['statements']) ? untrusted['statements'].filter(isObject) : [];
  const said = new Map(statements.map(one => [keyOf(one), one]));
  const derived = isObject(untrusted['derived']) ? untrusted['derived'] : {};
  const members = wordsOf(untrusted['members']);
  return values => {
    const model = values
      .filter(({ property, value }) => !wordsOf(derived[property]).includes(value))
      .flatMap(value => (value.property === `${FIELD_MARK}referents` ? withoutMembers(value, members) : [value]));
    const known = new Set(model.map(keyOf));
    const more = statements
      .filter(one => !known.has(keyOf(one)))
      .map(one => ({ property: String(one['property'] ?? ''), value: String(one['value'] ?? '') }));
    return [...model, ...more].map(value => ({ ...value, ...partsOf(said.get(keyOf(value))) }));
  };
}

function withoutMembers(value: InterchangeValue, members: readonly string[]): InterchangeValue[] {
  let all: unknown;
  try {
    all = JSON.parse(value.value);
  } catch {
    return [value];
  }
  if (!Array.isArray(all)) return [value];
  const left = all.filter(one => !members.includes(String(one)));
  return left.length === 0 && all.length > 0 ? [] : [{ ...value, value: JSON.stringify(left) }];
}

/** Unchecked here: `checkIncoming` parses each part on the way in. */
function partsOf(one: Record<string, unknown> | undefined): Partial<InterchangeValue> {
  if (!one) return {};
  return {
    original: textOf(one['original']),
    language: textOf(one['language']),
    quality: one['quality'] as NameQuality | undefined,
    detail: one['detail'] as StatementDetail | undefined,
    fromOn: textOf(one['from']),
    toOn: textOf(one['to']),
    credibility: one['credibility'] as Credibility | undefined,
    note: textOf(one['note']),
  };
}

function keyOf({ property, value }: { property?: unknown; value?: unknown }): string {
  return `${String(property)}\0${String(value)}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function wordsOf(untrusted: unknown): string[] {
  return Array.isArray(untrusted) ? untrusted.filter(one => typeof one === 'string') : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
