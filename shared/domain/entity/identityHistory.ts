/**
 * What was said of a subject's identity, and when: names, flags, numbers, owners as dated spans in lanes, under the number that
 * does not change. Values that overlap stand in rows of their own; what has no date is listed apart, for nobody knows where it lies.
 */
import { dateSpan, type DateSpan, spanBetween } from '../../kernel/dateSpan.ts';
import type { EntityId, StatementId } from '../../kernel/ids.ts';
import { isA, schemaOrThing, valuesOfType } from '../ftm/index.ts';
import type { Statement } from './statement.ts';

type Stated = Pick<Statement, 'id' | 'property' | 'value' | 'quality' | 'fromOn' | 'toOn' | 'withdrawnAt'> & {
  targetCaption: string | null;
  targetCanonicalId: EntityId | null;
};

interface Tied {
  entityId: EntityId;
  statementId: StatementId;
  schema: string | null;
  direction: 'out' | 'in' | 'both';
  role: string;
  other: { id: EntityId; caption: string } | null;
  fromOn: string | null;
  toOn: string | null;
}

export interface IdentitySpan {
  /** Unique in the answer. */
  key: string;
  words: string;
  fromOn: string | null;
  toOn: string | null;
  span: DateSpan;
  /** Counted from 0: spans of one lane that overlap do not share a row. */
  row: number;
  /** The entity that it names; null for a plain value. */
  otherId: EntityId | null;
  /** The tie that says so; null for a value of the entity itself. */
  tieId: EntityId | null;
  statementId: StatementId;
}

export interface IdentityLane {
  id: string;
  label: string;
  rows: number;
  spans: IdentitySpan[];
}

export interface UndatedValue {
  key: string;
  lane: string;
  words: string;
  otherId: EntityId | null;
}

export interface IdentityHistory {
  /** The number that stays: `IMO number 9000003`; null where none is known. */
  anchor: { property: string; label: string; value: string } | null;
  lanes: IdentityLane[];
  undated: UndatedValue[];
  /** Ms UTC of the first and the last bound known; null where no span has one. */
  extent: { from: number; to: number } | null;
}

interface LaneRule {
  id: string;
  label: string;
  properties: readonly string[];
  ties?: (tie: Tied) => boolean;
}

const hasRole = (pattern: RegExp) => (tie: Tied) => tie.schema !== null && pattern.test(tie.role);
const owns = (tie: Tied) => tie.schema === 'Ownership' && tie.direction === 'in';

const VESSEL_LANES: readonly LaneRule[] = [
  { id: 'name', label: 'Name', properties: ['name', 'previousName'] },
  { id: 'flag', label: 'Flag', properties: ['flag', 'pastFlags'] },
  { id: 'mmsi', label: 'MMSI', properties: ['mmsi'] },
  { id: 'callSign', label: 'Call sign', properties: ['callSign'] },
  { id: 'registration', label: 'Registration', properties: ['registrationNumber', 'registrationPort'] },
  { id: 'owner', label: 'Owner', properties: ['owner'], ties: owns },
  { id: 'manager', label: 'Manager', properties: [], ties: hasRole(/manag/i) },
  { id: 'operator', label: 'Operator', properties: ['operator'], ties: hasRole(/operat|charter/i) },
  { id: 'class', label: 'Class', properties: ['classificationSociety'], ties: hasRole(/classif|class society/i) },
  { id: 'insurer', label: 'Insurer', properties: ['insurer'], ties: hasRole(/insur|p&i/i) },
  { id: 'type', label: 'Type', properties: ['type', 'pastTypes'] },
  { id: 'address', label: 'Address', properties: ['address', 'addressEntity'] },
];

const COMPANY_LANES: readonly LaneRule[] = [
  { id: 'name', label: 'Name', properties: ['name', 'previousName'] },
  { id: 'number', label: 'Registration number', properties: ['registrationNumber'] },
  { id: 'jurisdiction', label: 'Jurisdiction', properties: ['jurisdiction', 'mainCountry', 'country'] },
  { id: 'form', label: 'Legal form', properties: ['legalForm'] },
  { id: 'status', label: 'Status', properties: ['status'] },
  { id: 'address', label: 'Address', properties: ['address', 'addressEntity'] },
  { id: 'owner', label: 'Owner', properties: ['parent'], ties: owns },
  {
    id: 'director',
    label: 'Director',
    properties: [],
    ties: tie => tie.schema === 'Directorship' && tie.direction === 'in',
  },
];

/** Numbers that stay with the subject through every change, the best first. */
const ANCHORS: Readonly<Record<'vessel' | 'company', readonly string[]>> = {
  vessel: ['imoNumber', 'registrationNumber'],
  company: ['registrationNumber', 'imoNumber', 'leiCode', 'innCode', 'ogrnCode', 'taxNumber', 'idNumber'],
};

/** Whether the subject is of a kind whose identity changes while it stays the same. */
export function hasIdentityHistory(schema: string): boolean {
  return isA(schema, 'Vehicle') || isA(schema, 'Organization') || schema === 'LegalEntity';
}

export function identityHistory(schema: string, statements: readonly Stated[], ties: readonly Tied[]): IdentityHistory {
  const kind = isA(schema, 'Vehicle') ? 'vessel' : 'company';
  const standing = statements.filter(one => one.withdrawnAt === null);
  const anchored = ANCHORS[kind].map(property => standing.find(one => one.property === property)).find(Boolean);
  const lanes: IdentityLane[] = [];
  const undated: UndatedValue[] = [];
  for (const rule of kind === 'vessel' ? VESSEL_LANES : COMPANY_LANES) {
    const dated: Omit<IdentitySpan, 'row'>[] = [];
    for (const one of candidates(rule, schema, standing, ties)) {
      const span = spanBetween(one.fromOn, one.toOn);
      if (span === null) {
        if (!(anchored && one.key === anchored.id))
          undated.push({ key: one.key, lane: rule.label, words: one.words, otherId: one.otherId });
      } else dated.push({ ...one, span });
    }
    if (dated.length > 0) lanes.push(inRows(rule, dated));
  }
  return {
    anchor: anchored
      ? {
          property: anchored.property,
          label: schemaOrThing(schema).properties.get(anchored.property)?.label ?? anchored.property,
          value: anchored.value,
        }
      : null,
    lanes,
    undated,
    extent: extentOf(lanes),
  };
}

function candidates(
  rule: LaneRule,
  schema: string,
  statements: readonly Stated[],
  ties: readonly Tied[],
): Omit<IdentitySpan, 'row' | 'span'>[] {
  const stated = statements
    .filter(one => rule.properties.includes(one.property))
    .map(one => ({
      key: one.id,
      words: one.targetCaption ?? valueWords(schema, one),
      fromOn: one.fromOn,
      toOn: one.toOn,
      otherId: one.targetCanonicalId,
      tieId: null,
      statementId: one.id,
    }));
  const tied = ties
    .filter(tie => rule.ties?.(tie))
    .map(tie => ({
      key: `${tie.entityId} ${tie.other?.id ?? ''}`,
      words: tie.other?.caption ?? '(not said)',
      fromOn: tie.fromOn,
      toOn: tie.toOn,
      otherId: tie.other?.id ?? null,
      tieId: tie.entityId,
      statementId: tie.statementId,
    }));
  return [...stated, ...tied];
}

/** Countries by their names; former values are former in the words too. */
function valueWords(schema: string, { property, value }: Stated): string {
  const type = schemaOrThing(schema).properties.get(property)?.type;
  return type === 'country' ? (valuesOfType('country')[value] ?? value) : value;
}

/** Each span in the first row that is free when it begins. */
function inRows({ id, label }: LaneRule, dated: readonly Omit<IdentitySpan, 'row'>[]): IdentityLane {
  const start = (span: DateSpan) => span.from ?? Number.NEGATIVE_INFINITY;
  const end = (span: DateSpan) => span.to ?? Number.POSITIVE_INFINITY;
  const freeFrom: number[] = [];
  const spans = [...dated]
    .sort((left, right) => start(left.span) - start(right.span) || end(left.span) - end(right.span))
    .map(one => {
      // The first day of a name is often given as the last day of the one before: a touch is no overlap.
      const begins = start(one.span);
      const free = freeFrom.findIndex(at => at <= begins);
      const row = free < 0 ? freeFrom.length : free;
      const from = dateSpan(one.toOn ?? '')?.from;
      freeFrom[row] = Math.max(begins, from ?? end(one.span));
      return { ...one, row };
    });
  return { id, label, rows: freeFrom.length, spans };
}

function extentOf(lanes: readonly IdentityLane[]): IdentityHistory['extent'] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { span } of lanes.flatMap(lane => lane.spans)) {
    for (const bound of [span.from, span.to]) {
      if (bound === null) continue;
      from = Math.min(from, bound);
      to = Math.max(to, bound);
    }
  }
  return from <= to ? { from, to } : null;
}
