/**
 * What a bundle says: the schemas of `data/report/case.json`, from which everything else that a reviewer sees is made.
 * Written by the export service, read by the static viewer, which knows no vault. Pure data, no ids that lead anywhere
 * but to other places of the same bundle.
 */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { Bearing } from './citation.ts';
import { PageRect } from './exhibit.ts';
import { FindingStage } from './finding.ts';
import { HandlingMark } from './handlingMark.ts';
import { Narrative } from './narrative.ts';
import { PassageQuote } from './passage.ts';
import { Credibility, Reliability } from './source.ts';
import { ClaimStatus } from './standard.ts';
import { PassageTranslation } from './translation.ts';

export const BUNDLE_FORMAT = 'probatum-bundle/1';

/** `EX-0001`. */
export const ExhibitNumber = z.string().regex(/^EX-\d{4,9}$/);

/** A name directly under data/exhibits/: our number, and a suffix that cannot lead anywhere else. */
const ExhibitFileName = z.string().regex(/^EX-\d{4,9}(\.[A-Za-z0-9]{1,12})?$/);

export const BundleExhibit = z.object({
  number: ExhibitNumber,
  title: z.string(),
  documentSha256: Sha256,
  sizeBytes: z.number().int().nonnegative(),
  /** As detected from the bytes. */
  mediaType: z.string(),
  /** Of the file under data/exhibits/; null where the bytes are withheld from this bundle, and `problem` says why. */
  fileName: ExhibitFileName.nullable(),
  /** The real name, or the code name of a confidential source. */
  source: z.object({ name: z.string(), reliability: Reliability }).nullable(),
  obtained: z.object({ how: z.string(), on: z.string().nullable(), by: z.string() }),
  /** EDTF. */
  publishedOn: z.string().nullable(),
  /** BCP 47. */
  languages: z.array(z.string()),
  handlingMark: HandlingMark,
  parentNumber: ExhibitNumber.nullable(),
  pageCount: z.number().int().nonnegative(),
  /** Printed labels by page; shorter than the pages, or null within, where there are none. */
  pageLabels: z.array(z.string().nullable()),
  /** True where data/text/<number>.json has its pages' text. */
  hasText: z.boolean(),
  problem: z.string().nullable(),
});
export type BundleExhibit = z.infer<typeof BundleExhibit>;

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

export const BundleCitation = z.object({
  id: z.string(),
  passageId: z.string(),
  bearing: Bearing,
  credibility: Credibility,
  /** Frozen when cited. */
  quote: z.string(),
  /** For a contradiction: why it does not hold; empty when it stands open. */
  rebuttal: z.string(),
});
export type BundleCitation = z.infer<typeof BundleCitation>;

export const BundleReason = z.object({ kind: z.enum(['holds', 'missing', 'warns']), sentence: z.string() });
export type BundleReason = z.infer<typeof BundleReason>;

export const BundleClaim = z.object({
  id: z.string(),
  text: z.string(),
  status: ClaimStatus,
  statusReasons: z.array(BundleReason),
  /** A person's change of the computed status, which is printed beside it. */
  judgement: z.object({ computed: ClaimStatus, reason: z.string(), by: z.string() }).nullable(),
  provisions: z.array(z.object({ id: z.string(), resolution: z.string(), paragraph: z.string(), summary: z.string() })),
  citations: z.array(BundleCitation),
});
export type BundleClaim = z.infer<typeof BundleClaim>;

export const BundleFinding = z.object({
  id: z.string(),
  /** `F-1`. */
  number: z.string(),
  title: z.string(),
  stage: FindingStage,
  status: ClaimStatus,
  statusReasons: z.array(BundleReason),
  claims: z.array(BundleClaim),
  participants: z.array(z.object({ name: z.string(), role: z.string() })),
  narrative: Narrative,
  alternatives: z.string(),
});
export type BundleFinding = z.infer<typeof BundleFinding>;

/** A name directly under data/report/figures/. */
const FigureFileName = z.string().regex(/^figure-[IVXLCDM]+\.png$/);

export const BundleFigure = z.object({
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

export const BundleCustodyEvent = z.object({
  seq: z.number().int().positive(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  digest: z.string().nullable(),
  hash: z.string(),
});
export type BundleCustodyEvent = z.infer<typeof BundleCustodyEvent>;

export const BundleCase = z.object({
  format: z.literal(BUNDLE_FORMAT),
  case: z.object({
    reference: z.string(),
    title: z.string(),
    workstream: z.string(),
    handlingMark: HandlingMark,
    /** The evidentiary standard, as a sentence. */
    standard: z.string(),
    lead: z.string(),
    isExercise: z.boolean(),
    exportedAt: Instant,
  }),
  exhibits: z.array(BundleExhibit),
  passages: z.array(BundlePassage),
  findings: z.array(BundleFinding),
  /** Of the report, in the order of reading; absent where it shows none. */
  figures: z.array(BundleFigure).optional(),
  chronology: z.array(
    z.object({
      /** EDTF. */
      date: z.string(),
      text: z.string(),
      citationIds: z.array(z.string()),
    }),
  ),
  custody: z.array(BundleCustodyEvent),
  /** The hash of the last event: printed and countersigned, it fixes all before it. */
  custodyHead: z.string(),
  reports: z.array(z.object({ title: z.string(), edition: z.number().int(), compiledAt: Instant, sha256: Sha256 })),
});
export type BundleCase = z.infer<typeof BundleCase>;

/** `data/text/EX-0001.json`: the text of an exhibit as it was extracted, page by page. */
export const BundleText = z.object({
  number: ExhibitNumber,
  method: z.string(),
  pages: z.array(z.object({ label: z.string().nullable(), text: z.string() })),
});
export type BundleText = z.infer<typeof BundleText>;
