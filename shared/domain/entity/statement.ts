/**
 * A statement: one value of one property of an entity, with the time it held, its credibility, and the citations that it
 * rests on. Values that contradict each other stand side by side; which one is shown is a judgement on record.
 */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { isWorldDate } from '../../kernel/dateSpan.ts';
import {
  CaseId,
  CitationId,
  EntityId,
  ExhibitId,
  ImportId,
  PassageId,
  SourceId,
  StatementId,
} from '../../kernel/ids.ts';
import { Authenticity } from '../exhibit.ts';
import { Bearing } from '../citation.ts';
import { AnchorState } from '../passage.ts';
import { Credibility, Reliability } from '../source.ts';

/** A date of the world: EDTF, or a date with a time (`2021-03-07T04:10Z`). */
export const WorldDate = z.string().max(80).refine(isWorldDate, {
  error: 'Write a date as 2021, 2021-03, 2021-03-07, 2021-03~ for about, or 2021-03-07T04:10Z',
});

/** How good a name is. A weak alias weighs less when names are compared; a former one held until some date. */
export const NameQuality = z.enum(['strong', 'weak', 'former']);
export type NameQuality = z.infer<typeof NameQuality>;

/** An amount with its unit, as a number. The words as printed are the statement's value. */
export const Quantity = z.object({ amount: z.number(), unit: z.string().max(40) });
export type Quantity = z.infer<typeof Quantity>;

export const Datum = z.enum(['WGS 84', 'Tokyo', 'Pulkovo 1942', 'GCJ-02', 'BD-09', 'not stated']);
export type Datum = z.infer<typeof Datum>;

/** What a value holds beyond its words. All parts are computed or chosen beside the words as printed, never in their place. */
export const StatementDetail = z.object({
  /** Of a participant in an event, or of a tie: "seller", "master". */
  role: z.string().max(200).optional(),
  quantity: Quantity.optional(),
  /** The quantity in another unit, with the factor that was used and where it is from. */
  converted: Quantity.extend({ factor: z.number(), note: z.string().max(300) }).optional(),
  /** Decimal degrees, in the datum stated. */
  position: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      datum: Datum,
      /** Of the words: "degrees and minutes", "MGRS", "port of the gazetteer". */
      notation: z.string().max(80),
    })
    .optional(),
});
export type StatementDetail = z.infer<typeof StatementDetail>;

export const Statement = z.object({
  id: StatementId,
  /** The entity that it was recorded of, whatever that is merged with later. */
  entityId: EntityId,
  /** Where it was recorded. */
  caseId: CaseId,
  /** A property of the entity's schema; one that the model does not know is kept as it came. */
  property: z.string().min(1).max(100),
  /** As compared and exported. */
  value: z.string().min(1).max(65_000),
  /** As printed, where that differs; empty: as the value. */
  original: z.string().max(65_000),
  /** For properties that name another entity: which; null where the value names one that the vault does not hold. */
  targetId: EntityId.nullable(),
  /** BCP 47 or ISO 639-3 of the words, '' where it is not said. */
  language: z.string().max(12),
  quality: NameQuality.nullable(),
  detail: StatementDetail,
  /** When it held. */
  fromOn: WorldDate.nullable(),
  toOn: WorldDate.nullable(),
  credibility: Credibility,
  note: z.string().max(4000),
  recordedAt: Instant,
  recordedBy: z.string(),
  /** The import it came with, and the row there (counted from 1). */
  importId: ImportId.nullable(),
  importRow: z.number().int().positive().nullable(),
  /** The statement that it corrects. */
  supersedesId: StatementId.nullable(),
  withdrawnAt: Instant.nullable(),
});
export type Statement = z.infer<typeof Statement>;

/** What a person gives. */
export const StatementDraft = Statement.pick({ property: true, value: true }).extend({
  original: Statement.shape.original.default(''),
  targetId: EntityId.nullable().default(null),
  language: Statement.shape.language.default(''),
  quality: NameQuality.nullable().default(null),
  detail: StatementDetail.default({}),
  fromOn: WorldDate.nullable().default(null),
  toOn: WorldDate.nullable().default(null),
  credibility: Credibility.default(6),
  note: Statement.shape.note.default(''),
});
export type StatementDraft = z.infer<typeof StatementDraft>;

/** A statement resting on a passage: as a claim's citation, with the words frozen. */
export const StatementCitation = z.object({
  id: CitationId,
  statementId: StatementId,
  passageId: PassageId,
  bearing: Bearing,
  credibility: Credibility,
  quote: z.string().min(1),
  pageIndex: z.number().int().nonnegative(),
  pageLabel: z.string().nullable(),
  citedAt: Instant,
  citedBy: z.string(),
  withdrawnAt: Instant.nullable(),
});
export type StatementCitation = z.infer<typeof StatementCitation>;

/** With what its weight depends on, and what opens the page. */
export const StatementCitationView = StatementCitation.extend({
  exhibitId: ExhibitId,
  exhibitNumber: z.number().int(),
  exhibitTitle: z.string(),
  exhibitWithdrawn: z.boolean(),
  authenticity: Authenticity,
  isObservation: z.boolean(),
  sourceId: SourceId.nullable(),
  sourceName: z.string().nullable(),
  reliability: Reliability.nullable(),
  anchor: AnchorState,
});
export type StatementCitationView = z.infer<typeof StatementCitationView>;

export const StatementView = Statement.extend({
  /** Of the entity named, as it is shown; null for other values. */
  targetCaption: z.string().nullable(),
  /** The entity named, as merged; null for other values. */
  targetCanonicalId: EntityId.nullable(),
  citations: z.array(StatementCitationView),
  /** Chosen by a person as the one to show. */
  isChosen: z.boolean(),
  /** Shown for its property: chosen, else by rule. */
  isShown: z.boolean(),
  /** What a check of the value says, for identifiers. */
  check: z.object({ valid: z.boolean(), sentence: z.string() }).nullable(),
  /** `EX-0009, row 12`, where it came with an import; the exhibit to open. */
  importedFrom: z
    .object({ exhibitId: ExhibitId.nullable(), name: z.string(), row: z.number().int().nullable() })
    .nullable(),
});
export type StatementView = z.infer<typeof StatementView>;
