/** Values of one property that cannot both hold: two flags at one time, or two dates of one birth. */
import { spansMeet } from '../../kernel/dateSpan.ts';
import { type Clash, clashId, named } from './clash.ts';
import { describeSpan } from './describeSpan.ts';
import type { SpannedItem } from './lanes.ts';
import type { LaneEntity, TimedItem } from './timedItem.ts';
import { timeSpanOf } from './timeSpan.ts';

/** A subject has one of these at a time. Names are not among them: one ship carries several, in several scripts. */
const ONE_AT_A_TIME: Readonly<Record<string, string>> = {
  flag: 'a vessel has one flag at a time',
  mmsi: 'a vessel has one MMSI at a time',
  callSign: 'a vessel has one call sign at a time',
  jurisdiction: 'a company is registered in one jurisdiction at a time',
  registrationNumber: 'it has one registration number at a time',
};

/** These happen once. */
const ONCE: ReadonlySet<string> = new Set([
  'birthDate',
  'deathDate',
  'buildDate',
  'incorporationDate',
  'dissolutionDate',
]);

export function valueClashes<Item extends TimedItem>(
  entity: LaneEntity,
  inTime: readonly SpannedItem<Item>[],
): Clash<Item>[] {
  const own = inTime.filter(({ item }) => item.source === 'statement' && item.entityId === entity.id);
  return [...heldAtOnce(entity, own), ...dated(entity, own)];
}

function heldAtOnce<Item extends TimedItem>(entity: LaneEntity, own: readonly SpannedItem<Item>[]): Clash<Item>[] {
  const clashes: Clash<Item>[] = [];
  const held = own.filter(
    ({ item, span }) => item.property !== null && item.property in ONE_AT_A_TIME && span.sure !== null,
  );
  for (const [at, left] of held.entries())
    for (const right of held.slice(at + 1)) {
      if (left.item.property !== right.item.property || left.item.value === right.item.value) continue;
      const from = Math.max(left.span.sure?.from ?? 0, right.span.sure?.from ?? 0);
      const to = Math.min(left.span.sure?.to ?? 0, right.span.sure?.to ?? 0);
      if (from >= to) continue;
      const items = [left.item, right.item];
      clashes.push({
        id: clashId('two-values', entity, items),
        kind: 'two-values',
        entity,
        items,
        sentence: `${entity.caption}: ${both(items)} stand at the same time from ${day(from)} to ${day(to - 1)}, and ${ONE_AT_A_TIME[left.item.property ?? '']}.`,
      });
    }
  return clashes;
}

function dated<Item extends TimedItem>(entity: LaneEntity, own: readonly SpannedItem<Item>[]): Clash<Item>[] {
  const clashes: Clash<Item>[] = [];
  const once = own.filter(
    ({ item, span }) => item.property !== null && ONCE.has(item.property) && !span.start.uncertain,
  );
  for (const [at, left] of once.entries())
    for (const right of once.slice(at + 1)) {
      if (left.item.property !== right.item.property || spansMeet(left.span, right.span)) continue;
      const items = [left.item, right.item];
      clashes.push({
        id: clashId('two-dates', entity, items),
        kind: 'two-dates',
        entity,
        items,
        sentence: `${entity.caption}: ${both(items)} are given for what happens once.`,
      });
    }
  return clashes;
}

/** An event or a tie for which two dates are given that do not meet. */
export function dateClashes<Item extends TimedItem>(inTime: readonly SpannedItem<Item>[]): Clash<Item>[] {
  const shown = new Map(
    inTime.flatMap(one => (one.item.id === one.item.entityId ? [[one.item.id, one]] : [])) as [
      string,
      SpannedItem<Item>,
    ][],
  );
  return inTime.flatMap(({ item }) => {
    if (item.entityId === null || item.id === item.entityId || item.property === null) return [];
    const first = shown.get(item.entityId);
    if (!first || !['date', 'startDate', 'endDate'].includes(item.property)) return [];
    const firstDate = item.property === 'endDate' ? first.item.toOn : first.item.fromOn;
    const one = timeSpanOf(firstDate, firstDate);
    const other = timeSpanOf(item.value, item.value);
    if (!one || !other || one.start.uncertain || other.start.uncertain || spansMeet(one, other)) return [];
    const items = [first.item, item];
    return [
      {
        id: clashId('two-dates', null, items),
        kind: 'two-dates' as const,
        entity: null,
        items,
        sentence: `“${item.title}” is dated both ${describeSpan(firstDate, firstDate)} and ${describeSpan(item.value, item.value)}.`,
      },
    ];
  });
}

function both(items: readonly TimedItem[]): string {
  return items.map(item => named(item, describeSpan(item.fromOn, item.toOn))).join(' and ');
}

function day(at: number): string {
  const iso = new Date(at).toISOString().slice(0, 10);
  return describeSpan(iso, iso);
}
