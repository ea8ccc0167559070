/** Entities as they leave: as merged, with what stands of all their records, under the id that they have elsewhere or here. */
import type {
  LeavingCitation,
  LeavingEntities,
  LeavingEntity,
  LeavingValue,
} from '../../../shared/domain/interchange/index.ts';
import type { NameQuality } from '../../../shared/domain/entity/statement.ts';
import type { Credibility } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../../db/handles.ts';
import {
  leavingCitations,
  type LeavingId,
  leavingMembers,
  type LeavingRow,
  leavingRows,
  type LeavingStatement,
  leavingStatements,
} from './leavingSql.ts';

const AT_ONCE = 400;

/** Read some hundreds at a time, as often as a writer goes through them. */
export function leavingEntities(db: ReadableDb, all: readonly LeavingId[]): LeavingEntities {
  return {
    *entities(schema?: string) {
      const wanted = schema === undefined ? all : all.filter(one => one.schema === schema);
      for (let from = 0; from < wanted.length; from += AT_ONCE) {
        const ids = wanted.slice(from, from + AT_ONCE).map(({ id }) => id);
        yield* readEntities(db, leavingRows(db, ids));
      }
    },
  };
}

function readEntities(db: ReadableDb, rows: readonly LeavingRow[]): LeavingEntity[] {
  const ids = rows.map(({ id }) => id);
  const statements = leavingStatements(db, ids);
  const citations = leavingCitations(
    db,
    statements.map(({ id }) => id),
  );
  const members = leavingMembers(db, ids);
  const values = new Map<string, LeavingValue[]>(ids.map(id => [id, []]));
  const seen = new Map<string, LeavingValue>();
  for (const statement of statements) {
    const value = leavingValue(statement, citations.get(statement.id) ?? []);
    // Said of two records that are merged, or twice with other dates: one value, with what rests on either.
    const key = [statement.canonicalId, value.property, value.value, value.fromOn, value.toOn].join('\0');
    const same = seen.get(key);
    if (same) same.citations = [...same.citations, ...value.citations];
    else {
      seen.set(key, value);
      values.get(statement.canonicalId)?.push(value);
    }
  }
  return rows.map(({ id, foreignId, schema, caption }) => ({
    id: foreignId ?? id,
    schema,
    caption,
    members: members.get(id) ?? [],
    values: values.get(id) ?? [],
  }));
}

function leavingValue(statement: LeavingStatement, citations: readonly LeavingCitation[]): LeavingValue {
  const { property, original, language, detail, fromOn, toOn, note, targetId } = statement;
  const target =
    targetId === null
      ? null
      : {
          id: statement.targetForeignId ?? targetId,
          schema: statement.targetSchema,
          caption: statement.targetCaption,
        };
  return {
    property,
    value: target?.id ?? statement.value,
    original,
    language,
    quality: statement.quality as NameQuality | null,
    detail,
    fromOn,
    toOn,
    credibility: statement.credibility as Credibility,
    note,
    target,
    citations,
  };
}
