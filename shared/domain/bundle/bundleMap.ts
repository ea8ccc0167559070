/** `map`: positions that statements give, and places that files claim. The coasts are `map/coasts`: TopoJSON of Natural Earth. */
import { z } from 'zod';
import { Strength } from '../entity/entity.ts';
import { Datum } from '../entity/statement.ts';
import { ExhibitNumber } from './bundleNumbers.ts';

export const BundlePlace = z.object({
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
  /** The event or the thing that is there; its statement gives the position. Null for what a file claims. */
  entityId: z.string().nullable(),
  statementId: z.string().nullable(),
  /** Who took part: a track joins the places of one entity in the order of time. */
  entityIds: z.array(z.string()),
  exhibitNumber: ExhibitNumber.nullable(),
  pageIndex: z.number().int().nullable(),
  strength: Strength.nullable(),
  citationCount: z.number().int(),
});
export type BundlePlace = z.infer<typeof BundlePlace>;
export const BundleMap = z.object({
  places: z.array(BundlePlace),
  /** Names of those in `entityIds`. */
  entities: z.array(z.object({ id: z.string(), caption: z.string() })),
});
export type BundleMap = z.infer<typeof BundleMap>;
