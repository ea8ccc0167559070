/** What a case tells in time: events, ties with dates, claims with dates, and the dates that exhibits bear. */
import { z } from 'zod';
import { EntityChip, Strength } from '../domain/entity/entity.ts';
import { ClaimStatus } from '../domain/standard.ts';
import { CaseId, CitationId, ClaimId, EntityId, ExhibitId, FindingId } from '../kernel/ids.ts';
import { query } from './operation.ts';

export const TimelineItem = z.object({
  /** Unique in the answer. */
  id: z.string(),
  source: z.enum(['event', 'relationship', 'statement', 'claim', 'exhibit']),
  title: z.string(),
  /** `transfer`, `owns`, `flag`, `claim`, `published`. */
  kindLabel: z.string(),
  /** EDTF or a date with a time; an open side is null. A moment has both alike. */
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  /** The entities whose lanes it belongs in. */
  entityIds: z.array(EntityId),
  /** The entity that it is (event, relationship) or is said of (statement); null for claims and exhibits. */
  entityId: EntityId.nullable(),
  findingId: FindingId.nullable(),
  claimId: ClaimId.nullable(),
  exhibitId: ExhibitId.nullable(),
  strength: Strength.nullable(),
  status: ClaimStatus.nullable(),
  citationCount: z.number().int(),
  /** The citations that it rests on, for the source line of a figure. */
  citationIds: z.array(CitationId),
  /** The property that the date or the dated value is of; null where several or none. */
  property: z.string().nullable(),
  value: z.string().nullable(),
  /** Where it was, as the words say, and in decimal degrees where that is known. */
  place: z.object({ words: z.string(), latitude: z.number().nullable(), longitude: z.number().nullable() }).nullable(),
});
export type TimelineItem = z.infer<typeof TimelineItem>;

export const timelineContract = {
  'timeline.items': query(
    z.object({ caseId: CaseId }),
    z.object({ items: z.array(TimelineItem), entities: z.array(EntityChip) }),
  ),
} as const;
