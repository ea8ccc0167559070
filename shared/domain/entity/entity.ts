/** An entity: a person, an organization, an asset, a tie or an event; all that is said of it is in statements. */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { CaseId, EntityId, JudgementId } from '../../kernel/ids.ts';

export const EntityKind = z.enum(['thing', 'relationship', 'event', 'record']);
export type EntityKind = z.infer<typeof EntityKind>;

export const Entity = z.object({
  id: EntityId,
  /** The id that it has elsewhere (FollowTheMoney); null for what was made here. */
  foreignId: z.string().max(200).nullable(),
  schema: z.string().min(1).max(60),
  kind: EntityKind,
  /** The first of those that it is merged with, itself where there is none. */
  canonicalId: EntityId,
  createdAt: Instant,
  createdBy: z.string(),
  withdrawnAt: Instant.nullable(),
});
export type Entity = z.infer<typeof Entity>;

/** A judgement that two records are one subject, or are not. Never changed: undone, or followed by another. */
export const IdentityJudgement = z.object({
  id: JudgementId,
  leftId: EntityId,
  rightId: EntityId,
  verdict: z.enum(['same', 'not-same']),
  /** The second identifier that both have, in words, or ''. A name alone is never enough. */
  identifier: z.string().max(300),
  reason: z.string().max(2000),
  judgedAt: Instant,
  judgedBy: z.string(),
  undoneAt: Instant.nullable(),
});
export type IdentityJudgement = z.infer<typeof IdentityJudgement>;

/** How sure a tie is. Computed from citations as a claim's status is; a person's judgement with a reason shows in its place. */
export const Strength = z.enum(['confirmed', 'probable', 'possible', 'contested']);
export type Strength = z.infer<typeof Strength>;

export const strengthShapes: Record<Strength, string> = {
  confirmed: '●',
  probable: '◐',
  possible: '○',
  contested: '◇',
};

export const StrengthJudgement = z.object({
  strength: Strength,
  reason: z.string().trim().min(1).max(2000),
  by: z.string(),
  at: Instant,
});
export type StrengthJudgement = z.infer<typeof StrengthJudgement>;

/** An entity as a list shows it. */
export const EntityRow = z.object({
  id: EntityId,
  schema: z.string(),
  kind: EntityKind,
  caption: z.string(),
  /** What tells it from its namesakes: an identifier, a country, a date. */
  hint: z.string(),
  statementCount: z.number().int(),
  citationCount: z.number().int(),
  /** Ties that it is a side of. */
  linkCount: z.number().int(),
  cases: z.array(z.object({ id: CaseId, reference: z.string() })),
  withdrawnAt: Instant.nullable(),
});
export type EntityRow = z.infer<typeof EntityRow>;

/** An entity as a chip shows it anywhere. */
export const EntityChip = EntityRow.pick({ id: true, schema: true, kind: true, caption: true, hint: true });
export type EntityChip = z.infer<typeof EntityChip>;
