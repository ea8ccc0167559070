/**
 * Custody events: who did what to which exhibit when. Append-only and chained by hash: each event's hash covers the one
 * before, so a change anywhere breaks all that follows. It does not prove when something happened, nor who sat at the desk.
 */
import { z } from 'zod';
import { canonicalJson, type Json } from '../kernel/canonicalJson.ts';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';

export const CustodyAction = z.enum([
  'vault-created',
  'passphrase-changed',
  'case-created',
  'case-changed',
  'exhibit-admitted',
  'copy-linked',
  'admission-refused',
  'text-extracted',
  'extraction-failed',
  'words-recognised',
  'exhibit-changed',
  'exhibit-withdrawn',
  'exhibit-restored',
  'source-created',
  'source-changed',
  'source-graded',
  'passage-marked',
  'passage-changed',
  'passage-withdrawn',
  'passage-restored',
  'passage-reanchored',
  'proposal-decided',
  'passage-cited',
  'citation-changed',
  'citation-withdrawn',
  'citation-restored',
  'finding-created',
  'finding-changed',
  'claim-added',
  'claim-changed',
  'claim-withdrawn',
  'claim-restored',
  'status-judged',
  'request-created',
  'request-changed',
  'report-compiled',
  'bundle-exported',
  'exhibit-exported',
  'vault-backed-up',
  'near-copy-decided',
  'translation-written',
  'translation-linked',
  'translation-withdrawn',
  'translation-restored',
  'entity-created',
  'entity-changed',
  'entity-withdrawn',
  'entity-restored',
  'entity-added-to-case',
  'entity-removed-from-case',
  'statement-recorded',
  'statement-changed',
  'statement-withdrawn',
  'statement-restored',
  'statement-chosen',
  'statement-cited',
  'statement-citation-changed',
  'statement-citation-withdrawn',
  'statement-citation-restored',
  'entities-judged',
  'entities-judgement-undone',
  'strength-judged',
  'mention-decided',
  'entities-imported',
  'entities-exported',
  'references-read',
  'reference-written',
  'references-rejected',
  'references-exported',
  'custody-exported',
  'chart-view-saved',
  'chart-view-withdrawn',
  'figure-added',
  'figure-changed',
  'figure-withdrawn',
  'figure-restored',
  'archive-sealed',
  'archive-merged',
  'archive-taken-back',
  'versions-settled',
  'comment-written',
  'comment-resolved',
  'comment-reopened',
  'comment-withdrawn',
  'comment-restored',
  'review-received',
  'keys-made',
  'keys-replaced',
  'keys-renamed',
  'contact-added',
  'contact-changed',
  'contact-checked',
  'contact-withdrawn',
  'contact-restored',
  'receipt-made',
  'receipt-witnessed',
  'countersignature-kept',
  'timestamp-kept',
  'time-authority-trusted',
  'time-authority-withdrawn',
  'compartment-marked',
  'compartment-lifted',
  'exhibit-redacted',
  'source-disclosure-asked',
  'source-disclosure-confirmed',
  'source-disclosure-taken-back',
  'departure-list-saved',
]);
export type CustodyAction = z.infer<typeof CustodyAction>;

/**
 * Never goes along, whatever leaves: to whom other things went, with whom the team exchanges, what was refused or settled, and what
 * was done with the vault itself are nobody else's business.
 */
export const stayingActions: ReadonlySet<CustodyAction> = new Set<CustodyAction>([
  'vault-created',
  'passphrase-changed',
  'vault-backed-up',
  'admission-refused',
  'bundle-exported',
  'report-compiled',
  'exhibit-exported',
  'entities-exported',
  'references-exported',
  'custody-exported',
  'archive-sealed',
  'archive-merged',
  'archive-taken-back',
  'versions-settled',
  'review-received',
  'departure-list-saved',
  'compartment-marked',
  'compartment-lifted',
  'exhibit-redacted',
  'source-disclosure-asked',
  'source-disclosure-confirmed',
  'source-disclosure-taken-back',
]);

export const CustodyEvent = z.object({
  seq: z.number().int().positive(),
  at: Instant,
  actor: z.string(),
  action: CustodyAction,
  caseId: z.string().nullable(),
  exhibitId: z.string().nullable(),
  subject: z.string(),
  sha256: Sha256.nullable(),
  details: z.record(z.string(), z.string()),
  previousHash: z.string(),
  hash: z.string(),
});
export type CustodyEvent = z.infer<typeof CustodyEvent>;

/** The text whose SHA-256 is the event's hash: canonical JSON of all but the hash itself. */
export function custodyPreimage(event: Omit<CustodyEvent, 'hash'>): string {
  const { seq, at, actor, action, caseId, exhibitId, subject, sha256, details, previousHash } = event;
  return canonicalJson({
    seq,
    at,
    actor,
    action,
    caseId,
    exhibitId,
    subject,
    sha256,
    details,
    previousHash,
  } satisfies Json);
}

/** The hash before the first event. */
export const custodyGenesis = '0'.repeat(64);

/** The first event that does not follow from the one before, or null if the chain holds. Give the hash function (SHA-256, hex). */
export function firstBreak(events: readonly CustodyEvent[], sha256Hex: (text: string) => string): number | null {
  let previous = custodyGenesis;
  let expectedSeq = 1;
  for (const event of events) {
    if (
      event.seq !== expectedSeq ||
      event.previousHash !== previous ||
      sha256Hex(custodyPreimage(event)) !== event.hash
    )
      return event.seq;
    previous = event.hash;
    expectedSeq += 1;
  }
  return null;
}
