/** Report editions compiled so far, and screening runs. */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { Sha256 } from '../../kernel/digest.ts';

export const BundleEdition = z.object({
  /** As the investigator's vault knows it; null where it is frozen with this very bundle. */
  id: z.string().nullable(),
  title: z.string(),
  /** Counted from 1 through the editions of the case. */
  edition: z.number().int(),
  compiledAt: Instant,
  compiledBy: z.string(),
  /** Of what it says, without who compiled it and when: the same content has the same digest. */
  contentSha256: z.string(),
  findingCount: z.number().int(),
  /** True for the edition that this bundle shows and holds in its forms. */
  isHere: z.boolean(),
  /** Under data/: `report/report.docx`. None for earlier editions: they are named, and do not go. */
  files: z.array(
    z.object({ path: z.string(), mediaType: z.string(), sizeBytes: z.number().int().nonnegative(), sha256: Sha256 }),
  ),
});
export type BundleEdition = z.infer<typeof BundleEdition>;

/**
 * Names were not compared with sanctions lists: there is nothing to show, and that is said, here and in `data/screening/screening.json`
 * beside an empty list of runs. Runs will be a second state.
 */
export const BundleScreening = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), sentence: z.string() }),
]);
export type BundleScreening = z.infer<typeof BundleScreening>;
