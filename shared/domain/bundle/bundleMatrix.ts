/** The provisions that claims are measured against, and which claim of which finding bears on which. */
import { z } from 'zod';
import { Provision } from '../provision.ts';
import { ClaimStatus } from '../standard.ts';

export const BundleProvision = Provision.extend({
  /** `resolution 2397 (2017), paragraph 5`. */
  name: z.string(),
});
export type BundleProvision = z.infer<typeof BundleProvision>;

export const BundleMatrix = z.object({
  provisions: z.array(BundleProvision),
  /** One for each finding and provision that meet. */
  cells: z.array(
    z.object({
      findingId: z.string(),
      provisionId: z.string(),
      claimIds: z.array(z.string()),
      /** Of the weakest of these claims. */
      status: ClaimStatus,
      supporting: z.number().int(),
      contradicting: z.number().int(),
      /** What these claims still lack, in sentences. */
      missing: z.array(z.string()),
    }),
  ),
});
export type BundleMatrix = z.infer<typeof BundleMatrix>;
