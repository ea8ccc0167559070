/**
 * What must never leave the vault: a case or an exhibit that a person marked so. The mark binds the bytes, whatever number
 * they have, what came inside them, what holds them, and copies made of them; lifting it needs a reason and stays on record.
 */
import { z } from 'zod';
import { assertNever } from '../kernel/assertNever.ts';
import { Instant } from '../kernel/dates.ts';
import { CaseId, ExhibitId } from '../kernel/ids.ts';

export const CompartmentReason = z.string().trim().min(1).max(2000);

export const CompartmentDecision = z.object({
  caseId: CaseId,
  /** Null: the whole case. */
  exhibitId: ExhibitId.nullable(),
  verdict: z.enum(['never-leaves', 'lifted']),
  reason: CompartmentReason,
  at: Instant,
  by: z.string(),
});
export type CompartmentDecision = z.infer<typeof CompartmentDecision>;

/** How an exhibit comes to stay, where it does not bear the mark itself. */
export const StayingThrough = z.enum(['itself', 'case', 'same-bytes', 'inside', 'holds', 'copy']);
export type StayingThrough = z.infer<typeof StayingThrough>;

export const Staying = z.object({
  exhibitId: ExhibitId,
  through: StayingThrough,
  /** `EX-0003`, or the case's reference: what bears the mark. */
  marked: z.string(),
  reason: z.string(),
  at: Instant,
  by: z.string(),
});
export type Staying = z.infer<typeof Staying>;

/** For the people of this vault: it names the marked thing and the reason, which do not leave either. */
export function stayingWords({ through, marked, reason, by, at }: Omit<Staying, 'exhibitId'>): string {
  return `${throughWords(through, marked)} (${by}, ${at.slice(0, 10)}: ${reason.replace(/[.\s]+$/, '')})`;
}

function throughWords(through: StayingThrough, marked: string): string {
  switch (through) {
    case 'itself':
      return 'it is marked as never leaving';
    case 'case':
      return `its case ${marked} is marked as never leaving`;
    case 'same-bytes':
      return `it is the same file as ${marked}, which is marked as never leaving`;
    case 'inside':
      return `it came inside ${marked}, which is marked as never leaving`;
    case 'holds':
      return `it holds ${marked}, which is marked as never leaving`;
    case 'copy':
      return `it was made from ${marked}, which is marked as never leaving`;
    default:
      return assertNever(through);
  }
}

/** What a reader outside is told: neither the reason nor what else is marked. */
export const STAYS_FOR_GOOD = 'it never leaves its vault';

/** A refusal names a few; the pre-flight lists all. */
const namedAtMost = 5;

export function namesOf(numbers: readonly string[]): string {
  if (numbers.length <= namedAtMost) return numbers.join(', ');
  return `${numbers.slice(0, namedAtMost).join(', ')} and ${numbers.length - namedAtMost} more`;
}
