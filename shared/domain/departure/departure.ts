/** What left the vault: which file, to whom, why, and the list of what it held and what stayed. Written once, never changed. */
import { z } from 'zod';
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';
import { Instant } from '../../kernel/dates.ts';
import { Sha256 } from '../../kernel/digest.ts';
import { CaseId, ContactId, DepartureId, SourceId } from '../../kernel/ids.ts';
import { HandlingMark } from '../handlingMark.ts';
import { AudienceId } from './audience.ts';

export const DepartureKind = z.enum([
  'bundle',
  'archive',
  'report',
  'exhibit',
  'entities',
  'picture',
  'references',
  'custody',
  'list',
]);
export type DepartureKind = z.infer<typeof DepartureKind>;

/** A contact of the vault's book, or words. */
export const Recipient = z.object({
  name: z.string().trim().min(1).max(300),
  contactId: ContactId.nullable().default(null),
});
export type Recipient = z.infer<typeof Recipient>;

export const DepartureItem = z.object({
  what: z.enum(['exhibit', 'finding', 'figure', 'entity', 'source', 'other']),
  /** `EX-0001`, `F-2`, `figure III`, or words where it has no number. */
  name: z.string(),
  title: z.string(),
  sha256: Sha256.nullable(),
  sizeBytes: z.number().int().nonnegative().nullable(),
  handlingMark: HandlingMark.nullable(),
});
export type DepartureItem = z.infer<typeof DepartureItem>;

/** Without title: what stays is not told by the list either, which may be handed on. */
export const DepartureStay = z.object({ what: DepartureItem.shape.what, name: z.string(), why: z.string() });
export type DepartureStay = z.infer<typeof DepartureStay>;

export const DepartureList = z.object({
  goes: z.array(DepartureItem),
  stays: z.array(DepartureStay),
  /** What the pre-flight said of it, and was sent all the same. */
  concerns: z.array(z.string()),
});
export type DepartureList = z.infer<typeof DepartureList>;

export const Departure = z.object({
  id: DepartureId,
  kind: DepartureKind,
  caseId: CaseId,
  /** Empty where it was saved without saying for whom. */
  recipients: z.array(Recipient),
  audience: AudienceId.nullable(),
  reason: z.string(),
  /** SHA-256 of the list as canonical JSON. */
  listSha256: Sha256,
  fileName: z.string(),
  fileSha256: Sha256,
  sizeBytes: z.number().int().nonnegative(),
  went: z.number().int().nonnegative(),
  stayed: z.number().int().nonnegative(),
  at: Instant,
  by: z.string(),
});
export type Departure = z.infer<typeof Departure>;

export const departureWords: Record<DepartureKind, string> = {
  bundle: 'Bundle',
  archive: 'Archive',
  report: 'Report',
  exhibit: 'Exhibit',
  entities: 'Entities',
  picture: 'Picture',
  references: 'References',
  custody: 'Custody log',
  list: 'List of what left',
};

/** The same list has the same digest, in whatever order a program wrote its fields. */
export function departureListText(list: DepartureList): string {
  return canonicalJson(list as Json);
}

/** For a person, and for a spreadsheet after it: one line an item, tabs between. */
export function departureListLines({ goes, stays, concerns }: DepartureList): string {
  const lines = [
    ['Goes', 'What', 'Title', 'Handling mark', 'Bytes', 'SHA-256'],
    ...goes.map(item => [
      item.what,
      item.name,
      item.title,
      item.handlingMark ?? '',
      item.sizeBytes === null ? '' : String(item.sizeBytes),
      item.sha256 ?? '',
    ]),
    [],
    ['Stays', 'What', 'Why'],
    ...stays.map(({ what, name, why }) => [what, name, why]),
    ...(concerns.length > 0 ? [[], ['Concerns'], ...concerns.map(sentence => [sentence])] : []),
  ];
  return `${lines.map(cells => cells.map(cell => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')}\n`;
}

/** A step on the way to telling a confidential source's name to one recipient. */
export const SourceDisclosure = z.object({
  caseId: CaseId,
  sourceId: SourceId,
  recipient: Recipient.shape.name,
  step: z.enum(['asked', 'confirmed', 'taken-back', 'used']),
  reason: z.string().trim().min(1).max(2000),
  at: Instant,
  by: z.string(),
});
export type SourceDisclosure = z.infer<typeof SourceDisclosure>;
