/** How sure ties and events are: all citations of theirs in few questions, judged by each one's case's standard. */
import type { StandardId } from '../../../shared/domain/caseRecord.ts';
import { StandardId as StandardIdSchema } from '../../../shared/domain/caseRecord.ts';
import type { Strength, StrengthJudgement } from '../../../shared/domain/entity/entity.ts';
import { strengthOf } from '../../../shared/domain/entity/strength.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { EvidenceItem } from '../../../shared/domain/standard.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { CitationId, EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import { sourceLookup } from '../source/index.ts';
import { strengthJudgements } from './judgementSql.ts';
import { type CitationOfEntity, citationsOfEntities } from './statementCitationSql.ts';

export interface StrengthOfEntity {
  strength: Strength;
  judgement: StrengthJudgement | null;
  isJudged: boolean;
  reasons: string[];
  citationCount: number;
}

/** Given as canonical ids; each of them gets an answer. */
export function strengthsOf(db: ReadableDb, canonicalIds: readonly EntityId[]): Map<EntityId, StrengthOfEntity> {
  const citations = groupBy(citationsOfEntities(db, canonicalIds), citation => citation.entityId);
  const judgements = strengthJudgements(db, canonicalIds);
  const standards = standardsOf(db, canonicalIds);
  const sources = sourceLookup(db);
  return new Map(
    canonicalIds.map(id => {
      const cited = citations.get(id) ?? [];
      const computed = strengthOf({
        standard: standards.get(id) ?? 'un-panel',
        items: cited.map(one => evidenceOf(one, sourceOf(sources, one))),
        originsOf: sources.originsOf,
        sourceName: sources.nameOf,
      });
      const judgement = judgements.get(id) ?? null;
      return [
        id,
        {
          strength: judgement?.strength ?? computed.strength,
          judgement,
          isJudged: judgement !== null,
          reasons: computed.reasons,
          citationCount: cited.length,
        },
      ];
    }),
  );
}

/** How sure each statement of these entities is on its own, where it is cited; the others have no citation to judge by. */
export function strengthsOfStatements(
  db: ReadableDb,
  canonicalIds: readonly EntityId[],
): Map<StatementId, { strength: Strength; citationIds: CitationId[] }> {
  const standards = standardsOf(db, canonicalIds);
  const sources = sourceLookup(db);
  const byStatement = groupBy(citationsOfEntities(db, canonicalIds), citation => citation.statementId);
  return new Map(
    [...byStatement].map(([statementId, cited]) => {
      const { strength } = strengthOf({
        standard: standards.get(cited[0]?.entityId ?? '') ?? 'un-panel',
        items: cited.map(one => evidenceOf(one, sourceOf(sources, one))),
        originsOf: sources.originsOf,
        sourceName: sources.nameOf,
      });
      return [statementId, { strength, citationIds: cited.map(one => one.id) }];
    }),
  );
}

/** The standard of the first case that an entity is in. */
function standardsOf(db: ReadableDb, canonicalIds: readonly EntityId[]): Map<string, StandardId> {
  const rows = db
    .prepare(`SELECT entity.canonical_id AS id, standard FROM json_each($ids) wanted JOIN entity ON entity.canonical_id = wanted.value
      JOIN case_entity ON case_entity.entity_id = entity.id JOIN case_record ON case_record.id = case_id ORDER BY added_at DESC, case_id`)
    .all({ ids: toJson(canonicalIds) });
  return new Map(rows.map(row => [String(row['id']), StandardIdSchema.parse(row['standard'])]));
}

function sourceOf(sources: ReturnType<typeof sourceLookup>, { sourceId }: CitationOfEntity): EvidenceItem['source'] {
  const source = sourceId ? sources.get(sourceId) : null;
  return source ? { id: source.id, name: source.name, reliability: source.reliability } : null;
}

/** A citation as the standard of proof weighs it; its source as whoever reads the reason may know it. */
export function evidenceOf(one: CitationOfEntity, source: EvidenceItem['source']): EvidenceItem {
  return {
    bearing: one.bearing,
    credibility: one.credibility,
    // A contradiction of a statement is answered by a judgement on its strength, with a reason.
    rebuttal: '',
    anchor: one.anchor,
    exhibitId: one.exhibitId,
    exhibitName: exhibitNumber(one.exhibitNumber),
    exhibitWithdrawn: one.exhibitWithdrawn,
    authenticity: one.authenticity,
    isObservation: one.isObservation,
    source,
  };
}
