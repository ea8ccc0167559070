/**
 * Entities: persons, companies, vessels, ties, events and records, each value a statement with its citations. The list comes whole
 * (`entities/index`), what is said of each in blocks (`entities/000`) with the passages that its citations rest on.
 */
import { z } from 'zod';
import { EntityKind, Strength } from '../entity/entity.ts';
import { NameQuality, StatementDetail } from '../entity/statement.ts';
import { Credibility } from '../source.ts';
import { BundlePassage } from './bundleExhibit.ts';
import { BundleCitation } from './bundleFinding.ts';

/** An entity as anything that names it shows it. */
export const BundleEntityName = z.object({
  id: z.string(),
  kind: EntityKind,
  /** Of FollowTheMoney: `Vessel`. */
  schema: z.string(),
  caption: z.string(),
  /** What tells it from its namesakes; may be ''. */
  hint: z.string(),
});
export type BundleEntityName = z.infer<typeof BundleEntityName>;

export const BundleEntityRow = BundleEntityName.extend({
  /** Which block has it. */
  block: z.number().int().nonnegative(),
  statementCount: z.number().int(),
  citationCount: z.number().int(),
  tieCount: z.number().int(),
});
export type BundleEntityRow = z.infer<typeof BundleEntityRow>;

export const BundleEntityIndex = z.array(BundleEntityRow);
export type BundleEntityIndex = z.infer<typeof BundleEntityIndex>;

export const BundleStatement = z.object({
  id: z.string(),
  /** `imoNumber`, and how people call it: `IMO Number`. */
  property: z.string(),
  label: z.string(),
  value: z.string(),
  /** For people: the name of a country for its code, of the entity named; else the value. */
  words: z.string(),
  /** As printed in the exhibit where that differs; else ''. */
  original: z.string(),
  language: z.string(),
  quality: NameQuality.nullable(),
  detail: StatementDetail,
  /** When it held: EDTF or a date with a time. */
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  credibility: Credibility,
  note: z.string(),
  /** The value shown for its property where several stand side by side. */
  isShown: z.boolean(),
  /** The entity that the value names; id null where that is not in this bundle. */
  target: z.object({ id: z.string().nullable(), caption: z.string() }).nullable(),
  citations: z.array(BundleCitation),
});
export type BundleStatement = z.infer<typeof BundleStatement>;

/** A tie as one of its sides reads it, or an event as one who took part does. */
export const BundleTie = z.object({
  /** The relationship, event or record; for a tie by property, the entity that has the property. Its statements have the citations. */
  entityId: z.string(),
  statementId: z.string(),
  /** "owns", "is owned by", "took part as seller in". */
  words: z.string(),
  role: z.string(),
  /** "100,000 EUR", "51 %"; '' where nothing is stated. */
  measure: z.string(),
  other: BundleEntityName.nullable(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  strength: Strength,
  citationCount: z.number().int(),
});
export type BundleTie = z.infer<typeof BundleTie>;

/** How sure a tie or an event is, by the case's standard over the citations of this case; and what a person judged instead. */
export const BundleStrength = z.object({
  strength: Strength,
  reasons: z.array(z.string()),
  judgement: z.object({ computed: Strength, reason: z.string(), by: z.string() }).nullable(),
});
export type BundleStrength = z.infer<typeof BundleStrength>;

export const BundleEntity = BundleEntityName.extend({
  schemaLabel: z.string(),
  /** Null for things. */
  strength: BundleStrength.nullable(),
  statements: z.array(BundleStatement),
  ties: z.array(BundleTie),
});
export type BundleEntity = z.infer<typeof BundleEntity>;

export const BundleEntityBlock = z.object({
  entities: z.array(BundleEntity),
  /** Those that the citations here rest on; a passage may stand in several blocks, and in the case too. */
  passages: z.array(BundlePassage),
});
export type BundleEntityBlock = z.infer<typeof BundleEntityBlock>;
