/** The list of exhibits with its filters, facets and figures: one statement each, whatever the case's size. */
import { ExhibitRow, type ExhibitFilter } from '../../../shared/contract/exhibit.ts';
import { ExhibitId, type CaseId } from '../../../shared/kernel/ids.ts';
import type { CaseOverview } from '../../../shared/contract/case.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { readExhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson, likeContains, toCount, toJson } from '../../db/rows.ts';
import { currentRendition } from './exhibitSql.ts';

const problems = `('password-needed', 'unreadable')`;

const where = `case_id = $caseId
  AND ($pattern IS NULL OR exhibit.title LIKE $pattern ESCAPE '\\' OR file_name LIKE $pattern ESCAPE '\\' OR number = $number)
  AND ($types = '[]' OR media_type IN (SELECT value FROM json_each($types)))
  AND ($languages = '[]' OR EXISTS (SELECT 1 FROM json_each(languages) have JOIN json_each($languages) want ON have.value = want.value))
  AND ($sourceIds = '[]' OR source_id IN (SELECT value FROM json_each($sourceIds)))
  AND ($reliabilities = '[]' OR source.reliability IN (SELECT value FROM json_each($reliabilities)))
  AND CASE $show
    WHEN 'withdrawn' THEN withdrawn_at IS NOT NULL
    WHEN 'unread' THEN withdrawn_at IS NULL AND opened_at IS NULL
    WHEN 'problem' THEN withdrawn_at IS NULL AND reading IN ${problems}
    WHEN 'with-passages' THEN withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM passage WHERE exhibit_id = exhibit.id AND passage.withdrawn_at IS NULL)
    ELSE withdrawn_at IS NULL END`;

const from = 'FROM exhibit JOIN document USING (sha256) LEFT JOIN source ON source.id = exhibit.source_id';

const orders: Record<ExhibitFilter['sort'], string> = {
  number: 'number',
  title: 'exhibit.title COLLATE NOCASE',
  published: 'published_on',
  admitted: 'admitted_at',
  size: 'size_bytes',
};

function parameters(filter: ExhibitFilter) {
  const { caseId, words, types, languages, sourceIds, reliabilities, show } = filter;
  return {
    caseId,
    show,
    pattern: words.trim() === '' ? null : likeContains(words.trim()),
    number: readExhibitNumber(words) ?? -1,
    types: toJson(types),
    languages: toJson(languages),
    sourceIds: toJson(sourceIds),
    reliabilities: toJson(reliabilities),
  };
}

export function listExhibitRows(db: ReadableDb, filter: ExhibitFilter, offset: number, limit: number): ExhibitRow[] {
  const order = `${orders[filter.sort]} ${filter.descending ? 'DESC' : 'ASC'}, number`;
  return db.prepare(`SELECT exhibit.id, number, exhibit.title, file_name AS fileName, media_type AS mediaType, size_bytes AS sizeBytes, languages,
      published_on AS publishedOn, handling_mark AS handlingMark, reading, problem, parent_id AS parentId, opened_at AS openedAt,
      withdrawn_at AS withdrawnAt, admitted_at AS admittedAt, source_id AS sourceId, source.name AS sourceName, source.reliability AS reliability,
      coalesce((SELECT page_count FROM rendition WHERE id = (${currentRendition})), 0) AS pageCount,
      (SELECT count(*) FROM passage WHERE exhibit_id = exhibit.id AND passage.withdrawn_at IS NULL) AS passageCount,
      (SELECT count(*) FROM exhibit child WHERE child.parent_id = exhibit.id) AS attachmentCount
    ${from} WHERE ${where} ORDER BY ${order} LIMIT $limit OFFSET $offset`).all({ ...parameters(filter), offset, limit })
    .map(row => ExhibitRow.parse({ ...row, languages: fromJson(row['languages']) }));
}

export function countExhibitRows(db: ReadableDb, filter: ExhibitFilter): number {
  return toCount(db.prepare(`SELECT count(*) AS n ${from} WHERE ${where}`).get(parameters(filter)));
}

export function exhibitFacets(db: ReadableDb, caseId: CaseId): OutputOf<'exhibit.facets'> {
  const facet = (sql: string) => db.prepare(sql).all({ caseId })
    .map(row => ({ value: String(row['value']), label: String(row['label']), count: toCount(row) }));
  const standing = `${from} WHERE case_id = $caseId AND withdrawn_at IS NULL`;
  const state = (value: string, label: string, condition: string) =>
    ({ value, label, count: toCount(db.prepare(`SELECT count(*) AS n ${standing} AND ${condition}`).get({ caseId })) });
  return {
    types: facet(`SELECT media_type AS value, media_type AS label, count(*) AS n ${standing} GROUP BY media_type ORDER BY n DESC, value`),
    languages: facet(`SELECT each.value AS value, each.value AS label, count(*) AS n FROM exhibit, json_each(languages) each
                      WHERE case_id = $caseId AND withdrawn_at IS NULL GROUP BY each.value ORDER BY n DESC, each.value`),
    sources: facet(`SELECT source.id AS value, source.name AS label, count(*) AS n ${standing} AND source.id IS NOT NULL GROUP BY source.id ORDER BY n DESC, label`),
    reliabilities: facet(`SELECT source.reliability AS value, source.reliability AS label, count(*) AS n ${standing} AND source.id IS NOT NULL
                          GROUP BY source.reliability ORDER BY value`),
    states: [
      state('unread', 'Unread', 'opened_at IS NULL'),
      state('with-passages', 'With passages', 'EXISTS (SELECT 1 FROM passage WHERE exhibit_id = exhibit.id AND passage.withdrawn_at IS NULL)'),
      state('problem', 'Problem', `reading IN ${problems}`),
      { value: 'withdrawn', label: 'Withdrawn', count: toCount(db.prepare('SELECT count(*) AS n FROM exhibit WHERE case_id = $caseId AND withdrawn_at IS NOT NULL').get({ caseId })) },
    ],
  };
}

export function caseFigures(db: ReadableDb, caseId: CaseId): Pick<CaseOverview, 'exhibitCount' | 'problemCount' | 'unreadCount' | 'passageCount'> {
  const row = db.prepare(`SELECT count(*) AS exhibits, coalesce(sum(reading IN ${problems}), 0) AS problems, coalesce(sum(opened_at IS NULL), 0) AS unread,
      coalesce(sum((SELECT count(*) FROM passage WHERE exhibit_id = exhibit.id AND passage.withdrawn_at IS NULL)), 0) AS passages
    FROM exhibit WHERE case_id = $caseId AND withdrawn_at IS NULL`).get({ caseId });
  return { exhibitCount: toCount(row, 'exhibits'), problemCount: toCount(row, 'problems'), unreadCount: toCount(row, 'unread'), passageCount: toCount(row, 'passages') };
}

export function newestExhibits(db: ReadableDb, caseId: CaseId, limit: number): CaseOverview['newest'] {
  return db.prepare(`SELECT exhibit.id, number, title, media_type AS mediaType, admitted_at AS admittedAt FROM exhibit JOIN document USING (sha256)
                     WHERE case_id = $caseId AND withdrawn_at IS NULL ORDER BY number DESC LIMIT $limit`).all({ caseId, limit })
    .map(row => ({ id: ExhibitId.parse(row['id']), number: Number(row['number']), title: String(row['title']), mediaType: String(row['mediaType']), admittedAt: String(row['admittedAt']) }));
}

/** Exhibits by the date they bear, for the chronology strip. */
export function publishedDates(db: ReadableDb, caseId: CaseId): CaseOverview['chronology'] {
  return db.prepare(`SELECT id, title, published_on AS date FROM exhibit WHERE case_id = $caseId AND withdrawn_at IS NULL AND published_on IS NOT NULL
                     ORDER BY published_on, number LIMIT 500`).all({ caseId })
    .map(row => ({ date: String(row['date']), label: String(row['title']), exhibitId: ExhibitId.parse(row['id']) }));
}
