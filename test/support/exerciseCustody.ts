/** The custody logs of the exercise: the own one, another team's with a gap, and the receipt that ssh-keygen signed and openssl stamped. */
import { readFileSync } from 'node:fs';
import { custodyLine } from '../../electron/services/bundle/custodyOfBundle.ts';
import { sha256Hex } from '../../electron/services/custody/index.ts';
import { sound } from '../../electron/services/identity/receiptService.ts';
import { allowedSignersLine, fingerprintOf } from '../../electron/ssh/index.ts';
import type { BundleParts } from '../../shared/domain/bundle/bundleEntries.ts';
import { custodyPath, RECEIPTS_FOLDER } from '../../shared/domain/bundle/bundlePaths.ts';
import { type BundleCustodyLog, type BundleReceipt, toBundleEvent } from '../../shared/domain/bundle.ts';
import { CustodyEvent, custodyPreimage } from '../../shared/domain/custody.ts';
import { PartCheck, partWords, placeOfHead, placeWords } from '../../shared/domain/custodyPart.ts';
import { readReceipt } from '../../shared/domain/identity/receipt.ts';
import { golden, goldenPath } from './goldenReceipt.ts';

const receipt = sound(readReceipt(golden('receipt.txt')));

/** Each follows from the one before; where a number is missing, from a hash that is not shown. */
export function chainOfEvents(
  given: readonly { seq: number; actor: string; action: string; subject: string; details?: Record<string, string> }[],
  hashBefore: Record<number, string> = {},
): CustodyEvent[] {
  const events: CustodyEvent[] = [];
  for (const { seq, subject, details = {}, ...more } of given) {
    const before = events.at(-1);
    const followed = before?.seq === seq - 1 ? before.hash : (hashBefore[seq] ?? '7e'.repeat(32));
    const event = {
      ...more,
      seq,
      at: `2026-10-02T09:${String(seq % 60).padStart(2, '0')}:00.000Z`,
      caseId: 'cas-01900000-0000-7000-8000-000000000001',
      exhibitId: subject.startsWith('EX-') ? `exh-of ${subject}` : null,
      subject,
      sha256: null,
      details,
      previousHash: followed,
      hash: '',
    } as CustodyEvent;
    events.push(CustodyEvent.parse({ ...event, hash: sha256Hex(custodyPreimage(event)) }));
  }
  return events;
}

const numbers = new Map(['EX-0001', 'EX-0002'].map(number => [`exh-of ${number}`, number]));
const own = chainOfEvents(
  [
    { seq: 1198, actor: 'A. Investigator', action: 'exhibit-admitted', subject: 'EX-0001' },
    {
      seq: 1199,
      actor: 'A. Investigator',
      action: 'passage-cited',
      subject: 'cit-01900000-0000-7000-8000-000000000001',
    },
    {
      seq: receipt.eventCount + 1,
      actor: 'A. Investigator',
      action: 'receipt-made',
      subject: 'rcp-1',
      details: { events: String(receipt.eventCount) },
    },
  ],
  { [receipt.eventCount + 1]: receipt.headHash },
);
const theirs = chainOfEvents([
  { seq: 4, actor: '박분석', action: 'exhibit-admitted', subject: 'EX-0002' },
  { seq: 5, actor: '박분석', action: 'passage-marked', subject: '모의 신문', details: { quote: '남포 앞바다' } },
  { seq: 9, actor: 'B. Colleague', action: 'passage-cited', subject: 'F-1' },
]);

function logOf(key: string, vaultCode: string, team: string, events: readonly CustodyEvent[]): BundleCustodyLog {
  const check = new PartCheck(sha256Hex);
  for (const event of events) check.add(event);
  const { verdict } = check;
  return {
    key,
    vaultCode,
    team,
    events: events.length,
    head: events.at(-1)?.hash ?? '',
    path: custodyPath(key),
    checked: { ok: verdict.fault === null, sentence: partWords(verdict) },
  };
}

export const exerciseLogs: readonly [BundleCustodyLog, BundleCustodyLog] = [
  logOf('', receipt.vaultCode, 'Example Institute', own),
  logOf('QRTBA', 'QRTBA', '연합팀 (exercise)', theirs),
];

const name = `${receipt.vaultCode}-receipt-${receipt.eventCount}`;
const place = placeOfHead(receipt, own);

const shown: BundleReceipt = {
  log: '',
  vaultCode: receipt.vaultCode,
  eventCount: receipt.eventCount,
  headHash: receipt.headHash,
  madeAt: receipt.madeAt,
  signer: receipt.name,
  team: receipt.team,
  fingerprint: fingerprintOf(receipt.signingKey),
  textFile: `${name}.txt`,
  signatureFile: `${name}.sshsig`,
  command: `ssh-keygen -Y verify -f allowed_signers -I ${receipt.vaultCode} -n probatum-receipt -s ${name}.sshsig < ${name}.txt`,
  sentence: 'Its signature fitted when this bundle was made.',
  place,
  placeSentence: placeWords(place, receipt.eventCount),
  countersignatures: [],
  timestamps: [
    {
      sentence: 'Exercise Authority of Time states that the head hash of this receipt existed on 22 November 2026.',
      time: receipt.madeAt,
      authority: { name: 'Exercise Authority of Time', issuer: 'Exercise', fingerprint: 'AA:BB' },
      part: 'head-hash',
      file: `${name}-stamp-1.tsr`,
      ofFile: null,
      command: `openssl ts -verify -digest ${receipt.headHash} -in ${name}-stamp-1.tsr -CAfile authority.pem`,
    },
  ],
};

const file = (path: string, bytes: Uint8Array) => ({ path: `${RECEIPTS_FOLDER}${path}`, bytes });

export const exerciseCustody: Pick<BundleParts, 'custody' | 'custodyLines' | 'receivedLogs' | 'receipts'> = {
  custody: own.map(event => toBundleEvent(event, numbers)),
  custodyLines: () => own.map(custodyLine),
  receivedLogs: [
    { key: 'QRTBA', events: theirs.map(event => toBundleEvent(event, numbers)), lines: () => theirs.map(custodyLine) },
  ],
  receipts: {
    shown: [shown],
    files: [
      file(`${name}.txt`, Buffer.from(golden('receipt.txt'))),
      file(`${name}.sshsig`, Buffer.from(golden('receipt.txt.sig'))),
      file(`${name}-stamp-1.tsr`, readFileSync(goldenPath('head.tsr'))),
      file(
        'allowed_signers',
        Buffer.from(`${allowedSignersLine(receipt.vaultCode, receipt.signingKey, 'probatum-receipt').trimEnd()}\n`),
      ),
    ],
  },
};
