/** Writes what was decided of a received record: the row as it shall be shown, and the versions that stand behind it. */
import type { ChangeDecision } from '../../../shared/contract/archive.ts';
import { decideState, type FieldState, meetStates, sameValue } from '../../../shared/domain/archive/index.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import type { CaseId, MergeId, VaultId } from '../../../shared/kernel/ids.ts';
import type { SqlValue, WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import { nextExhibitNumber, nextFindingNumber } from '../case/index.ts';
import { isQuiet, rowsToAdd } from './changes.ts';
import type { Concept, LogConcept, MembershipConcept, RecordConcept } from './concepts/index.ts';
import { HELD, type Here, LATEST, versionOfState } from './localRecords.ts';
import { deleteRow, findRow, insertRow, type Key, keepStep, remembered, updateRow } from './mergeSteps.ts';
import { keyParts, type RecordState, type Values, writeColumn } from './recordState.ts';
import { putVersion } from './versionSql.ts';

export interface Writing {
  db: WritableDb;
  /** Null: a decision of this vault's own, which undo of a merge does not concern. */
  inboxId: MergeId | null;
  here: Here;
  /** What was decided of a field of this record, '' for the record as a whole; undefined: the rule. */
  decisionOf(field: string): ChangeDecision | undefined;
}

/** The states after meeting, by what was decided; null: nothing of it is taken in. */
export function metFields(
  { here, decisionOf }: Writing,
  concept: Concept,
  mine: RecordState | null,
  theirs: RecordState,
): Map<string, FieldState> {
  const met = new Map(mine?.fields ?? []);
  const author = { by: here.actor, team: here.team, at: here.now };
  for (const [name, state] of theirs.fields) {
    const own = mine?.fields.get(name) ?? [];
    const decision = decisionOf(name);
    const shown = own[0]?.value ?? null;
    if (own.length === 0 && decision !== 'postpone' && decision !== 'mine') met.set(name, state);
    else if (decision === 'postpone') continue;
    else if (decision === 'mine') met.set(name, decideState([own, state], shown, here.vaultId, author));
    else if (decision === 'accept' && meetStates(own, state).length > 1)
      met.set(name, decideState([own, state], newValue(own, state), here.vaultId, author));
    else met.set(name, settledQuietly(concept, name, meetStates(own, state)));
  }
  return met;
}

/** What they have that is not here. */
function newValue(own: FieldState, theirs: FieldState): Json {
  return (theirs.find(one => !own.some(known => sameValue(known.value, one.value))) ?? theirs[0])?.value ?? null;
}

/** Of matters that nobody is asked about, every vault shows the same one: the last by its text. */
function settledQuietly(concept: Concept, name: string, state: FieldState): FieldState {
  if (state.length < 2 || !isQuiet(concept, name)) return state;
  return [...state].sort((left, right) => (canonicalJson(left.value) < canonicalJson(right.value) ? 1 : -1));
}

export function writeRecord(writing: Writing, concept: Concept, mine: RecordState | null, theirs: RecordState): void {
  const fields = metFields(writing, concept, mine, theirs);
  switch (concept.kind) {
    case 'record':
      writeRow(writing, concept, mine, theirs, fields);
      break;
    case 'membership':
      writeMembership(writing, concept, theirs.id, fields);
      break;
    case 'log':
      writeRows(writing, concept, mine, theirs, fields);
      break;
  }
  const birth = mine?.birth ?? theirs.birth;
  remembered(writing.db, writing.inboxId, 'record_version', { concept: concept.name, id: theirs.id }, () =>
    putVersion(writing.db, concept.name, theirs.id, versionOfState({ birth, fields })),
  );
}

function keyRow(concept: Concept, id: string): Key {
  const parts = keyParts(concept, id) ?? [];
  return Object.fromEntries(concept.key.map(({ name }, at) => [name, parts[at] ?? '']));
}

function writeRow(
  { db, inboxId, here }: Writing,
  concept: RecordConcept,
  mine: RecordState | null,
  theirs: RecordState,
  fields: ReadonlyMap<string, FieldState>,
): void {
  const key = keyRow(concept, theirs.id);
  remembered(db, inboxId, concept.table, key, () => {
    if (mine !== null) {
      updateRow(db, concept.table, key, changedColumns(concept, mine.fields, fields));
      return;
    }
    const row: Record<string, SqlValue> = {
      ...key,
      ...shownColumns(concept, fields),
      ...(extras[concept.name]?.(theirs.id) ?? {}),
    };
    for (const column of concept.frozen) row[column.name] = writeColumn(column, theirs.frozen[column.name] ?? null);
    for (const column of concept.once) row[column.name] = writeColumn(column, theirs.once[column.name] ?? null);
    insertRow(db, concept.table, chosenAnew(db, here.vaultId, concept, row));
  });
}

/** Columns that travel with none, worked out afterwards. */
const extras: Readonly<Record<string, (id: string) => Record<string, SqlValue>>> = {
  entity: id => ({ canonical_id: id, caption: '', hint: '', sort_key: '' }),
};

function shownColumns(concept: RecordConcept, fields: ReadonlyMap<string, FieldState>): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = {};
  for (const field of concept.fields) {
    const [column] = field.columns;
    if (!column) continue;
    if (field.members !== undefined) row[column.name] = writeColumn(column, membersOf(field.name, fields));
    else {
      const value = fields.get(field.name)?.[0]?.value ?? null;
      if (field.columns.length === 1) row[column.name] = writeColumn(column, value);
      else
        for (const part of field.columns)
          row[part.name] = writeColumn(part, (value as Values | null)?.[part.name] ?? null);
    }
  }
  return row;
}

function membersOf(name: string, fields: ReadonlyMap<string, FieldState>): Json {
  return [...fields]
    .filter(([field]) => field.startsWith(`${name}/`))
    .flatMap(([, state]) => (state[0] && state[0].value !== null ? [state[0].value] : []));
}

function changedColumns(
  concept: RecordConcept,
  before: ReadonlyMap<string, FieldState>,
  after: ReadonlyMap<string, FieldState>,
): Record<string, SqlValue> {
  const [was, is] = [shownColumns(concept, before), shownColumns(concept, after)];
  return Object.fromEntries(Object.entries(is).filter(([name, value]) => value !== was[name]));
}

/** What must be unique here, or is said differently here, is chosen anew where it would clash. */
function chosenAnew(
  db: WritableDb,
  vaultId: VaultId,
  concept: RecordConcept,
  row: Record<string, SqlValue>,
): Record<string, SqlValue> {
  switch (concept.name) {
    case 'case': {
      const taken = db
        .prepare('SELECT 1 FROM case_record WHERE reference = $reference')
        .get({ reference: row['reference'] ?? '' });
      return {
        ...row,
        home_vault: row['home_vault'] === vaultId ? '' : (row['home_vault'] ?? ''),
        ...(taken ? { reference: `${String(row['reference']).slice(0, 30)} (${String(row['id']).slice(-6)})` } : {}),
      };
    }
    case 'exhibit':
    case 'finding': {
      const caseId = row['case_id'] as CaseId;
      const taken =
        concept.name === 'exhibit'
          ? db
              .prepare('SELECT 1 FROM exhibit WHERE case_id = $caseId AND number = $number')
              .get({ caseId, number: row['number'] ?? 0 })
          : db
              .prepare('SELECT 1 FROM finding WHERE case_id = $caseId AND number = $number')
              .get({ caseId, number: row['number'] ?? 0 });
      if (!taken) return row;
      return {
        ...row,
        number: concept.name === 'exhibit' ? nextExhibitNumber(db, caseId) : nextFindingNumber(db, caseId),
      };
    }
    case 'entity': {
      const foreignId = row['foreign_id'] ?? null;
      const taken =
        foreignId !== null && db.prepare('SELECT 1 FROM entity WHERE foreign_id = $foreignId').get({ foreignId });
      return taken ? { ...row, foreign_id: null } : row;
    }
    case 'translation': {
      const supersedesId = row['supersedes_id'] ?? null;
      const taken =
        supersedesId !== null &&
        db.prepare('SELECT 1 FROM translation WHERE supersedes_id = $supersedesId').get({ supersedesId });
      return taken ? { ...row, supersedes_id: null } : row;
    }
    default:
      return row;
  }
}

function writeMembership(
  { db, inboxId }: Writing,
  concept: MembershipConcept,
  id: string,
  fields: ReadonlyMap<string, FieldState>,
): void {
  const key = keyRow(concept, id);
  const value = fields.get(HELD)?.[0]?.value ?? null;
  remembered(db, inboxId, concept.table, key, () => {
    const payload = Object.fromEntries(
      concept.payload.map(column => [
        column.name,
        writeColumn(column, (value as Values | null)?.[column.name] ?? null),
      ]),
    );
    const isHere = findRow(db, concept.table, key) !== null;
    if (value === null) deleteRow(db, concept.table, key);
    else if (isHere) updateRow(db, concept.table, key, payload);
    else insertRow(db, concept.table, { ...key, ...payload });
  });
}

/**
 * Rows of others go before those that are here, since the last by its id counts; then the one that counts, should it be another,
 * is written once more as the last.
 */
function writeRows(
  { db, inboxId, decisionOf }: Writing,
  concept: LogConcept,
  mine: RecordState | null,
  theirs: RecordState,
  fields: ReadonlyMap<string, FieldState>,
): void {
  const key = keyRow(concept, theirs.id);
  const isTaken = !['postpone', 'mine'].includes(decisionOf('') ?? 'accept');
  const rows = isTaken ? rowsToAdd(mine, theirs) : [];
  const sql = `SELECT min(0, coalesce(min(id), 0)) AS n FROM ${concept.table}`;
  const lowest = Number(db.prepare(sql).get()?.['n'] ?? 0);
  const isEmpty = (mine?.rows.length ?? 0) === 0;
  rows.forEach((row, at) => {
    const columns = Object.fromEntries(
      concept.row.map(column => [column.name, writeColumn(column, row[column.name] ?? null)]),
    );
    const id = insertRow(db, concept.table, {
      ...(isEmpty ? {} : { id: lowest - rows.length + at }),
      ...key,
      ...columns,
    });
    keepStep(db, inboxId, concept.table, { id }, null);
  });
  const counting = fields.get(LATEST)?.[0]?.value ?? null;
  const last = isEmpty ? rows.at(-1) : mine?.rows.at(-1);
  if (!concept.latest || counting === null || (last !== undefined && sameValue(last, counting))) return;
  const columns = Object.fromEntries(
    concept.row.map(column => [column.name, writeColumn(column, (counting as Values)[column.name] ?? null)]),
  );
  const id = insertRow(db, concept.table, { ...key, ...columns });
  keepStep(db, inboxId, concept.table, { id }, null);
}

/** A record that a person keeps out: offered again only once somebody changes it. */
export function refuseRecord(
  { db, inboxId }: Writing,
  concept: Concept,
  id: string,
  version: Readonly<Record<string, number>>,
): void {
  const key = { concept: concept.name, id, field: '' };
  remembered(db, inboxId, 'refused_change', key, () =>
    db
      .prepare(`INSERT INTO refused_change (concept, id, field, version) VALUES ($concept, $id, '', $version)
        ON CONFLICT (concept, id, field) DO UPDATE SET version = $version`)
      .run({ concept: concept.name, id, version: toJson(version) }),
  );
}
