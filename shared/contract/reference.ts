/** References in and out: the exhibits' CSL-JSON records. What comes in is a proposal for an exhibit until a person accepts it. */
import { z } from 'zod';
import { DepartureStay, LeavingChoice, Sending } from '../domain/departure/index.ts';
import { CslItem, ReferenceFormat } from '../domain/reference/index.ts';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { CaseId, ExhibitId, ImportId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { ImportProblem } from './interchange.ts';
import { command, inquiry, job, query } from './operation.ts';

export const ReferenceState = z.enum(['proposed', 'unmatched', 'known', 'accepted', 'rejected']);
export type ReferenceState = z.infer<typeof ReferenceState>;

export const ReferenceReason = z.enum(['digest', 'number', 'doi', 'url', 'title-date', 'file-name', 'title']);
export type ReferenceReason = z.infer<typeof ReferenceReason>;

export const ReferenceRow = z.object({
  row: z.number().int().positive(),
  item: CslItem,
  state: ReferenceState,
  candidates: z.array(
    z.object({
      exhibitId: ExhibitId,
      number: z.number().int(),
      title: z.string(),
      reasons: z.array(ReferenceReason),
      /** Fields of the record that say more than the exhibit does, or something else. */
      adds: z.array(z.string()),
      /** Fields of the exhibit that are empty and would be filled. */
      fills: z.array(z.object({ field: z.enum(['title', 'publishedOn', 'languages']), value: z.string() })),
    }),
  ),
  /** Accepted for. */
  exhibitId: ExhibitId.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
});
export type ReferenceRow = z.infer<typeof ReferenceRow>;

const Rows = z.array(z.number().int().positive()).min(1).max(100_000);

/** Whose records. */
const Chosen = {
  which: z.enum(['all', 'cited']).default('all'),
  /** These only, whatever `which` says. */
  exhibitIds: z.array(ExhibitId).max(100_000).nullable().default(null),
};

export const referenceContract = {
  /** The record with which an exhibit leaves, what of it was taken over, and the earlier versions, the latest first. */
  'reference.ofExhibit': query(
    z.object({ exhibitId: ExhibitId }),
    z.object({
      item: CslItem,
      record: CslItem.nullable(),
      versions: z.array(
        z.object({
          version: z.number().int(),
          item: CslItem.nullable(),
          at: Instant,
          by: z.string(),
          /** `EX-0009, row 12`; null where a person wrote it. */
          from: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** By hand; null takes the record back. The version before stays on record. */
  'reference.write': command(z.object({ exhibitId: ExhibitId, item: CslItem.nullable() }), z.object({})),
  'reference.imports': query(
    z.object({ caseId: CaseId }),
    z.array(
      z.object({
        id: ImportId,
        exhibitId: ExhibitId,
        exhibitNumber: z.number().int(),
        name: z.string(),
        format: ReferenceFormat,
        at: Instant,
        by: z.string(),
        counts: z.record(ReferenceState, z.number().int()),
        problems: z.array(ImportProblem).nullable(),
      }),
    ),
  ),
  'reference.items': query(
    z.object({
      importId: ImportId,
      states: z.array(ReferenceState).default([]),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(1000).default(200),
    }),
    z.object({ rows: z.array(ReferenceRow), total: z.number().int() }),
  ),
  /** For the exhibit named, else for the surest candidate of each. */
  'reference.accept': command(
    z.object({ importId: ImportId, rows: Rows, exhibitId: ExhibitId.nullable().default(null) }),
    z.object({ accepted: z.number().int() }),
  ),
  'reference.reject': command(z.object({ importId: ImportId, rows: Rows }), z.object({ rejected: z.number().int() })),
  /** Takes a decision back; a record that was accepted gives way to the one before it. */
  'reference.reopen': command(z.object({ importId: ImportId, rows: Rows }), z.object({ reopened: z.number().int() })),
  'reference.import': job(z.object({ caseId: CaseId, exhibitId: ExhibitId })),
  /** How many records an export would write, and which of them as number and digest only. */
  'reference.preFlight': inquiry(
    z.object({ caseId: CaseId, ...Chosen, audience: LeavingChoice.shape.audience }),
    z.object({
      goes: z.number().int(),
      stays: z.array(DepartureStay),
      /** SHA-256 of the list of what goes and stays, as it would be recorded now. */
      listSha256: Sha256,
    }),
  ),
  'reference.export': job(
    z.object({
      caseId: CaseId,
      format: ReferenceFormat,
      ...Chosen,
      audience: LeavingChoice.shape.audience,
      ...Sending.shape,
      to: GrantedPath,
    }),
  ),
} as const;
