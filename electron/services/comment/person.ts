/** By whom comments of this vault are written. */
import type { ReadableDb } from '../../db/handles.ts';
import { readMeta } from '../vault/metaSql.ts';

/** A vault made on the command line may have no name in it; a comment by nobody could not be answered. */
export function personOf(db: ReadableDb): string {
  return readMeta(db).get('person')?.trim() || 'the owner of the vault';
}
