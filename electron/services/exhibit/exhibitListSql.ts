/** The list of exhibits with its filters, facets and figures: one walk through the case for each, whatever its size. */
import { ExhibitRow, type ExhibitFilter } from '../../../shared/contract/exhibit.ts';
import { ExhibitId, type CaseId } from '../../../shared/kernel/ids.ts';
import type { CaseOverview } from '../../../shared/contract/case.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { readExhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson, likeContains, toCount, toJson } from '../../db/rows.ts';
import { currentRendition } from './exhibitSql.ts';

const problems = `('password-needed', 'unreadable')`;

const standingPassage = 'exhibit.id IN (SELECT exhibit_id FROM passage WHERE passage.withdrawn_at IS NULL)';

const shown: Record<ExhibitFilter['show'], string> = {
  all: 'withdrawn_at IS NULL',
  withdrawn: 'withdrawn_at IS NOT NULL',
  unread: 'withdrawn_at IS NULL AND opened_at IS NULL',
  problem: `withdrawn_at IS NULL AND reading IN ${problems}`,
  'with-passages': `withdrawn_at IS NULL AND ${standingPassage}`,
};

const documentJoin = 'JOIN document USING (sha256)';
const sourceJoin = 'LEFT JOIN source ON source.id = exhibit.source_id';

/** Names only the tables and conditions that a filter needs: of 100,000 exhibits each costs a look-up. */
function selection(filter: ExhibitFilter): { from: string; where: string } {
  const conditions = ['case_id = $caseId', shown[filter.show]];
  const joins = new Set<string>();
  if (filter.words.trim() !== '')
    conditions.push(
      `(exhibit.title LIKE $pattern ESCAPE '\\' OR file_name LIKE $pattern ESCAPE '\\' OR number = $number)`,
    );
  if (filter.languages.length > 0)
    conditions.push(
      'EXISTS (SELECT 1 FROM json_each(languages) have JOIN json_each($languages) want ON have.value = want.value)',
    );
  if (filter.sourceIds.length > 0) conditions.push('source_id IN (SELECT value FROM json_each($sourceIds))');
  if (filter.types.length > 0) {
    joins.add(documentJoin);
    conditions.push('media_type IN (SELECT value FROM json_each($types))');
  }
  if (filter.reliabilities.length > 0) {
    joins.add(sourceJoin);
    conditions.push('source.reliability IN (SELECT value FROM json_each($reliabilities))');
  }
  if (filter.sort === 'size') joins.add(documentJoin);
  return { from: ['FROM exhibit', ...joins].join(' '), where: conditions.join(' AND ') };
}

const orders: Record<ExhibitFilter['sort'], string> = {
  number: 'number',
  title: 'exhibit.title COLLATE NOCASE',
  published: 'published_on',
  admitted: 'admitted_at',
  size: 'size_bytes',
};

function parameters(filter: ExhibitFilter) {
  const { caseId, words, types, languages, sourceIds, reliabilities } = filter;
  return {
    caseId,
    pattern: words.trim() === '' ? null : likeContains(words.trim()),
    number: readExhibitNumber(words) ?? -1,
    types: toJson(types),
    languages: toJson(languages),
    sourceIds: toJson(sourceIds),
    reliabilities: toJson(reliabilities),
  };
}

/** The rows of one screen are chosen first and filled in then, so that scrolling far down reads no more than it shows. */
export function listExhibitRows(db: ReadableDb, filter: ExhibitFilter, offset: number, limit: number): ExhibitRow[] {
  const { from, where } = selection(filter);
  const order = `${orders[filter.sort]} ${filter.descending ? 'DESC' : 'ASC'}, number`;
  const ids = db
    .prepare(`SELECT exhibit.id ${from} WHERE ${where} ORDER BY ${order} LIMIT $limit OFFSET $offset`)
    .all({ ...parameters(filter), offset, limit })
    .map(row => row['id']);
  return db
    .prepare(`SELECT exhibit.id, number, exhibit.title, file_name AS fileName, media_type AS mediaType, size_bytes AS sizeBytes, languages,
      published_on AS publishedOn, handling_mark AS handlingMark, reading, problem, parent_id AS parentId, opened_at AS openedAt,
      withdrawn_at AS withdrawnAt, admitted_at AS admittedAt, source_id AS sourceId, source.name AS sourceName, source.reliability AS reliability,
      coalesce((SELECT page_count FROM rendition WHERE id = (${currentRendition})), 0) AS pageCount,
      (SELECT count(*) FROM passage WHERE exhibit_id = exhibit.id AND passage.withdrawn_at IS NULL) AS passageCount,
      (SELECT count(*) FROM exhibit child WHERE child.parent_id = exhibit.id) AS attachmentCount
    FROM json_each($ids) met JOIN exhibit ON exhibit.id = met.value JOIN document USING (sha256) LEFT JOIN source ON source.id = exhibit.source_id
    ORDER BY met.key`)
    .all({ ids: toJson(ids) })
    .map(row => ExhibitRow.parse({ ...row, languages: fromJson(row['languages']) }));
}

export function countExhibitRows(db: ReadableDb, filter: ExhibitFilter): number {
  const { from, where } = selection(filter);
  return toCount(db.prepare(`SELECT count(*) AS n ${from} WHERE ${where}`).get(parameters(filter)));
}

/** One walk through the case's exhibits, gathered by the few values that the facets have. */
export function exhibitFacets(db: ReadableDb, caseId: CaseId): OutputOf<'exhibit.facets'> {
  const groups = db
    .prepare(`SELECT media_type AS type, languages, source_id AS sourceId, withdrawn_at IS NOT NULL AS isWithdrawn, count(*) AS n,
      sum(opened_at IS NULL) AS unread, sum(reading IN ${problems}) AS problems
    FROM exhibit JOIN document USING (sha256) WHERE case_id = $caseId GROUP BY type, languages, sourceId, isWithdrawn`)
    .all({ caseId });
  const sources = new Map(
    db
      .prepare('SELECT id, name, reliability FROM source')
      .all()
      .map(row => [row['id'], row]),
  );
  const facets = {
    types: new Facet(),
    languages: new Facet(),
    sources: new Facet(),
    reliabilities: new Facet(),
    states: new Facet(),
  };
  let withdrawn = 0;
  for (const group of groups) {
    const count = toCount(group);
    if (group['isWithdrawn'] === 1) {
      withdrawn += count;
      continue;
    }
    facets.types.add(String(group['type']), count);
    for (const language of fromJson(group['languages']) as string[]) facets.languages.add(language, count);
    facets.states.add('unread', toCount(group, 'unread'));
    facets.states.add('problem', toCount(group, 'problems'));
    const source = sources.get(group['sourceId']);
    if (!source) continue;
    facets.sources.add(String(source['id']), count, String(source['name']));
    facets.reliabilities.add(String(source['reliability']), count);
  }
  const noted = toCount(
    db
      .prepare(
        `SELECT count(*) AS n FROM exhibit WHERE ${standingPassage} AND case_id = $caseId AND withdrawn_at IS NULL`,
      )
      .get({ caseId }),
  );
  return {
    types: facets.types.byCount(),
    languages: facets.languages.byCount(),
    sources: facets.sources.byCount(),
    reliabilities: facets.reliabilities.byValue(),
    states: [
      { value: 'unread', label: 'Unread', count: facets.states.of('unread') },
      { value: 'with-passages', label: 'With passages', count: noted },
      { value: 'problem', label: 'Problem', count: facets.states.of('problem') },
      { value: 'withdrawn', label: 'Withdrawn', count: withdrawn },
    ],
  };
}

/** The values of one facet and how many exhibits have each. */
class Facet {
  readonly #rows = new Map<string, { value: string; label: string; count: number }>();

  add(value: string, count: number, label = value): void {
    const row = this.#rows.get(value) ?? { value, label, count: 0 };
    this.#rows.set(value, { ...row, count: row.count + count });
  }

  of(value: string): number {
    return this.#rows.get(value)?.count ?? 0;
  }

  byCount() {
    return [...this.#rows.values()].sort((left, right) => right.count - left.count || compare(left.label, right.label));
  }

  byValue() {
    return [...this.#rows.values()].sort((left, right) => compare(left.value, right.value));
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

export function caseFigures(
  db: ReadableDb,
  caseId: CaseId,
): Pick<CaseOverview, 'exhibitCount' | 'problemCount' | 'unreadCount' | 'passageCount'> {
  const row = db
    .prepare(`SELECT count(*) AS exhibits, coalesce(sum(reading IN ${problems}), 0) AS problems, coalesce(sum(opened_at IS NULL), 0) AS unread
    FROM exhibit WHERE case_id = $caseId AND withdrawn_at IS NULL`)
    .get({ caseId });
  const passages = db
    .prepare(`SELECT count(*) AS n FROM passage JOIN exhibit ON exhibit.id = exhibit_id
    WHERE passage.withdrawn_at IS NULL AND +case_id = $caseId AND exhibit.withdrawn_at IS NULL`)
    .get({ caseId });
  return {
    exhibitCount: toCount(row, 'exhibits'),
    problemCount: toCount(row, 'problems'),
    unreadCount: toCount(row, 'unread'),
    passageCount: toCount(passages),
  };
}

export function newestExhibits(db: ReadableDb, caseId: CaseId, limit: number): CaseOverview['newest'] {
  return db
    .prepare(`SELECT exhibit.id, number, title, media_type AS mediaType, admitted_at AS admittedAt FROM exhibit JOIN document USING (sha256)
                     WHERE case_id = $caseId AND withdrawn_at IS NULL ORDER BY number DESC LIMIT $limit`)
    .all({ caseId, limit })
    .map(row => ({
      id: ExhibitId.parse(row['id']),
      number: Number(row['number']),
      title: String(row['title']),
      mediaType: String(row['mediaType']),
      admittedAt: String(row['admittedAt']),
    }));
}

/** Exhibits by the date they bear, for the chronology strip. */
export function publishedDates(db: ReadableDb, caseId: CaseId): CaseOverview['chronology'] {
  return db
    .prepare(`SELECT id, title, published_on AS date FROM exhibit WHERE case_id = $caseId AND withdrawn_at IS NULL AND published_on IS NOT NULL
                     ORDER BY published_on, number`)
    .all({ caseId })
    .map(row => ({ date: String(row['date']), label: String(row['title']), exhibitId: ExhibitId.parse(row['id']) }));
}
