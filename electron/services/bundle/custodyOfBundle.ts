/**
 * The part of the custody chain that a reviewer gets: what was done with the exhibits that go and the findings that rest on
 * them. Each event has all that its hash covers; events left out show as gaps in the sequence. To whom other bundles went
 * is nobody else's business, and what names a confidential source stays here.
 */
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import type { CustodyAction, CustodyEvent } from '../../../shared/domain/custody.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { custodyChain } from '../custody/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';

const eventsAtOnce = 2000;
const leftOut = new Set<CustodyAction>([
  'bundle-exported',
  'report-compiled',
  'exhibit-exported',
  'entities-exported',
  'references-exported',
  'custody-exported',
  'departure-list-saved',
  'compartment-marked',
  'compartment-lifted',
  'exhibit-redacted',
  'source-disclosure-asked',
  'source-disclosure-confirmed',
  'source-disclosure-taken-back',
  'archive-sealed',
  'archive-merged',
  'archive-taken-back',
  'versions-settled',
  'admission-refused',
  'vault-backed-up',
  'passphrase-changed',
  'vault-created',
]);

export function custodyOfBundle(db: ReadableDb, gathered: GatheredBundle): CustodyEvent[] {
  const belongs = membership(gathered);
  const events: CustodyEvent[] = [];
  let after = 0;
  for (
    let slice = custodyChain(db, after, eventsAtOnce);
    slice.length > 0;
    slice = custodyChain(db, after, eventsAtOnce)
  ) {
    events.push(...slice.filter(belongs));
    after = slice.at(-1)?.seq ?? after;
  }
  return events;
}

function membership({ input, going, sources, concealer }: GatheredBundle): (event: CustodyEvent) => boolean {
  const exhibits = new Set<string>(going.map(exhibit => exhibit.id));
  const subjects = new Set<string>([
    ...input.findings.flatMap(finding => [
      finding.id,
      ...finding.claims.flatMap(claim => [claim.id, ...claim.citations.map(citation => citation.id)]),
    ]),
    ...input.figures.map(({ figure }) => figure.id),
    ...input.requests.map(request => request.id),
    // What was recorded of entities may rest on what stays; of them the log is silent.
    ...sources.map(source => source.id),
  ]);
  return event => {
    if (leftOut.has(event.action)) return false;
    const ours =
      event.exhibitId !== null
        ? exhibits.has(event.exhibitId)
        : subjects.has(event.subject) || (event.caseId === input.case.id && event.action === 'case-created');
    // An event cannot be changed without breaking its hash: it goes whole or not at all.
    return ours && !concealer.finds(`${event.actor}\n${event.subject}\n${Object.values(event.details).join('\n')}`);
  };
}

export function custodyLine(event: CustodyEvent): string {
  return canonicalJson(event as Json);
}
