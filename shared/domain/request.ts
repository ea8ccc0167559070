/** A request: our letter to a state, company or person named, and what came back. Right of reply is part of the standard. */
import { z } from 'zod';
import { EdtfDate, Instant } from '../kernel/dates.ts';
import { CaseId, EntityId, ExhibitId, FindingId, RequestId } from '../kernel/ids.ts';

export const RequestState = z.enum(['draft', 'sent', 'replied', 'declined', 'not-reachable']);
export type RequestState = z.infer<typeof RequestState>;

export const Request = z.object({
  id: RequestId,
  caseId: CaseId,
  findingId: FindingId.nullable(),
  addressee: z.string().trim().min(1).max(300),
  /** Who the addressee is among the entities; null: by name alone. */
  entityId: EntityId.nullable(),
  substance: z.string().max(10_000),
  state: RequestState,
  sentOn: EdtfDate.nullable(),
  dueOn: EdtfDate.nullable(),
  answeredOn: EdtfDate.nullable(),
  replyExhibitId: ExhibitId.nullable(),
  note: z.string().max(4000),
  createdAt: Instant,
});
export type Request = z.infer<typeof Request>;

/** True once the one named has had the opportunity to reply, with the date that shows it. */
export function hadOpportunity(request: Pick<Request, 'state' | 'sentOn' | 'answeredOn'>): boolean {
  switch (request.state) {
    case 'sent':
      return request.sentOn !== null;
    case 'replied':
    case 'declined':
    case 'not-reachable':
      return request.sentOn !== null || request.answeredOn !== null;
    case 'draft':
      return false;
  }
}

export const requestStateWords: Record<RequestState, string> = {
  draft: 'not sent',
  sent: 'has yet to reply',
  replied: 'replied',
  declined: 'declined to reply',
  'not-reachable': 'could not be reached',
};

/** One who is named in a finding: by an entity, by a name, or both. */
export interface NamedParty {
  name: string;
  entityId?: string | null;
}

/** A request reaches one named if it was sent to that entity, or, where either is known by name alone, to that name. */
export function isAddressedTo(
  request: Pick<Request, 'addressee'> & Partial<Pick<Request, 'entityId'>>,
  party: NamedParty,
): boolean {
  if (request.entityId && party.entityId) return request.entityId === party.entityId;
  return sameName(request.addressee, party.name);
}

export function sameName(left: string, right: string): boolean {
  const fold = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return fold(left) === fold(right);
}
