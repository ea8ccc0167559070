/** Before a bundle leaves: whose names go along with the custody logs and their receipts. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { receivedLogs } from '../custody/index.ts';
import { keptReceipts } from '../identity/index.ts';
import { note } from '../report/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';

/** At a glance, without walking the logs: what of them goes is decided event by event when the bundle is written. */
export function custodyConcerns(db: ReadableDb, { concealer, input }: GatheredBundle): PreFlight['concerns'] {
  const others = receivedLogs(db, input.case.id).map(({ team, vaultCode }) =>
    team === '' ? `the vault ${vaultCode}` : `${concealer.conceal(team)} (${vaultCode})`,
  );
  const receipts = keptReceipts(db).filter(({ text }) => !concealer.finds(text));
  const witnesses = receipts.flatMap(({ countersignatures }) =>
    countersignatures.filter(({ text }) => !concealer.finds(text)).map(({ said }) => said.witness),
  );
  return [
    ...(others.length === 0
      ? []
      : [
          note(
            `What ${listed(others)} recorded of what goes, goes along as their custody log, with the names of those who recorded it.`,
          ),
        ]),
    ...(receipts.length === 0
      ? []
      : [
          note(
            `Receipts of this vault’s custody log that cover something of what goes, go along with the names of those who made them${witnesses.length === 0 ? '' : ` and of their witnesses: ${listed([...new Set(witnesses)].sort())}`}.`,
          ),
        ]),
  ];
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
