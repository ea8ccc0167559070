/** Puts on record what left: the row with its list, and the custody event, in the transaction of whoever sends it. */
import { createHash } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { CustodyAction } from '../../../shared/domain/custody.ts';
import {
  type AudienceId,
  type Departure,
  type DepartureKind,
  type DepartureList,
  departureListText,
  type Recipient,
} from '../../../shared/domain/departure/index.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId, SourceId } from '../../../shared/kernel/ids.ts';
import { storableText } from '../../../shared/kernel/storableText.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { countDepartures, departuresOfCase, findDeparture, insertDeparture } from './departureSql.ts';
import { spendDisclosures } from './disclosureService.ts';

export interface DepartureDraft {
  kind: DepartureKind;
  caseId: CaseId;
  recipients?: readonly Recipient[];
  audience?: AudienceId | null;
  reason?: string;
  list: DepartureList;
  /** Of this vault, whose bytes or words go: asked once more whether they may. */
  exhibitIds?: readonly ExhibitId[];
  /** Confidential sources that go by their names; each must have been confirmed for each recipient. */
  disclosed?: readonly SourceId[];
  /** Its own name, without the folder. */
  fileName: string;
  fileSha256: string;
  sizeBytes: number;
  /** What the custody event says; its details get recipient, reason and the list's digest besides. */
  event: {
    action: CustodyAction;
    subject: string;
    exhibitId?: ExhibitId | null;
    details?: Record<string, string>;
  };
}

/**
 * What may not leave is refused once more, for it may have been marked while the file was written. To be called in the transaction that stands between writing a file aside and giving it its name, so that what has its name
 * is on record. @throws never-leaves, disclosure-not-asked
 */
export function recordDeparture(ctx: CommandContext, draft: DepartureDraft): Departure {
  const { event, list, caseId, kind, sizeBytes, audience = null, reason = '', recipients = [] } = draft;
  requireMayLeave(ctx.db, { caseId, exhibitIds: draft.exhibitIds ?? [] });
  const listSha256 = digestOfList(list);
  const fileSha256 = Sha256.parse(draft.fileSha256);
  const departure: Departure = {
    id: ctx.newId('dep'),
    kind,
    caseId,
    recipients: [...recipients],
    audience,
    reason,
    listSha256,
    fileName: storableText(draft.fileName),
    fileSha256,
    sizeBytes,
    went: list.goes.length,
    stayed: list.stays.length,
    at: ctx.now(),
    by: ctx.actor,
  };
  insertDeparture(ctx.db, departure, list);
  for (const recipient of recipients.length > 0 ? recipients.map(({ name }) => name) : [''])
    spendDisclosures(ctx, { caseId, sourceIds: draft.disclosed ?? [], recipient, departureId: departure.id });
  ctx.custody.record({
    action: event.action,
    caseId,
    exhibitId: event.exhibitId ?? null,
    subject: event.subject,
    sha256: fileSha256,
    details: {
      ...(recipients.length > 0 ? { recipient: recipients.map(({ name }) => name).join(', ') } : {}),
      ...(reason === '' ? {} : { reason }),
      ...(audience === null ? {} : { audience }),
      ...event.details,
      departure: departure.id,
      list: listSha256,
    },
  });
  return departure;
}

export function digestOfList(list: DepartureList): Sha256 {
  return Sha256.parse(createHash('sha256').update(departureListText(list)).digest('hex'));
}

export function listDepartures(
  ctx: QueryContext,
  { caseId, offset, limit }: ParsedInputOf<'departure.list'>,
): OutputOf<'departure.list'> {
  requireCase(ctx.db, caseId);
  return { departures: departuresOfCase(ctx.db, caseId, offset, limit), total: countDepartures(ctx.db, caseId) };
}

export function getDeparture(
  ctx: QueryContext,
  { departureId }: ParsedInputOf<'departure.get'>,
): OutputOf<'departure.get'> {
  const found = findDeparture(ctx.db, departureId);
  if (!found) throw new ProbatumError('not-found', { what: 'departure', id: departureId });
  return found;
}
