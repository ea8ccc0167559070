import { z } from 'zod';
import { CompartmentDecision, CompartmentReason, Staying } from '../domain/compartment.ts';
import { CaseId, ExhibitId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

const subject = z.object({
  caseId: CaseId,
  /** Null: the whole case. */
  exhibitId: ExhibitId.nullable().default(null),
});

export const compartmentContract = {
  'compartment.mark': command(subject.extend({ reason: CompartmentReason }), done),
  'compartment.lift': command(subject.extend({ reason: CompartmentReason }), done),
  /** What stays of a case, and every decision about it, the newest first. */
  'compartment.list': query(
    z.object({ caseId: CaseId }),
    z.object({
      case: CompartmentDecision.nullable(),
      exhibits: z.array(Staying.extend({ number: z.number().int(), title: z.string() })),
      history: z.array(CompartmentDecision.extend({ exhibitNumber: z.number().int().nullable() })),
    }),
  ),
  /** Whether one exhibit may leave, and what was decided about it. */
  'compartment.ofExhibit': query(
    z.object({ exhibitId: ExhibitId }),
    z.object({ staying: Staying.nullable(), history: z.array(CompartmentDecision) }),
  ),
} as const;
