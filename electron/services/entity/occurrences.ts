/** Where else in the vault an entity occurs: in cases, in records that share a value with it, in the words of exhibits. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { indexTokens, tokensToFtsPhrase } from '../../../shared/domain/text/index.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import { CaseId, EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { QueryContext } from '../context.ts';
import { requireCanonical } from './entityService.ts';
import { casesOfEntities, chipsOf } from './entitySql.ts';

type Occurrences = OutputOf<'entity.occurrences'>;

/** A single short word stands everywhere and tells nothing. */
const MIN_WORDS = 2;
const MIN_LETTERS = 5;

export function occurrencesOf({ db }: QueryContext, { entityId }: ParsedInputOf<'entity.occurrences'>): Occurrences {
  const { id } = requireCanonical(db, entityId);
  return { cases: casesOf(db, id), sharing: sharingWith(db, id), exhibits: exhibitsNaming(db, id) };
}

function casesOf(db: ReadableDb, id: EntityId): Occurrences['cases'] {
  const counts = db
    .prepare(`SELECT case_id AS caseId, count(*) AS n FROM entity JOIN statement ON statement.entity_id = entity.id
      WHERE canonical_id = $id AND statement.withdrawn_at IS NULL GROUP BY case_id`)
    .all({ id });
  const byCase = new Map(counts.map(row => [String(row['caseId']), Number(row['n'])]));
  return casesOfEntities(db, [id]).map(one => ({
    caseId: CaseId.parse(one.id),
    reference: one.reference,
    title: one.title,
    statements: byCase.get(one.id) ?? 0,
  }));
}

function sharingWith(db: ReadableDb, id: EntityId): Occurrences['sharing'] {
  const rows = db
    .prepare(`SELECT DISTINCT theirs.property, theirs.value, other.canonical_id AS otherId
      FROM entity member JOIN statement ours ON ours.entity_id = member.id AND ours.withdrawn_at IS NULL AND ours.value_key <> ''
      JOIN statement theirs ON theirs.value_key = ours.value_key AND theirs.value_key <> '' AND theirs.withdrawn_at IS NULL
      JOIN entity other ON other.id = theirs.entity_id JOIN entity canonical ON canonical.id = other.canonical_id
      WHERE member.canonical_id = $id AND other.canonical_id <> $id AND canonical.withdrawn_at IS NULL
      ORDER BY theirs.property, theirs.value, other.canonical_id`)
    .all({ id });
  const others = rows.map(row => EntityId.parse(row['otherId']));
  const chips = chipsOf(db, others);
  const cases = groupBy(casesOfEntities(db, [...new Set(others)]), one => one.entityId);
  return rows.flatMap((row, at) => {
    const other = others[at] as EntityId;
    const entity = chips.get(other);
    return entity
      ? [
          {
            property: String(row['property']),
            value: String(row['value']),
            entity,
            caseReferences: (cases.get(other) ?? []).map(one => one.reference),
          },
        ]
      : [];
  });
}

/** One row an exhibit: the first page that names it, and by which value. */
function exhibitsNaming(db: ReadableDb, id: EntityId): Occurrences['exhibits'] {
  const values = db
    .prepare(`SELECT DISTINCT value FROM entity JOIN statement ON statement.entity_id = entity.id
      WHERE canonical_id = $id AND value_key <> '' AND statement.withdrawn_at IS NULL AND value_key NOT LIKE 'a:%' AND value_key NOT LIKE 'u:%'`)
    .all({ id })
    .map(row => String(row['value']));
  const naming =
    db.prepare(`SELECT exhibit.id AS exhibitId, exhibit.case_id AS caseId, reference, number, exhibit.title, min(page.page_index) AS pageIndex
    FROM page_fts JOIN page ON page.id = page_fts.rowid JOIN rendition ON rendition.id = page.rendition_id AND is_current = 1 AND is_whole = 1
    JOIN exhibit ON exhibit.sha256 = rendition.sha256 AND exhibit.withdrawn_at IS NULL JOIN case_record ON case_record.id = exhibit.case_id
    WHERE page_fts MATCH $match GROUP BY exhibit.id`);
  const found = new Map<string, Occurrences['exhibits'][number]>();
  for (const words of values) {
    const tokens = indexTokens(words);
    const isTelling = tokens.length >= MIN_WORDS || tokens.join('').length >= MIN_LETTERS;
    const match = isTelling ? tokensToFtsPhrase(tokens) : null;
    if (match === null) continue;
    for (const row of naming.all({ match })) {
      const exhibitId = ExhibitId.parse(row['exhibitId']);
      const before = found.get(exhibitId);
      const pageIndex = Number(row['pageIndex']);
      if (before && before.pageIndex <= pageIndex) continue;
      found.set(exhibitId, {
        exhibitId,
        caseId: CaseId.parse(row['caseId']),
        reference: String(row['reference']),
        exhibitNumber: Number(row['number']),
        title: String(row['title']),
        pageIndex,
        words,
      });
    }
  }
  return [...found.values()].sort(
    (left, right) => left.reference.localeCompare(right.reference, 'en') || left.exhibitNumber - right.exhibitNumber,
  );
}
