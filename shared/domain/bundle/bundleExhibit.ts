/** Exhibits and passages as a bundle has them. */
import { z } from 'zod';
import { Sha256 } from '../../kernel/digest.ts';
import { Authenticity, PageRect } from '../exhibit.ts';
import { HandlingMark } from '../handlingMark.ts';
import { PassageQuote } from '../passage.ts';
import { CslItem } from '../reference/cslItem.ts';
import { Reliability } from '../source.ts';
import { PassageTranslation } from '../translation.ts';
import { ExhibitFileName, ExhibitNumber } from './bundleNumbers.ts';

export const BundleExhibit = z.object({
  /** As the investigator's vault knows it: what a comment on it comes back to. */
  id: z.string().optional(),
  number: ExhibitNumber,
  title: z.string(),
  documentSha256: Sha256,
  sizeBytes: z.number().int().nonnegative(),
  /** As detected from the bytes. */
  mediaType: z.string(),
  /** Of the file under data/exhibits/; null where the bytes are withheld from this bundle, and `problem` says why. */
  fileName: ExhibitFileName.nullable(),
  /** The real name, or the code name of a confidential source; its id leads to `sources`. */
  source: z.object({ id: z.string().optional(), name: z.string(), reliability: Reliability }).nullable(),
  obtained: z.object({ how: z.string(), on: z.string().nullable(), by: z.string() }),
  /** EDTF. */
  publishedOn: z.string().nullable(),
  /** BCP 47. */
  languages: z.array(z.string()),
  handlingMark: HandlingMark,
  /** What somebody who examined it concluded, and why. */
  authenticity: Authenticity.optional(),
  authenticityNote: z.string().optional(),
  isObservation: z.boolean().optional(),
  /** What a reference manager said of it beyond all this, as CSL-JSON; absent where nothing was taken over. */
  record: CslItem.optional(),
  parentNumber: ExhibitNumber.nullable(),
  pageCount: z.number().int().nonnegative(),
  /** Printed labels by page; shorter than the pages, or null within, where there are none. */
  pageLabels: z.array(z.string().nullable()),
  /** True where data/text/<number>.json has its pages' text. */
  hasText: z.boolean(),
  /** The first page of each block of its text (`bundleText.ts`): `[0, 40, 80]`. One block where this is absent. */
  textBlocks: z.array(z.number().int().nonnegative()).optional(),
  /** Which of these blocks have the boxes of recognised words beside them. */
  boxBlocks: z.array(z.number().int().nonnegative()).optional(),
  problem: z.string().nullable(),
});
export type BundleExhibit = z.infer<typeof BundleExhibit>;

const WITHHELD = 'Withheld from this bundle: ';

/** What stands as the problem of an exhibit that stays. */
export function withheldProblem(why: string): string {
  return `${WITHHELD}${why}.`;
}

/** The reason alone. */
export function whyWithheld({ problem }: Pick<BundleExhibit, 'problem'>): string {
  const words = problem ?? '';
  return words.startsWith(WITHHELD) ? words.slice(WITHHELD.length).replace(/\.$/, '') : words;
}

export const BundlePassage = z.object({
  id: z.string(),
  exhibitNumber: ExhibitNumber,
  quote: PassageQuote,
  pageIndex: z.number().int().nonnegative(),
  pageLabel: z.string().nullable(),
  /** UTF-16 offsets in the page's text as in data/text/<number>.json. */
  position: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  rects: z.array(PageRect),
  note: z.string(),
  tags: z.array(z.string()),
  /** Beside the original words; absent where nobody translated them. */
  translation: PassageTranslation.omit({ id: true }).optional(),
});
export type BundlePassage = z.infer<typeof BundlePassage>;
