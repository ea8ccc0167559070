/** Archives: a case sealed for another team, what opening one would change, and merging it. */
import { z } from 'zod';
import { LeavingChoice } from '../domain/departure/index.ts';
import { HandlingMark } from '../domain/handlingMark.ts';
import { Instant } from '../kernel/dates.ts';
import { CaseId, ContactId, FindingId, MergeId, SourceId, VaultId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { command, done, job, query } from './operation.ts';
import { PreFlight } from './report.ts';

export const ArchiveSelection = LeavingChoice.extend({
  caseId: CaseId,
  /** Null: all findings, and with them all exhibits. */
  findingIds: z.array(FindingId).nullable().default(null),
});
export type ArchiveSelection = z.infer<typeof ArchiveSelection>;

export const ArchiveRecipient = z.object({
  contactId: ContactId.nullable().default(null),
  name: z.string().trim().min(1).max(300),
  /** `age1…` */
  recipient: z.string().trim().max(4000),
});
export type ArchiveRecipient = z.infer<typeof ArchiveRecipient>;

export const ArchivePreFlight = PreFlight.pick({
  exhibitCount: true,
  sizeBytes: true,
  strictestMark: true,
  items: true,
  concerns: true,
  stays: true,
}).extend({
  counts: z.array(z.object({ concept: z.string(), words: z.string(), count: z.number().int() })),
  /** Confidential sources that what goes came from. */
  confidential: z.array(z.object({ id: SourceId, name: z.string(), codeName: z.string() })),
});
export type ArchivePreFlight = z.infer<typeof ArchivePreFlight>;

export const ChangeKind = z.enum(['add', 'change', 'withdraw', 'conflict']);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Taking theirs; keeping mine, and saying so; keeping both on record until somebody decides; not now. */
export const ChangeDecision = z.enum(['accept', 'mine', 'both', 'postpone']);
export type ChangeDecision = z.infer<typeof ChangeDecision>;

export const ArchiveAbout = z.object({
  vaultId: VaultId,
  code: z.string(),
  team: z.string(),
  person: z.string(),
  case: z.object({
    id: CaseId,
    reference: z.string(),
    title: z.string(),
    handlingMark: HandlingMark,
    isExercise: z.boolean(),
  }),
  sealedAt: z.string(),
  isWhole: z.boolean(),
  custodyHead: z.object({ count: z.number().int(), hash: z.string() }),
  signature: z.object({ state: z.enum(['absent', 'valid']), sentence: z.string() }),
});
export type ArchiveAbout = z.infer<typeof ArchiveAbout>;

export const InboxEntry = z.object({
  id: MergeId,
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.number(),
  about: ArchiveAbout,
  openedAt: Instant,
  openedBy: z.string(),
  mergedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  /** What was done, in words, once it was merged. */
  outcome: z.array(z.string()),
});
export type InboxEntry = z.infer<typeof InboxEntry>;

export const InboxSummary = z.object({
  entry: InboxEntry,
  groups: z.array(
    z.object({
      kind: ChangeKind,
      concept: z.string(),
      words: z.string(),
      count: z.number().int(),
      /** How many of them are decided in which way. */
      decided: z.record(ChangeDecision, z.number().int()),
    }),
  ),
  problems: z.array(z.string()),
  problemCount: z.number().int(),
  documents: z.object({ count: z.number().int(), sizeBytes: z.number() }),
});
export type InboxSummary = z.infer<typeof InboxSummary>;

export const InboxChange = z.object({
  position: z.number().int(),
  kind: ChangeKind,
  concept: z.string(),
  conceptWords: z.string(),
  recordId: z.string(),
  /** `EX-0003 Registry extract` */
  label: z.string(),
  /** Of the field; '' where the whole record is new. */
  words: z.string(),
  mine: z.string(),
  theirs: z.string(),
  by: z.string(),
  team: z.string(),
  at: z.string(),
  decision: ChangeDecision,
});
export type InboxChange = z.infer<typeof InboxChange>;

const ChangeFilter = z.object({
  kind: ChangeKind.nullable().default(null),
  concept: z.string().nullable().default(null),
});

/** A field with values that nobody decided between. */
export const OpenField = z.object({
  concept: z.string(),
  conceptWords: z.string(),
  recordId: z.string(),
  label: z.string(),
  field: z.string(),
  words: z.string(),
  /** The first is the one that this vault shows. */
  values: z.array(z.object({ text: z.string(), by: z.string(), team: z.string(), at: z.string() })),
});
export type OpenField = z.infer<typeof OpenField>;

export const archiveContract = {
  'archive.preFlight': query(ArchiveSelection, ArchivePreFlight),
  'archive.seal': job(
    ArchiveSelection.extend({
      to: GrantedPath,
      recipients: z.array(ArchiveRecipient).max(100).default([]),
      /** In place of recipients; told to them by another way. */
      passphrase: z.string().max(1000).nullable().default(null),
      /** Whom the passphrase is told to, in words; for the record of what left. */
      passphraseFor: z.string().trim().max(300).default(''),
      reason: z.string().trim().max(2000).default(''),
    }),
  ),
  'archive.inspect': job(z.object({ from: GrantedPath, passphrase: z.string().max(1000).nullable().default(null) })),
  'archive.inbox': query(z.object({ caseId: CaseId.nullable().default(null) }), z.array(InboxEntry)),
  'archive.get': query(z.object({ inboxId: MergeId }), InboxSummary),
  'archive.changes': query(
    ChangeFilter.extend({
      inboxId: MergeId,
      afterPosition: z.number().int().default(-1),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({ changes: z.array(InboxChange), total: z.number().int() }),
  ),
  'archive.decide': command(
    ChangeFilter.extend({
      inboxId: MergeId,
      decision: ChangeDecision,
      /** Null: all that the filter names. */
      positions: z.array(z.number().int()).max(10_000).nullable().default(null),
    }),
    z.object({ decided: z.number().int() }),
  ),
  /** `from`: where the file lies now, if it was moved since. */
  'archive.merge': job(
    z.object({
      inboxId: MergeId,
      from: GrantedPath.nullable().default(null),
      passphrase: z.string().max(1000).nullable().default(null),
    }),
  ),
  'archive.takeBack': command(z.object({ inboxId: MergeId }), done),
  'archive.discard': command(z.object({ inboxId: MergeId }), done),
  'archive.openFields': query(z.object({ caseId: CaseId }), z.array(OpenField)),
  'archive.settle': command(
    z.object({ concept: z.string(), recordId: z.string(), field: z.string(), choice: z.number().int().min(0) }),
    done,
  ),
} as const;
