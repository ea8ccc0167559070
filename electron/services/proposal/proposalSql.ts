import { ProposalDecision } from '../../../shared/domain/proposal/index.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { type ExhibitId, PassageId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';

export interface Decided {
  sort: string;
  value: string;
  decision: ProposalDecision;
  passageId: PassageId | null;
}

export function decisionsOfExhibit(db: ReadableDb, exhibitId: ExhibitId): Decided[] {
  return db
    .prepare(
      `SELECT sort, value, decision, passage_id AS passageId FROM proposal_decision WHERE exhibit_id = $exhibitId`,
    )
    .all({ exhibitId })
    .map(row => ({
      sort: String(row['sort']),
      value: String(row['value']),
      decision: ProposalDecision.parse(row['decision']),
      passageId: row['passageId'] === null ? null : PassageId.parse(row['passageId']),
    }));
}

export function putDecision(
  db: WritableDb,
  exhibitId: ExhibitId,
  decided: Decided & { at: Instant; by: string },
): void {
  db.prepare(`INSERT INTO proposal_decision (exhibit_id, sort, value, decision, passage_id, decided_at, decided_by)
              VALUES ($exhibitId, $sort, $value, $decision, $passageId, $at, $by)
              ON CONFLICT (exhibit_id, sort, value) DO UPDATE SET decision = $decision, passage_id = $passageId,
                decided_at = $at, decided_by = $by`).run({ exhibitId, ...decided });
}

export function dropDecision(
  db: WritableDb,
  exhibitId: ExhibitId,
  { sort, value }: Pick<Decided, 'sort' | 'value'>,
): void {
  db.prepare('DELETE FROM proposal_decision WHERE exhibit_id = $exhibitId AND sort = $sort AND value = $value').run({
    exhibitId,
    sort,
    value,
  });
}

export interface CitedWords {
  entityId: string;
  passageId: PassageId;
  /** As printed, and as recorded. */
  words: string[];
}

/** What is stated of entities on the strength of an exhibit, in its own words. */
export function citedWordsOf(db: ReadableDb, exhibitId: ExhibitId): CitedWords[] {
  return db
    .prepare(`SELECT statement.entity_id AS entityId, passage.id AS passageId, quote, value FROM passage
      JOIN statement_citation sc ON sc.passage_id = passage.id AND sc.withdrawn_at IS NULL
      JOIN statement ON statement.id = sc.statement_id AND statement.withdrawn_at IS NULL AND value_key <> ''
      WHERE passage.exhibit_id = $exhibitId AND passage.withdrawn_at IS NULL`)
    .all({ exhibitId })
    .map(row => ({
      entityId: String(row['entityId']),
      passageId: PassageId.parse(row['passageId']),
      words: [String(row['quote']), String(row['value'])],
    }));
}
