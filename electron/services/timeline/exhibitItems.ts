/** The dates that exhibits bear themselves. */
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { type CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';

export function exhibitItems(db: ReadableDb, caseId: CaseId): TimelineItem[] {
  return db
    .prepare(`SELECT id, number, title, published_on AS publishedOn FROM exhibit
      WHERE case_id = $caseId AND withdrawn_at IS NULL AND published_on IS NOT NULL ORDER BY number`)
    .all({ caseId })
    .map(row => ({
      id: String(row['id']),
      source: 'exhibit',
      title: `${exhibitNumber(Number(row['number']))} ${String(row['title'])}`,
      kindLabel: 'published',
      fromOn: String(row['publishedOn']),
      toOn: String(row['publishedOn']),
      entityIds: [],
      entityId: null,
      findingId: null,
      claimId: null,
      exhibitId: ExhibitId.parse(row['id']),
      strength: null,
      status: null,
      citationCount: 0,
      citationIds: [],
      property: null,
      value: null,
      place: null,
    }));
}
