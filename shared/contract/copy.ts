import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { CaseId, ExhibitId, SourceId } from '../kernel/ids.ts';
import { command, query } from './operation.ts';

export const CopyKind = z.enum(['text', 'picture']);
export type CopyKind = z.infer<typeof CopyKind>;

/** `copy`: the exhibit is a copy of the other. `open`: nobody has decided, or a decision was taken back. */
export const CopyVerdict = z.object({
  verdict: z.enum(['copy', 'not-a-copy', 'open']),
  exhibitId: ExhibitId,
  otherId: ExhibitId,
  note: z.string(),
  decidedAt: Instant,
  decidedBy: z.string(),
});
export type CopyVerdict = z.infer<typeof CopyVerdict>;

const exhibitNamed = z.object({ exhibitId: ExhibitId, number: z.number().int(), title: z.string() });

export const CopyProposal = exhibitNamed.extend({
  kind: CopyKind,
  /** 0 to 1, estimated; null where the two were judged by people alone. */
  likeness: z.number().min(0).max(1).nullable(),
  mediaType: z.string(),
  withdrawn: z.boolean(),
  sourceId: SourceId.nullable(),
  verdict: CopyVerdict.nullable(),
});
export type CopyProposal = z.infer<typeof CopyProposal>;

export const CopyGroup = z.object({
  kind: CopyKind,
  size: z.number().int(),
  /** The first of the group, then the others by number; the rest is had from `copy.listForExhibit`. */
  exhibits: z.array(exhibitNamed),
  /** Of the others, how many nobody has decided on against the first. */
  undecided: z.number().int(),
});
export type CopyGroup = z.infer<typeof CopyGroup>;

const paged = {
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().positive().max(500).default(50),
};

export const copyContract = {
  /** The most alike first. Exact copies are not here: they are one exhibit, with each copy's own provenance. */
  'copy.listForExhibit': query(
    z.object({ exhibitId: ExhibitId, ...paged }),
    z.object({ rows: z.array(CopyProposal), total: z.number().int() }),
  ),
  'copy.listForCase': query(
    z.object({ caseId: CaseId, ...paged }),
    z.object({ groups: z.array(CopyGroup), total: z.number().int() }),
  ),
  /** Accepted copies between exhibits of this source and of others: these are not independent of each other. */
  'copy.listForSource': query(
    z.object({ sourceId: SourceId }),
    z.array(z.object({ exhibit: exhibitNamed, other: exhibitNamed.extend({ sourceName: z.string().nullable() }) })),
  ),
  'copy.decide': command(
    z.object({
      exhibitId: ExhibitId,
      otherId: ExhibitId,
      verdict: z.enum(['copy', 'not-a-copy', 'open']),
      note: z.string().trim().max(2000).default(''),
    }),
    CopyVerdict,
  ),
} as const;
