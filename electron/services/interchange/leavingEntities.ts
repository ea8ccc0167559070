/** Entities as they leave: as merged, with what stands of all their records, under the id that they have elsewhere or here. */
import type {
  LeavingCitation,
  LeavingEntities,
  LeavingEntity,
  LeavingValue,
} from '../../../shared/domain/interchange/index.ts';
import { captionOf } from '../../../shared/domain/entity/caption.ts';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { NameQuality } from '../../../shared/domain/entity/statement.ts';
import type { Credibility } from '../../../shared/domain/source.ts';
import type { CaseId, EntityId, ExhibitId, StatementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { Withholding } from '../departure/index.ts';
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

export interface Leaving {
  caseId: CaseId;
  all: readonly LeavingId[];
  withholding: Withholding;
  /** Canonical ids of those of which nothing goes: they are read, so that it is told why, and left out. */
  empty?: ReadonlySet<string>;
  /** Told of each value that stays since all it rests on in the case may not leave, by the exhibit's number, and why. */
  onKept(exhibit: string, why: string): void;
  /** Told of each exhibit that a value which goes rests on. */
  onCited?(exhibitId: ExhibitId): void;
  /** Told of each entity of which a value spelled out the name of a confidential source, by the id under which it leaves. */
  onConcealed?(id: string): void;
  /** How one that is named is called by what of it leaves too, where that is known already; else it is looked up. */
  nameOf?(canonicalId: string): string;
}

/** Read some hundreds at a time, as often as a writer goes through them. */
export function leavingEntities(db: ReadableDb, leaving: Leaving): LeavingEntities {
  return {
    *entities(schema?: string) {
      const wanted = schema === undefined ? leaving.all : leaving.all.filter(one => one.schema === schema);
      for (let from = 0; from < wanted.length; from += AT_ONCE) {
        const ids = wanted.slice(from, from + AT_ONCE).map(({ id }) => id);
        yield* readEntities(db, leaving, leavingRows(db, ids));
      }
    },
  };
}

function readEntities(db: ReadableDb, leaving: Leaving, rows: readonly LeavingRow[]): LeavingEntity[] {
  const { caseId, withholding } = leaving;
  const ids = rows.map(({ id }) => id);
  const statements = leavingStatements(db, caseId, ids);
  const citations = leavingCitations(
    db,
    caseId,
    statements.map(({ id }) => id),
  );
  const nameOf = leaving.nameOf ?? namesThatGo(db, leaving, statements);
  const members = leavingMembers(db, ids);
  const values = new Map<string, LeavingValue[]>(ids.map(id => [id, []]));
  const stated = new Map<string, LeavingStatement[]>(ids.map(id => [id, []]));
  const seen = new Map<string, LeavingValue>();
  for (const given of statements) {
    const statement = given.targetId === null ? given : { ...given, targetCaption: nameOf(given.targetId) };
    const cited = citations.get(statement.id) ?? [];
    const open = cited.filter(one => withholding.reasonOf(one.exhibitId) === null);
    if (cited.length > 0 && open.length === 0) {
      for (const { exhibit, exhibitId } of cited) leaving.onKept(exhibit, withholding.reasonOf(exhibitId) ?? '');
      continue;
    }
    for (const { exhibitId } of open) leaving.onCited?.(exhibitId);
    stated.get(statement.canonicalId)?.push(statement);
    const value = leavingValue(
      statement,
      open.map(({ exhibitId: _, ...citation }) => citation),
    );
    // Said of two records that are merged, or twice with other dates: one value, with what rests on either.
    const key = [statement.canonicalId, value.property, value.value, value.fromOn, value.toOn].join('\0');
    const same = seen.get(key);
    if (same) same.citations = [...same.citations, ...value.citations];
    else {
      seen.set(key, value);
      values.get(statement.canonicalId)?.push(value);
    }
  }
  const going = rows.filter(({ id }) => !leaving.empty?.has(id));
  return going.map(({ id, foreignId, schema }) =>
    concealed(leaving, {
      id: foreignId ?? id,
      schema,
      caption: captionOfLeaving(schema, stated.get(id) ?? []),
      members: members.get(id) ?? [],
      values: values.get(id) ?? [],
    }),
  );
}

function concealed({ withholding: { concealer }, onConcealed }: Leaving, entity: LeavingEntity): LeavingEntity {
  if (concealer.isEmpty) return entity;
  if (onConcealed && entity.values.some(value => concealer.finds(JSON.stringify(value)))) onConcealed(entity.id);
  return concealer.concealIn(entity);
}

/** Those that are named, by what of them goes: a name that rests on what stays is not told through whoever names it. */
function namesThatGo(
  db: ReadableDb,
  { caseId, withholding }: Leaving,
  naming: readonly LeavingStatement[],
): (canonicalId: string) => string {
  const rows = leavingRows(db, [...new Set(naming.flatMap(({ targetId }) => targetId ?? []))] as EntityId[]);
  const statements = leavingStatements(
    db,
    caseId,
    rows.map(({ id }) => id),
  );
  const citations = leavingCitations(
    db,
    caseId,
    statements.map(({ id }) => id),
  );
  const said = groupBy(
    statements.filter(({ id }) => {
      const cited = citations.get(id) ?? [];
      return cited.length === 0 || cited.some(one => withholding.reasonOf(one.exhibitId) === null);
    }),
    ({ canonicalId }) => canonicalId,
  );
  const names = new Map(
    rows.map(({ id, schema }) => {
      const stated = said.get(id) ?? [];
      // Whom a tie or a paper names in its turn is not looked up: nothing of them is known to go.
      return [id as string, stated.length === 0 ? '' : captionOfLeaving(schema, stated.map(unnamed))];
    }),
  );
  return id => names.get(id) ?? '';
}

function unnamed(statement: LeavingStatement): LeavingStatement {
  return statement.targetId === null ? statement : { ...statement, targetCaption: '' };
}

/** Of what leaves alone: a name that another case holds is not told by the way. */
function captionOfLeaving(schema: string, statements: readonly LeavingStatement[]): string {
  const named = new Map(
    statements.map(one => [
      one.id,
      one.targetId === null ? null : one.targetCaption || `${schemaOrThing(one.targetSchema).label} without a name`,
    ]),
  );
  const weighed = statements.map(one => ({
    ...one,
    id: one.id as StatementId,
    quality: one.quality as NameQuality | null,
    withdrawnAt: null,
    support: 0,
    isChosen: false,
  }));
  return captionOf(schema, weighed, id => named.get(id) ?? null);
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
