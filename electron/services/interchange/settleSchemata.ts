/**
 * One schema for each record, where rows name several: the one that descends from the other. A file may know only that
 * something is a legal entity where another row says that it is a company; a person and a ship under one id are told.
 */
import type { InterchangeEntity } from '../../../shared/domain/interchange/index.ts';
import { commonSchema, kindOfSchema, schemaNamed } from '../../../shared/domain/ftm/index.ts';
import type { ImportProblem } from '../../../shared/contract/interchange.ts';
import type { WritableDb } from '../../db/handles.ts';
import { schemataOf, updateSchemaOf } from './importSql.ts';

export interface RowEntity {
  row: number;
  entity: InterchangeEntity;
}

/** Answers the batch with the schemata as they are to be; those of records that are there already are made narrower. */
export function settleSchemata(
  db: WritableDb,
  batch: readonly RowEntity[],
): { batch: RowEntity[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const known = new Map(
    schemataOf(db, [...new Set(batch.map(({ entity }) => entity.id))]).map(one => [one.foreignId, one]),
  );
  const settled = new Map([...known].map(([id, { schema }]) => [id, schema]));
  for (const { row, entity } of batch) {
    const before = settled.get(entity.id);
    if (before === undefined) settled.set(entity.id, entity.schema);
    else if (before !== entity.schema) {
      const common = narrower(before, entity.schema);
      if (common !== null) settled.set(entity.id, common);
      else
        problems.push({
          row,
          sentence: `“${entity.id}” is ${labelOf(before)} already, and ${labelOf(entity.schema)} here. Its values were added to the first; see whether the ids are mixed up.`,
        });
    }
  }
  for (const [foreignId, { id, schema }] of known) {
    const now = settled.get(foreignId) ?? schema;
    if (now !== schema) updateSchemaOf(db, id, now, kindOfSchema(now));
  }
  return {
    batch: batch.map(({ row, entity }) => ({
      row,
      entity: { ...entity, schema: settled.get(entity.id) ?? entity.schema },
    })),
    problems,
  };
}

/** Thing is what a file says that knows nothing better. */
function narrower(left: string, right: string): string | null {
  if (left === 'Thing') return right;
  if (right === 'Thing') return left;
  return commonSchema(left, right);
}

function labelOf(schema: string): string {
  return `“${schemaNamed(schema)?.label ?? schema}”`;
}
