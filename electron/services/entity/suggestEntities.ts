/** Entities that a name or a number may mean, each with why it is offered; and records that may be one with another. */
import type { EntitySuggestion } from '../../../shared/contract/entity.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { keyOf } from '../../../shared/domain/entity/valueKey.ts';
import { isA, schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { indexTokens, tokensToFtsPhrase } from '../../../shared/domain/text/index.ts';
import { EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import type { QueryContext } from '../context.ts';
import { requireCanonical } from './entityService.ts';
import { membersOf } from './entitySql.ts';
import { judgementsTouching } from './judgementSql.ts';
import { rowsOf } from './listEntities.ts';

interface Reasons {
  why: string[];
  score: number;
}
type Found = Map<EntityId, Reasons>;

const SAME_NUMBER = 100;
const SAME_NAME = 80;
const SAME_CONTACT = 40;
const ALL_WORDS = 30;
const SOME_WORDS = 10;
const IN_CASE_BONUS = 5;
/** Names that hold the words are taken up to this many; the same name and the same number are always found. */
const NEAREST = 200;
const ENOUGH = 8;
/** A name has no more words; a selected paragraph is looked up by its first ones. */
const MOST_WORDS = 12;

export function suggestEntities(
  { db }: QueryContext,
  { caseId, words, schemata, kinds, except, limit }: ParsedInputOf<'entity.suggest'>,
): OutputOf<'entity.suggest'> {
  const found: Found = new Map();
  if (words.trim() !== '') {
    for (const kind of ['identifier', 'name', 'phone', 'email'] as const) addByKey(db, found, keyOf(kind, words));
    addByWords(db, found, words);
  } else if (caseId !== null) addNewest(db, found, caseId);
  return ranked(db, found, { caseId, schemata, kinds, except: new Set(except), limit });
}

/** Records that share an identifier, a contact or a name with this one, and on which nothing was judged. */
export function candidatesFor(
  { db }: QueryContext,
  { entityId }: ParsedInputOf<'entity.candidates'>,
): OutputOf<'entity.candidates'> {
  const { id, kind } = requireCanonical(db, entityId);
  const members = membersOf(db, id).map(member => member.id);
  const keys = db
    .prepare(`SELECT DISTINCT value_key AS key FROM json_each($ids) wanted JOIN statement ON entity_id = wanted.value
      WHERE value_key <> '' AND withdrawn_at IS NULL AND value_key NOT LIKE 'u:%'`)
    .all({ ids: toJson(members) })
    .map(row => String(row['key']));
  const found: Found = new Map();
  for (const key of keys) addByKey(db, found, key);
  found.delete(id);
  for (const { leftId, rightId } of judgementsTouching(db, members))
    for (const judged of [leftId, rightId]) found.delete(requireCanonical(db, judged).id);
  return ranked(db, found, { caseId: null, schemata: [], kinds: [kind], except: new Set() });
}

function add(found: Found, id: EntityId, why: string, score: number): void {
  const reasons = found.get(id) ?? { why: [], score: 0 };
  if (reasons.why.includes(why)) return;
  found.set(id, { why: [...reasons.why, why], score: reasons.score + score });
}

function addByKey(db: ReadableDb, found: Found, key: string): void {
  if (key === '') return;
  const rows = db
    .prepare(`SELECT DISTINCT owner.canonical_id AS id, canonical.schema, property, value, quality FROM statement
      JOIN entity owner ON owner.id = entity_id JOIN entity canonical ON canonical.id = owner.canonical_id
      WHERE value_key = $key AND value_key <> '' AND statement.withdrawn_at IS NULL AND canonical.withdrawn_at IS NULL`)
    .all({ key });
  for (const row of rows) {
    const property = String(row['property']);
    const label = schemaOrThing(String(row['schema'])).properties.get(property)?.label ?? property;
    const id = EntityId.parse(row['id']);
    switch (key[0]) {
      case 'n':
        add(
          found,
          id,
          property === 'name' ? 'the same name' : `the same ${label.toLowerCase()}`,
          row['quality'] === 'weak' ? SAME_CONTACT : SAME_NAME,
        );
        break;
      case 'i':
        add(found, id, `${label} ${String(row['value'])} is the same`, SAME_NUMBER);
        break;
      default:
        add(found, id, `${label} ${String(row['value'])} is shared`, SAME_CONTACT);
    }
  }
}

/** All words in any order first; where that finds little, all but one of them. */
function addByWords(db: ReadableDb, found: Found, words: string): void {
  const tokens = [...new Set(indexTokens(words))].slice(0, MOST_WORDS);
  if (tokens.length === 0) return;
  const holding =
    db.prepare(`SELECT entity.canonical_id AS id FROM entity_fts JOIN entity ON entity.seq = entity_fts.rowid
    WHERE entity_fts MATCH $match AND entity.withdrawn_at IS NULL LIMIT $nearest`);
  const addHolding = (wanted: readonly string[], why: string, score: number) => {
    const match = wanted.map(token => tokensToFtsPhrase([token], true)).join(' AND ');
    for (const row of holding.all({ match, nearest: NEAREST })) {
      const id = EntityId.parse(row['id']);
      // One that goes by just this name, or has this number, needs no weaker reason beside it.
      if (!found.has(id)) add(found, id, why, score);
    }
  };
  addHolding(tokens, tokens.length === 1 ? 'a name begins so' : 'all these words are in its names', ALL_WORDS);
  if (tokens.length < 2 || found.size >= ENOUGH) return;
  for (const left of tokens)
    addHolding(
      tokens.filter(token => token !== left),
      'some of these words are in its names',
      SOME_WORDS,
    );
}

/** Nothing typed yet: what was made last in the case. */
function addNewest(db: ReadableDb, found: Found, caseId: string): void {
  const rows = db
    .prepare(`SELECT DISTINCT member.canonical_id AS id FROM case_entity JOIN entity member ON member.id = entity_id
      JOIN entity canonical ON canonical.id = member.canonical_id WHERE case_id = $caseId AND canonical.withdrawn_at IS NULL
      ORDER BY canonical.seq DESC LIMIT $nearest`)
    .all({ caseId, nearest: NEAREST });
  for (const [at, row] of rows.entries())
    add(found, EntityId.parse(row['id']), 'made lately in this case', 1 - at / NEAREST);
}

interface Wanted {
  caseId: string | null;
  schemata: readonly string[];
  kinds: readonly EntitySuggestion['kind'][];
  except: ReadonlySet<EntityId>;
  /** Undefined: all. */
  limit?: number;
}

function ranked(db: ReadableDb, found: Found, { caseId, schemata, kinds, except, limit }: Wanted): EntitySuggestion[] {
  const fitting = db
    .prepare(`SELECT entity.id, schema, kind, caption, EXISTS (SELECT 1 FROM entity member JOIN case_entity ON case_entity.entity_id = member.id
        WHERE member.canonical_id = entity.id AND case_id = $caseId) AS inCase
      FROM json_each($ids) wanted JOIN entity ON entity.id = wanted.value`)
    .all({ ids: toJson([...found.keys()].filter(id => !except.has(id))), caseId })
    .filter(
      row =>
        kinds.some(kind => kind === row['kind']) &&
        (schemata.length === 0 || schemata.some(schema => isA(String(row['schema']), schema))),
    )
    .map(row => {
      const id = EntityId.parse(row['id']);
      const { why, score } = found.get(id) as Reasons;
      const inCase = row['inCase'] === 1;
      return { id, why, inCase, caption: String(row['caption']), score: score + (inCase ? IN_CASE_BONUS : 0) };
    })
    .sort(
      (left, right) =>
        right.score - left.score || left.caption.localeCompare(right.caption, 'en') || (left.id < right.id ? -1 : 1),
    )
    .slice(0, limit);
  const reasons = new Map(fitting.map(one => [one.id, one]));
  return rowsOf(
    db,
    fitting.map(one => one.id),
  ).map(row => {
    const { why, score, inCase } = reasons.get(row.id) as (typeof fitting)[number];
    return { ...row, why, score, inCase };
  });
}
