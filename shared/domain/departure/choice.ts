/** What a sender decides beside the findings: for whom, what stays, what goes in the place of what, whose name is told. */
import { z } from 'zod';
import { ContactId, ExhibitId, SourceId } from '../../kernel/ids.ts';
import { HandlingMark } from '../handlingMark.ts';
import { AudienceId } from './audience.ts';

export const LeavingChoice = z.object({
  /** Null: what the case's own mark allows. */
  audience: AudienceId.nullable().default(null),
  /** Exhibits that bear other marks stay; null: none stays for that. */
  marks: z.array(HandlingMark).nullable().default(null),
  leaveOut: z.array(ExhibitId).max(100_000).default([]),
  /** Redacted or pixel-only copies that go instead of what they were made from. */
  inPlace: z
    .array(z.object({ originalId: ExhibitId, copyId: ExhibitId }))
    .max(100_000)
    .default([]),
  /** Confidential sources that go by their names: each must have been asked for twice, for this recipient. */
  disclose: z.array(SourceId).max(1000).default([]),
});
export type LeavingChoice = z.infer<typeof LeavingChoice>;

export const everything: LeavingChoice = { audience: null, marks: null, leaveOut: [], inPlace: [], disclose: [] };

/** To whom and why: recorded with what left. */
export const Sending = z.object({
  recipient: z.string().trim().max(300).default(''),
  recipientContactId: ContactId.nullable().default(null),
  reason: z.string().trim().max(2000).default(''),
});
export type Sending = z.infer<typeof Sending>;
