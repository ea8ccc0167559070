/** Branded ids: a kind prefix and a UUIDv7, so that an id tells what it names and sorts by when it was made. */
import { z } from 'zod';

const uuid7 = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

function idOf<Kind extends string, Brand extends string>(kind: Kind, _brand: Brand) {
  return z
    .string()
    .regex(new RegExp(`^${kind}-${uuid7}$`))
    .brand<Brand>();
}

export const VaultId = idOf('vlt', 'VaultId');
export const CaseId = idOf('cas', 'CaseId');
export const ExhibitId = idOf('exh', 'ExhibitId');
export const RenditionId = idOf('ren', 'RenditionId');
export const SourceId = idOf('src', 'SourceId');
export const PassageId = idOf('psg', 'PassageId');
export const FindingId = idOf('fnd', 'FindingId');
export const ClaimId = idOf('clm', 'ClaimId');
export const CitationId = idOf('cit', 'CitationId');
export const RequestId = idOf('req', 'RequestId');
export const ParticipantId = idOf('par', 'ParticipantId');
export const EditionId = idOf('edn', 'EditionId');
export const JobId = idOf('job', 'JobId');
export const SavedSearchId = idOf('sav', 'SavedSearchId');
export const TranslationId = idOf('trl', 'TranslationId');
export const EntityId = idOf('ent', 'EntityId');
export const StatementId = idOf('stm', 'StatementId');
export const JudgementId = idOf('jdg', 'JudgementId');
export const ChartViewId = idOf('viw', 'ChartViewId');
export const FigureId = idOf('fig', 'FigureId');
export const ImportId = idOf('imp', 'ImportId');
export const MappingId = idOf('map', 'MappingId');
export const IdentityId = idOf('idn', 'IdentityId');
export const ContactId = idOf('con', 'ContactId');
export const ReceiptId = idOf('rcp', 'ReceiptId');
export const CommentId = idOf('com', 'CommentId');
export const DepartureId = idOf('dep', 'DepartureId');
export const MergeId = idOf('mrg', 'MergeId');

export type VaultId = z.infer<typeof VaultId>;
export type CaseId = z.infer<typeof CaseId>;
export type ExhibitId = z.infer<typeof ExhibitId>;
export type RenditionId = z.infer<typeof RenditionId>;
export type SourceId = z.infer<typeof SourceId>;
export type PassageId = z.infer<typeof PassageId>;
export type FindingId = z.infer<typeof FindingId>;
export type ClaimId = z.infer<typeof ClaimId>;
export type CitationId = z.infer<typeof CitationId>;
export type RequestId = z.infer<typeof RequestId>;
export type ParticipantId = z.infer<typeof ParticipantId>;
export type EditionId = z.infer<typeof EditionId>;
export type JobId = z.infer<typeof JobId>;
export type SavedSearchId = z.infer<typeof SavedSearchId>;
export type TranslationId = z.infer<typeof TranslationId>;
export type EntityId = z.infer<typeof EntityId>;
export type StatementId = z.infer<typeof StatementId>;
export type JudgementId = z.infer<typeof JudgementId>;
export type ChartViewId = z.infer<typeof ChartViewId>;
export type FigureId = z.infer<typeof FigureId>;
export type ImportId = z.infer<typeof ImportId>;
export type MappingId = z.infer<typeof MappingId>;
export type IdentityId = z.infer<typeof IdentityId>;
export type ContactId = z.infer<typeof ContactId>;
export type ReceiptId = z.infer<typeof ReceiptId>;
export type CommentId = z.infer<typeof CommentId>;
export type DepartureId = z.infer<typeof DepartureId>;
export type MergeId = z.infer<typeof MergeId>;

/** Each kind with the id it makes; `ctx.newId('exh')` gives an `ExhibitId`. */
export interface IdKinds {
  vlt: VaultId;
  cas: CaseId;
  exh: ExhibitId;
  ren: RenditionId;
  src: SourceId;
  psg: PassageId;
  fnd: FindingId;
  clm: ClaimId;
  cit: CitationId;
  req: RequestId;
  par: ParticipantId;
  edn: EditionId;
  job: JobId;
  sav: SavedSearchId;
  trl: TranslationId;
  ent: EntityId;
  stm: StatementId;
  jdg: JudgementId;
  viw: ChartViewId;
  fig: FigureId;
  imp: ImportId;
  map: MappingId;
  idn: IdentityId;
  con: ContactId;
  rcp: ReceiptId;
  com: CommentId;
  dep: DepartureId;
  mrg: MergeId;
}
export type IdKind = keyof IdKinds;

/**
 * A UUIDv7 (RFC 9562) from a time in ms and ten random bytes; pure, so that tests can give both.
 */
export function uuidv7(timeMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = timeMs;
  for (let at = 5; at >= 0; at--) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The ten bytes that sort right behind these as the random part of a UUIDv7; bits that the version and variant cover are passed over. */
export function nextInOrder(random: Uint8Array): Uint8Array {
  const next = Uint8Array.from(random);
  for (let at = next.length - 1; at >= 0; at--) {
    // The version takes the upper four bits of the first byte, the variant the upper two of the third.
    const most = at === 0 ? 0x0f : at === 2 ? 0x3f : 0xff;
    const value = (next[at] ?? 0) & most;
    if (value < most) {
      next[at] = value + 1;
      return next;
    }
    next[at] = 0;
  }
  return next;
}
