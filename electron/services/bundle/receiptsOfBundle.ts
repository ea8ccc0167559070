/** Receipts of the heads of the logs that leave, with their witnesses and time stamps: as the viewer shows them, and as files for public tools. */
import type { BundleFile } from '../../../shared/domain/bundle/bundleEntries.ts';
import { RECEIPTS_FOLDER } from '../../../shared/domain/bundle/bundlePaths.ts';
import type { BundleReceipt } from '../../../shared/domain/bundle.ts';
import { placeOfHead, placeWords } from '../../../shared/domain/custodyPart.ts';
import { namespaces } from '../../../shared/domain/identity/identity.ts';
import { joinSigned } from '../../../shared/domain/identity/signedText.ts';
import { stampStatement } from '../../../shared/domain/identity/timestamp.ts';
import { allowedSignersLine, fingerprintOf } from '../../ssh/index.ts';
import type { KeptReceipt, SignedKept, WitnessedReceipt } from '../identity/index.ts';
import type { LeavingLog } from './custodyOfBundle.ts';

export interface BundleReceiptFiles {
  shown: readonly BundleReceipt[];
  files: readonly BundleFile[];
}

type Receipt = KeptReceipt['said'];
type Countersignature = KeptReceipt['countersignatures'][number];
type Stamp = KeptReceipt['stamps'][number];

export function receiptsOfBundle(
  logs: readonly [LeavingLog, ...LeavingLog[]],
  own: readonly KeptReceipt[],
  witnessed: readonly WitnessedReceipt[],
  betrays: (text: string) => boolean,
): BundleReceiptFiles {
  const folder = new ReceiptFolder();
  const ownLog = logs[0];
  const shown = own.map((kept): BundleReceipt => {
    const name = folder.free(`${ownLog.vaultCode}-receipt-${kept.said.eventCount}`);
    return {
      ...receiptOf(ownLog, kept.said),
      ...folder.putSigned(name, kept, maker(kept.said), namespaces.receipt),
      countersignatures: kept.countersignatures
        .filter(one => !betrays(one.text))
        .map((one, at) => countersignatureOf(folder, `${name}-witness-${at + 1}`, one)),
      timestamps: kept.stamps
        .filter(({ reading }) => !betrays(`${reading.authority?.name}\n${reading.authority?.issuer}`))
        .map((stamp, at) => stampOf(folder, { name, at: at + 1, kept, stamp })),
    };
  });
  for (const { receipt, countersignature } of witnessed) {
    const log = logs.find(one => one !== ownLog && one.vaultId === receipt.vaultId);
    // Without the event of its making, only a head that is seen in the log belongs to it; one that contradicts it does all the more.
    if (!log || betrays(countersignature.text) || placeOfHead(receipt, log.leaving) === 'not-here') continue;
    const name = folder.free(`${log.key}-receipt-${receipt.eventCount}`);
    const { signer, team } = maker(receipt);
    shown.push({
      ...receiptOf(log, receipt),
      signer,
      team,
      fingerprint: fingerprintOf(receipt.signingKey),
      textFile: folder.put(`${name}.txt`, countersignature.said.receiptText),
      signatureFile: null,
      command: null,
      sentence:
        'It came here without the signature of its maker; the team that made this bundle signed its whole text as a witness.',
      countersignatures: [countersignatureOf(folder, `${name}-witness-1`, countersignature)],
      timestamps: [],
    });
  }
  shown.sort((one, other) =>
    one.log === other.log ? other.eventCount - one.eventCount : one.log < other.log ? -1 : 1,
  );
  return { shown, files: shown.length === 0 ? [] : folder.files() };
}

function receiptOf(log: LeavingLog, { vaultCode, eventCount, headHash, madeAt }: Receipt) {
  const place = placeOfHead({ eventCount, headHash }, log.leaving);
  const placeSentence = placeWords(place, eventCount);
  return { log: log.key, vaultCode, eventCount, headHash, madeAt, place, placeSentence };
}

interface SignedBy {
  signer: string;
  team: string;
  vaultCode: string;
}

const maker = ({ name, team, vaultCode }: Receipt): SignedBy => ({ signer: name, team, vaultCode });

function countersignatureOf(folder: ReceiptFolder, name: string, kept: Countersignature) {
  const { witness, team, vaultCode, witnessedAt, note } = kept.said;
  return {
    ...folder.putSigned(name, kept, { signer: witness, team, vaultCode }, namespaces.countersignature),
    witnessedAt,
    note,
  };
}

interface StampGiven {
  /** Of the receipt's files. */
  name: string;
  at: number;
  kept: KeptReceipt;
  stamp: Stamp;
}

function stampOf(folder: ReceiptFolder, { name, at, kept, stamp }: StampGiven): BundleReceipt['timestamps'][number] {
  const { time, authority, part } = stamp.reading;
  const file = folder.put(`${name}-stamp-${at}.${stamp.isAnswer ? 'tsr' : 'tst'}`, stamp.token);
  const saved = part === 'saved-file' ? `${name}-saved.txt` : null;
  if (saved !== null) folder.put(saved, joinSigned(kept.text, kept.signature));
  const ofFile = part === 'signed-text' ? `${name}.txt` : saved;
  const of = ofFile === null ? `-digest ${kept.said.headHash}` : `-data ${ofFile}`;
  const form = stamp.isAnswer ? '' : ' -token_in';
  return {
    sentence: stampStatement(stamp.reading),
    time,
    authority,
    part,
    file,
    ofFile,
    command: `openssl ts -verify ${of} -in ${file}${form} -CAfile authority.pem`,
  };
}

/** The files of data/custody/receipts/. Names are of our own making: they stand in command lines that people copy. */
class ReceiptFolder {
  readonly #files = new Map<string, string | Uint8Array>();
  readonly #signers = new Set<string>();

  free(name: string): string {
    let unused = name;
    for (let number = 2; this.#files.has(`${unused}.txt`); number += 1) unused = `${name}-${number}`;
    return unused;
  }

  put(name: string, content: string | Uint8Array): string {
    this.#files.set(name, content);
    return name;
  }

  /** The principal is the letters of the signer's vault rather than a name, which may hold what a shell takes for more. */
  putSigned(
    name: string,
    { text, signature, fingerprint, fits, said }: SignedKept<{ signingKey: string }>,
    { signer, team, vaultCode }: SignedBy,
    namespace: string,
  ) {
    const [textFile, signatureFile] = [this.put(`${name}.txt`, text), this.put(`${name}.sshsig`, signature)];
    this.#signers.add(`${allowedSignersLine(vaultCode, said.signingKey, namespace).trimEnd()}\n`);
    return {
      signer,
      team,
      fingerprint,
      textFile,
      signatureFile,
      command: `ssh-keygen -Y verify -f allowed_signers -I ${vaultCode} -n ${namespace} -s ${signatureFile} < ${textFile}`,
      sentence: fits
        ? 'Its signature fitted when this bundle was made.'
        : 'Its signature did not fit when this bundle was made: do not rely on it.',
    };
  }

  files(): BundleFile[] {
    const encoder = new TextEncoder();
    this.put('allowed_signers', [...this.#signers].sort().join(''));
    return [...this.#files].map(([name, content]) => ({
      path: `${RECEIPTS_FOLDER}${name}`,
      bytes: typeof content === 'string' ? encoder.encode(content) : content,
    }));
  }
}
