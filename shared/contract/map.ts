/** What a case tells of places: events and addresses with a position, and the places that files claim. */
import { z } from 'zod';
import { EntityChip, Strength } from '../domain/entity/entity.ts';
import { Datum } from '../domain/entity/statement.ts';
import { CaseId, EntityId, ExhibitId, StatementId } from '../kernel/ids.ts';
import { query } from './operation.ts';

export const MapFeature = z.object({
  /** Unique in the answer. */
  id: z.string(),
  /** `claimed`: written in a file's own metadata, which anyone can write. */
  source: z.enum(['event', 'address', 'claimed']),
  title: z.string(),
  kindLabel: z.string(),
  /** Decimal degrees in the datum stated. */
  latitude: z.number(),
  longitude: z.number(),
  datum: Datum,
  /** As printed. */
  original: z.string(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  entityId: EntityId.nullable(),
  statementId: StatementId.nullable(),
  /** Who took part: a track joins the features of one entity in the order of time. */
  entityIds: z.array(EntityId),
  exhibitId: ExhibitId.nullable(),
  pageIndex: z.number().int().nullable(),
  strength: Strength.nullable(),
  citationCount: z.number().int(),
});
export type MapFeature = z.infer<typeof MapFeature>;

export const mapContract = {
  'map.features': query(
    z.object({ caseId: CaseId }),
    z.object({ features: z.array(MapFeature), entities: z.array(EntityChip) }),
  ),
} as const;
