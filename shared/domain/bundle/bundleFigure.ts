import { z } from 'zod';
import { Sha256 } from '../../kernel/digest.ts';
import { FigureFileName } from './bundleNumbers.ts';

export const BundleFigure = z.object({
  /** As the investigator's vault knows it: what a comment on it comes back to. */
  id: z.string().optional(),
  /** `III`. */
  numeral: z.string().regex(/^[IVXLCDM]+$/),
  caption: z.string(),
  sourceLine: z.string(),
  /** Of the finding in whose text it stands; null: after all of them. */
  findingId: z.string().nullable(),
  /** Null where it may not go with this bundle, and `withheld` says why. */
  picture: z
    .object({
      fileName: FigureFileName,
      sha256: Sha256,
      sizeBytes: z.number().int().positive(),
      widthPx: z.number().int().positive(),
      heightPx: z.number().int().positive(),
      altText: z.string(),
    })
    .nullable(),
  withheld: z.string(),
  /** What must be known of it: that something it rests on was withdrawn. */
  cautions: z.array(z.string()),
  /** The same in rows and columns. */
  table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
});
export type BundleFigure = z.infer<typeof BundleFigure>;
