import { Citation } from '../../../shared/domain/citation.ts';
import { Authenticity } from '../../../shared/domain/exhibit.ts';
import { AnchorState } from '../../../shared/domain/passage.ts';
import type { PassageTranslation } from '../../../shared/domain/translation.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { type CitationId, type ClaimId, ExhibitId, type PassageId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromFlag } from '../../db/rows.ts';
import { readTranslation, translationsOfPassage } from '../passage/index.ts';

const columns = `citation.id, claim_id AS claimId, passage_id AS passageId, bearing, credibility, quote, citation.page_index AS pageIndex,
  citation.page_label AS pageLabel, rebuttal, cited_at AS citedAt, cited_by AS citedBy, citation.withdrawn_at AS withdrawnAt`;

/** What its weight depends on, and its words in translation; joined from passage and exhibit. */
const exhibitColumns = `anchor, exhibit.id AS exhibitId, number, title, exhibit.withdrawn_at AS exhibitWithdrawnAt, authenticity, is_observation AS isObservation, source_id AS sourceId, ${translationsOfPassage} AS translations`;

/** A citation with what its weight depends on. */
export interface CitedEvidence {
  citation: Citation;
  anchor: AnchorState;
  translation: PassageTranslation | null;
  exhibit: {
    id: ExhibitId;
    number: number;
    title: string;
    withdrawn: boolean;
    authenticity: Authenticity;
    isObservation: boolean;
    sourceId: string | null;
  };
}

export function insertCitation(db: WritableDb, citation: Citation): void {
  db.prepare(`INSERT INTO citation (id, claim_id, passage_id, bearing, credibility, quote, page_index, page_label, rebuttal, cited_at, cited_by, withdrawn_at)
              VALUES ($id, $claimId, $passageId, $bearing, $credibility, $quote, $pageIndex, $pageLabel, $rebuttal, $citedAt, $citedBy, $withdrawnAt)`).run(
    citation,
  );
}

export function updateCitationRecord(db: WritableDb, { id, bearing, credibility, rebuttal }: Citation): void {
  db.prepare(
    'UPDATE citation SET bearing = $bearing, credibility = $credibility, rebuttal = $rebuttal WHERE id = $id',
  ).run({ id, bearing, credibility, rebuttal });
}

export function setCitationWithdrawn(db: WritableDb, id: CitationId, at: Instant | null): void {
  db.prepare('UPDATE citation SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export function findCitation(db: ReadableDb, id: string): Citation | null {
  const row = db.prepare(`SELECT ${columns} FROM citation WHERE id = $id`).get({ id });
  return row ? Citation.parse(row) : null;
}

export function citationsOfPassage(db: ReadableDb, passageId: PassageId): Citation[] {
  return db
    .prepare(
      `SELECT ${columns} FROM citation WHERE passage_id = $passageId AND withdrawn_at IS NULL ORDER BY cited_at, id`,
    )
    .all({ passageId })
    .map(row => Citation.parse(row));
}

export function citationsOfClaim(db: ReadableDb, claimId: ClaimId): CitedEvidence[] {
  return db
    .prepare(`SELECT ${columns}, ${exhibitColumns}
    FROM citation JOIN passage ON passage.id = passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id
    WHERE claim_id = $claimId AND citation.withdrawn_at IS NULL ORDER BY cited_at, citation.id`)
    .all({ claimId })
    .map(row => ({
      citation: Citation.parse(row),
      anchor: AnchorState.parse(row['anchor']),
      translation: readTranslation(row['translations']),
      exhibit: {
        id: ExhibitId.parse(row['exhibitId']),
        number: Number(row['number']),
        title: String(row['title']),
        withdrawn: row['exhibitWithdrawnAt'] !== null,
        authenticity: Authenticity.parse(row['authenticity']),
        isObservation: fromFlag(row['isObservation']),
        sourceId: row['sourceId'] === null ? null : String(row['sourceId']),
      },
    }));
}
