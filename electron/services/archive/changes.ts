/** What a received record would do to the one here, field by field. Pure: states in, changes out. */
import { type FieldState, type FieldVersion, outcomeOf } from '../../../shared/domain/archive/index.ts';
import type { ChangeKind } from '../../../shared/contract/archive.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import type { Concept } from './concepts/index.ts';
import { HELD, LATEST } from './localRecords.ts';
import { fieldNamed, type RecordState, type Values } from './recordState.ts';

export interface Change {
  /** '' for a record that is not here yet, and for new rows of a log. */
  field: string;
  kind: ChangeKind;
  /** Of the field, as a person reads it. */
  words: string;
  mine: Json;
  theirs: Json;
  author: Pick<FieldVersion, 'by' | 'team' | 'at'>;
}

const nobody = { by: '', team: '', at: '' };
/** Fields that say that something no longer stands. */
const ENDINGS = new Set(['withdrawn_at', 'undone_at', 'superseded_at']);

export function changesOf(concept: Concept, mine: RecordState | null, theirs: RecordState): Change[] {
  if (concept.kind === 'log') return changesOfLog(concept, mine, theirs);
  if (mine === null) {
    const isGone = concept.kind === 'membership' && (theirs.fields.get(HELD)?.[0]?.value ?? null) === null;
    return isGone ? [] : [{ field: '', kind: 'add', words: '', mine: null, theirs: null, author: authorIn(theirs) }];
  }
  return [...theirs.fields].flatMap(([name, state]) => changeOf(concept, name, mine.fields.get(name) ?? [], state));
}

function changeOf(concept: Concept, name: string, mine: FieldState, theirs: FieldState): Change[] {
  const shown = mine[0]?.value ?? null;
  const latest = theirs[0];
  if (!latest) return [];
  // A member of a list that is not here, or something that came and went: nothing is lost by having it.
  const outcome = mine.length === 0 ? (latest.value === null ? 'known' : 'newer') : outcomeOf(mine, theirs);
  if (outcome === 'known' || (outcome === 'conflict' && isQuiet(concept, name))) return [];
  const news =
    theirs.find(one => !mine.some(known => canonicalJson(known.value) === canonicalJson(one.value))) ?? latest;
  return [
    {
      field: name,
      kind: outcome === 'conflict' ? 'conflict' : kindOf(concept, name, shown, news.value),
      words: wordsOf(concept, name),
      mine: shown,
      theirs: news.value,
      author: { by: news.by, team: news.team, at: news.at },
    },
  ];
}

function kindOf(concept: Concept, name: string, mine: Json, theirs: Json): ChangeKind {
  if (concept.kind === 'membership') return theirs === null ? 'withdraw' : mine === null ? 'add' : 'change';
  return ENDINGS.has(name) && mine === null && theirs !== null ? 'withdraw' : 'change';
}

/** Rows are only ever added; which of them counts is a field like any other. */
function changesOfLog(concept: Concept, mine: RecordState | null, theirs: RecordState): Change[] {
  const newRows = rowsToAdd(mine, theirs);
  const added: Change[] =
    newRows.length === 0
      ? []
      : [{ field: '', kind: 'add', words: '', mine: null, theirs: newRows.at(-1) ?? null, author: authorIn(theirs) }];
  const state = theirs.fields.get(LATEST);
  if (mine === null || !state) return added;
  return [...added, ...changeOf(concept, LATEST, mine.fields.get(LATEST) ?? [], state)];
}

export function rowsToAdd(mine: RecordState | null, theirs: RecordState): Values[] {
  const here = new Set((mine?.rows ?? []).map(canonicalJson));
  return theirs.rows.filter(row => {
    const key = canonicalJson(row);
    if (here.has(key)) return false;
    here.add(key);
    return true;
  });
}

export function isQuiet(concept: Concept, name: string): boolean {
  return concept.kind === 'record' && fieldNamed(concept.fields, name)?.isQuiet === true;
}

function wordsOf(concept: Concept, name: string): string {
  switch (concept.kind) {
    case 'record':
      return fieldNamed(concept.fields, name)?.words ?? name;
    case 'membership':
      return '';
    case 'log':
      return concept.latest?.words ?? '';
  }
}

function authorIn({ frozen, rows, fields }: RecordState): Change['author'] {
  const said = rows.at(-1) ?? { ...frozen };
  const by = [
    'cited_by',
    'marked_by',
    'recorded_by',
    'created_by',
    'judged_by',
    'decided_by',
    'written_by',
    'graded_by',
    'chosen_by',
    'compiled_by',
    'imported_by',
    'author_name',
    'author',
  ];
  const at = [
    'cited_at',
    'marked_at',
    'recorded_at',
    'created_at',
    'judged_at',
    'decided_at',
    'written_at',
    'graded_at',
    'chosen_at',
    'compiled_at',
    'imported_at',
    'admitted_at',
    'arrived_at',
    'made_at',
  ];
  const of = (names: string[]) => names.map(name => said[name]).find(value => typeof value === 'string');
  const changed = [...fields.values()].map(state => state[0]).find(one => one !== undefined && one.by !== '');
  return {
    ...nobody,
    by: String(of(by) ?? changed?.by ?? ''),
    at: String(of(at) ?? changed?.at ?? ''),
    team: String(of(['author_team']) ?? changed?.team ?? ''),
  };
}
