import { z } from 'zod';
import { CustodyEvent } from '../domain/custody.ts';
import { LeavingChoice, Sending } from '../domain/departure/index.ts';
import { CaseId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { job, nothing, query } from './operation.ts';

export const custodyContract = {
  'custody.list': query(
    z.object({
      caseId: CaseId.nullable().default(null),
      exhibitId: z.string().nullable().default(null),
      subject: z.string().nullable().default(null),
      beforeSeq: z.number().int().nullable().default(null),
      limit: z.number().int().positive().max(500).default(100),
    }),
    z.object({ events: z.array(CustodyEvent), total: z.number().int() }),
  ),
  'custody.head': query(nothing, z.object({ count: z.number().int(), hash: z.string() })),
  'custody.verify': query(
    nothing,
    z.object({ ok: z.boolean(), brokenAt: z.number().int().nullable(), count: z.number().int() }),
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
