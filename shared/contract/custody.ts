import { z } from 'zod';
import { CustodyEvent } from '../domain/custody.ts';
import { DepartureStay, LeavingChoice, Sending } from '../domain/departure/index.ts';
import { Sha256 } from '../kernel/digest.ts';
import { CaseId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { inquiry, job, nothing, query } from './operation.ts';

/** An event with the letters of the vault whose log it is of; '' for this one's own. */
const ListedEvent = CustodyEvent.extend({ vaultCode: z.string() });
export type ListedEvent = z.infer<typeof ListedEvent>;

export const custodyContract = {
  'custody.list': query(
    z.object({
      /** Whose log: '' for this vault's, another's as it came with archives; null for all of them, by time. */
      vaultId: z.string().nullable().default(''),
      caseId: CaseId.nullable().default(null),
      exhibitId: z.string().nullable().default(null),
      subject: z.string().nullable().default(null),
      beforeSeq: z.number().int().nullable().default(null),
      limit: z.number().int().positive().max(500).default(100),
    }),
    z.object({ events: z.array(ListedEvent), total: z.number().int() }),
  ),
  /** Other vaults of whose logs events came with archives. */
  'custody.logs': query(
    nothing,
    z.array(z.object({ vaultId: z.string(), vaultCode: z.string(), team: z.string(), count: z.number().int() })),
  ),
  'custody.head': query(nothing, z.object({ count: z.number().int(), hash: z.string() })),
  'custody.verify': query(
    nothing,
    z.object({ ok: z.boolean(), brokenAt: z.number().int().nullable(), count: z.number().int() }),
  ),
  /** Exhibits that an export would name, and those that stay with what was done to them. */
  'custody.preFlight': inquiry(
    z.object({ caseId: CaseId, audience: LeavingChoice.shape.audience }),
    z.object({
      goes: z.number().int(),
      events: z.number().int(),
      stays: z.array(DepartureStay),
      /** What else stays, each in a sentence. */
      concerns: z.array(z.string()),
      /** SHA-256 of the list of what goes and stays, as it would be recorded now. */
      listSha256: Sha256,
    }),
  ),
  /** The log of a case for others: `case` is CASE/UCO JSON-LD. */
  'custody.export': job(
    z.object({
      caseId: CaseId,
      format: z.enum(['case']).default('case'),
      audience: LeavingChoice.shape.audience,
      ...Sending.shape,
      to: GrantedPath,
    }),
  ),
} as const;
