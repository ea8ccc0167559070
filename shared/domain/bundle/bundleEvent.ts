/** `events`: what happened, each with when, where, who took part and how much; its statements are in its entity block. */
import { z } from 'zod';
import { Strength } from '../entity/entity.ts';
import { BundleEntityName } from './bundleEntity.ts';

export const BundleEvent = z.object({
  /** An entity of the bundle. */
  id: z.string(),
  kindLabel: z.string(),
  caption: z.string(),
  /** EDTF or a date with a time; a moment has both alike. */
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  place: z.string(),
  participants: z.array(BundleEntityName.pick({ id: true, caption: true }).extend({ role: z.string() })),
  /** As printed, and as computed in another unit with the factor used ('' where nobody computed). */
  quantities: z.array(z.object({ words: z.string(), converted: z.string() })),
  strength: Strength,
  citationCount: z.number().int(),
});
export type BundleEvent = z.infer<typeof BundleEvent>;
export const BundleEvents = z.array(BundleEvent);
export type BundleEvents = z.infer<typeof BundleEvents>;
