/** `data/archive.json`: what an archive is, before anything of it is taken in. */
import { z } from 'zod';
import { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import { VaultCode } from '../../../shared/domain/identity/identity.ts';
import { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import { CaseId, VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import type { hereOf } from './here.ts';

export const ARCHIVE_FORMAT = 'probatum-archive/1';

export const AboutFile = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  vaultId: VaultId,
  code: VaultCode,
  team: z.string().max(300),
  person: z.string().max(300),
  case: z.object({
    id: CaseId,
    reference: CaseRecord.shape.reference,
    title: CaseRecord.shape.title,
    handlingMark: HandlingMark,
    isExercise: z.boolean(),
  }),
  sealedAt: z.string().max(40),
  isWhole: z.boolean(),
  custodyHead: z.object({ count: z.number().int().nonnegative(), hash: z.string().max(100) }),
  counts: z.record(z.string(), z.number().int().nonnegative()),
});
export type AboutFile = z.infer<typeof AboutFile>;

export function aboutText(
  db: ReadableDb,
  here: ReturnType<typeof hereOf>,
  given: { caseId: CaseId; isWhole: boolean; counts: Record<string, number>; head: { count: number; hash: string } },
): string {
  const { id, reference, title, handlingMark, isExercise } = requireCase(db, given.caseId);
  const about = {
    format: ARCHIVE_FORMAT,
    vaultId: here.vaultId,
    code: here.code,
    team: here.team,
    person: here.actor,
    case: { id, reference, title, handlingMark, isExercise },
    sealedAt: here.now,
    isWhole: given.isWhole,
    custodyHead: given.head,
    counts: given.counts,
  } satisfies z.input<typeof AboutFile>;
  return `${JSON.stringify(about, null, 2)}\n`;
}
