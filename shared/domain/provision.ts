/** A provision: what findings are measured against; the regime as data (S/RES/1718 and after), in our own words. */
import { z } from 'zod';

export const Provision = z.object({
  id: z.string(),
  resolution: z.string(),
  paragraph: z.string(),
  topics: z.array(z.string()),
  summary: z.string(),
  type: z.string(),
  addressee: z.string(),
  status: z.string(),
  /** The day the resolution was adopted, from which the provision binds. */
  inForceFrom: z.string(),
  /** The day from which a later provision took its place; null while it stands. */
  inForceUntil: z.string().nullable(),
  confidence: z.string(),
  relations: z.array(z.string()),
});
export type Provision = z.infer<typeof Provision>;

/** A `call` asks and does not bind: nobody can violate it, so no claim is measured against it. */
export function isCitableProvision(provision: Pick<Provision, 'type'>): boolean {
  return provision.type !== 'call';
}

export function provisionName(provision: Pick<Provision, 'resolution' | 'paragraph'>): string {
  return `resolution ${provision.resolution}, paragraph ${provision.paragraph}`;
}
