/** `timeline`: all that has a date, from events to the exhibits themselves, with the lanes it belongs in. */
import { z } from 'zod';
import { Strength } from '../entity/entity.ts';
import { ClaimStatus } from '../standard.ts';
import { ExhibitNumber } from './bundleNumbers.ts';

export const BundleTimelineItem = z.object({
  id: z.string(),
  source: z.enum(['event', 'relationship', 'statement', 'claim', 'exhibit']),
  title: z.string(),
  kindLabel: z.string(),
  /** EDTF or a date with a time; an open side is null. A moment has both alike. */
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  /** The entities whose lanes it belongs in. */
  entityIds: z.array(z.string()),
  entityId: z.string().nullable(),
  findingId: z.string().nullable(),
  claimId: z.string().nullable(),
  exhibitNumber: ExhibitNumber.nullable(),
  strength: Strength.nullable(),
  status: ClaimStatus.nullable(),
  citationCount: z.number().int(),
  /** Of claims these are in the case; of all else in the entity's block. */
  citationIds: z.array(z.string()),
  /** Where it was, in words; ''. */
  place: z.string(),
});
export type BundleTimelineItem = z.infer<typeof BundleTimelineItem>;

export const BundleTimeline = z.object({
  items: z.array(BundleTimelineItem),
  lanes: z.array(z.object({ id: z.string(), caption: z.string() })),
});
export type BundleTimeline = z.infer<typeof BundleTimeline>;
