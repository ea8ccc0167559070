/**
 * The vault's names and numbers in memory, for looking through pages. Made when first asked for and grown by what was stated since;
 * kept with the handle of the vault, so that it is gone when the vault is locked. Statements are never deleted and their values
 * never change, so that what is here can only be too much: who uses it asks which statements still stand.
 */
import { MentionIndex } from '../../../shared/domain/mention/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { type KnownRow, knownRowsAfter } from './mentionSql.ts';

interface Known {
  index: MentionIndex;
  /** Of the last statement that is in it. */
  lastRow: number;
}

const ofVault = new WeakMap<ReadableDb, Known>();
const ROWS_AT_ONCE = 10_000;

export function knownNames(db: ReadableDb): MentionIndex {
  const known = ofVault.get(db) ?? { index: new MentionIndex(), lastRow: 0 };
  ofVault.set(db, known);
  for (let rows = nextRows(db, known); rows.length > 0; rows = nextRows(db, known)) {
    for (const row of rows) known.index.add(row);
    known.lastRow = rows.at(-1)?.row ?? known.lastRow;
  }
  return known.index;
}

function nextRows(db: ReadableDb, { lastRow }: Known): KnownRow[] {
  return knownRowsAfter(db, lastRow, ROWS_AT_ONCE);
}
