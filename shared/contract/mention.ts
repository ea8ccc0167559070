/** Where exhibits seem to name an entity, and what was decided of it: proposals until a person accepts them. */
import { z } from 'zod';
import { EntityChip } from '../domain/entity/entity.ts';
import { CaseId, EntityId, ExhibitId, PassageId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

export const Mention = z.object({
  entity: EntityChip,
  exhibitId: ExhibitId,
  exhibitNumber: z.number().int(),
  exhibitTitle: z.string(),
  pageIndex: z.number().int(),
  pageLabel: z.string().nullable(),
  /** UTF-16 offsets in the page's text. */
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
  /** Words around it, for the list. */
  before: z.string(),
  after: z.string(),
  /** Which value of the entity it looks like: `name`, `imoNumber`. */
  property: z.string(),
  decision: z.enum(['accepted', 'rejected']).nullable(),
  passageId: PassageId.nullable(),
});
export type Mention = z.infer<typeof Mention>;

export const mentionContract = {
  /** Of one entity in all exhibits of a case: what nothing was decided of, or with `decided` what was rejected. */
  'mention.ofEntity': query(
    z.object({
      caseId: CaseId,
      entityId: EntityId,
      decided: z.boolean().default(false),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(500).default(100),
    }),
    z.object({ total: z.number().int(), mentions: z.array(Mention) }),
  ),
  /** Of all entities that the vault knows, in some pages of an exhibit. */
  'mention.inExhibit': query(
    z.object({
      exhibitId: ExhibitId,
      from: z.number().int().nonnegative().default(0),
      count: z.number().int().positive().max(50).default(50),
    }),
    z.array(Mention),
  ),
  /**
   * Accepting marks the words and cites them for the value that they look like, in one step. Rejecting is remembered for these
   * words in this exhibit. null takes the decision back, with the citation that it made.
   */
  'mention.decide': command(
    z.object({
      entityId: EntityId,
      exhibitId: ExhibitId,
      pageIndex: z.number().int().nonnegative(),
      start: z.number().int().nonnegative(),
      decision: z.enum(['accepted', 'rejected']).nullable(),
    }),
    done,
  ),
} as const;
