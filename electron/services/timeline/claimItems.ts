/** Claims that say when what they tell of happened, with the status that they have now. */
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { ClaimStatus } from '../../../shared/domain/standard.ts';
import { type CaseId, CitationId, ClaimId, EntityId, FindingId } from '../../../shared/kernel/ids.ts';
import { fromJson } from '../../db/rows.ts';
import type { QueryContext } from '../context.ts';
import { chipsOf } from '../entity/index.ts';
import { claimStatuses } from '../finding/index.ts';

export function claimItems(ctx: QueryContext, caseId: CaseId): TimelineItem[] {
  const rows = ctx.db
    .prepare(`SELECT claim.id, finding.id AS findingId, claim.text, occurred_on AS occurredOn, entity_ids AS entityIds,
      (SELECT json_group_array(citation.id) FROM citation WHERE citation.claim_id = claim.id AND citation.withdrawn_at IS NULL) AS citationIds
      FROM claim JOIN finding ON finding.id = claim.finding_id
      WHERE finding.case_id = $caseId AND finding.stage <> 'withdrawn' AND claim.withdrawn_at IS NULL AND occurred_on IS NOT NULL
      ORDER BY finding.number, claim.position`)
    .all({ caseId })
    .map(row => ({
      id: ClaimId.parse(row['id']),
      findingId: FindingId.parse(row['findingId']),
      text: String(row['text']),
      occurredOn: String(row['occurredOn']),
      entityIds: EntityId.array().parse(fromJson(row['entityIds'])),
      citationIds: CitationId.array().parse(fromJson(row['citationIds'])),
    }));
  const statuses = claimStatuses(
    ctx,
    rows.map(row => row.id),
  );
  const chips = chipsOf(
    ctx.db,
    rows.flatMap(row => row.entityIds),
  );
  return rows.map(({ id, findingId, text, occurredOn, entityIds, citationIds }) => ({
    id,
    source: 'claim',
    title: text.trim() === '' ? 'A claim without words yet' : text,
    kindLabel: 'claim',
    fromOn: occurredOn,
    toOn: occurredOn,
    entityIds: [...new Set(entityIds.flatMap(entityId => chips.get(entityId)?.id ?? []))],
    entityId: null,
    findingId,
    claimId: id,
    exhibitId: null,
    strength: null,
    status: ClaimStatus.parse(statuses.get(id)),
    citationCount: citationIds.length,
    citationIds,
    property: null,
    value: null,
    place: null,
  }));
}
