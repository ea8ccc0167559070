/** Takes a received line for what it is worth: parsed by the schemas of its concept, or one sentence on why it cannot be. */
import { conceptNamed, type Column, type Concept } from './concepts/index.ts';
import { HELD, LATEST } from './localRecords.ts';
import { fieldNamed, fits, fromLine, keyParts, RecordLine, type RecordState, type Values } from './recordState.ts';

export function checkRecord(concept: Concept, untrustedLine: string): RecordState | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(untrustedLine);
  } catch {
    return { problem: 'is no JSON' };
  }
  const parsed = RecordLine.safeParse(value);
  if (!parsed.success) return { problem: `has no form that is known: ${parsed.error.issues[0]?.path.join('.') ?? ''}` };
  const state = fromLine(concept.name, parsed.data);
  if (!keyParts(concept, state.id)) return { problem: 'has an id that is none' };
  const bad = badPart(concept, state);
  return bad === null ? state : { problem: `says of “${bad}” what cannot be` };
}

/** The name of the first column or field that does not fit; null where all do. */
function badPart(concept: Concept, { frozen, once, fields, rows }: RecordState): string | null {
  switch (concept.kind) {
    case 'record':
      return (
        badColumn(concept.frozen, frozen) ??
        badColumn(concept.once, once) ??
        [...fields].find(([name, versions]) => {
          const field = fieldNamed(concept.fields, name);
          return !field || versions.length === 0 || !versions.every(one => fits(field, name, one.value));
        })?.[0] ??
        concept.fields.find(field => field.members === undefined && !fields.has(field.name))?.name ??
        null
      );
    case 'membership': {
      const held = fields.get(HELD);
      if (!held || fields.size !== 1) return HELD;
      return held.every(({ value }) => value === null || badColumn(concept.payload, value as Values) === null)
        ? null
        : HELD;
    }
    case 'log': {
      const badRow = rows.find(row => badColumn(concept.row, row) !== null);
      if (badRow) return badColumn(concept.row, badRow);
      const latest = fields.get(LATEST);
      if (fields.size > (concept.latest ? 1 : 0) || (fields.size === 1 && !latest)) return LATEST;
      return (latest ?? []).every(({ value }) => value !== null && badColumn(concept.row, value as Values) === null)
        ? null
        : LATEST;
    }
  }
}

function badColumn(columns: readonly Column[], values: Values): string | null {
  if (values === null || typeof values !== 'object') return columns[0]?.name ?? 'row';
  const known = new Set(columns.map(({ name }) => name));
  const foreign = Object.keys(values).find(name => !known.has(name));
  return foreign ?? columns.find(({ name, schema }) => !schema.safeParse(values[name]).success)?.name ?? null;
}

export function conceptOfPath(path: string): Concept | null {
  const name = /^data\/records\/([a-z-]+)\.jsonl$/.exec(path)?.[1];
  return name === undefined ? null : conceptNamed(name);
}
