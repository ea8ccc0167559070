import { z } from 'zod';
import { Reliability, Source, SourceGrade } from '../domain/source.ts';
import { SourceId } from '../kernel/ids.ts';
import { command, nothing, query } from './operation.ts';

export const SourceDraft = Source.pick({
  name: true,
  kind: true,
  reliability: true,
  originIds: true,
  confidential: true,
  codeName: true,
  note: true,
});

export const sourceContract = {
  'source.list': query(nothing, z.array(Source.extend({ exhibitCount: z.number().int() }))),
  'source.get': query(z.object({ sourceId: SourceId }), Source.extend({ grades: z.array(SourceGrade) })),
  'source.create': command(SourceDraft, Source),
  'source.update': command(
    z.object({ sourceId: SourceId, change: SourceDraft.omit({ reliability: true }).partial() }),
    Source,
  ),
  /** Every grade stays on record with its reason. */
  'source.grade': command(
    z.object({ sourceId: SourceId, reliability: Reliability, reason: z.string().trim().min(1).max(2000) }),
    Source,
  ),
} as const;
