/** Receipts of a bundle checked again: that the signatures fit, where the head stands in the log beside, and what was time-stamped. */
import { z } from 'zod';
import { custodyPath, RECEIPTS_FOLDER } from '../../../shared/domain/bundle/bundlePaths.ts';
import { type BundleReceipt, BundleReceipts } from '../../../shared/domain/bundle.ts';
import { placeOfHead, placeWords } from '../../../shared/domain/custodyPart.ts';
import { readCountersignature } from '../../../shared/domain/identity/countersignature.ts';
import { namespaces } from '../../../shared/domain/identity/identity.ts';
import { readReceipt } from '../../../shared/domain/identity/receipt.ts';
import { stampStatement } from '../../../shared/domain/identity/timestamp.ts';
import { fingerprintOf, verifySsh } from '../../ssh/index.ts';
import { readTimestampToken } from '../../timestamp/index.ts';
import { judgeStamp, stampedPart } from '../identity/index.ts';

export interface ReceiptVerdict {
  /** From the bag's top. */
  path: string;
  ok: boolean;
  sentence: string;
}

export interface Placed {
  seq: number;
  hash: string;
  previousHash: string;
}

type Files = ReadonlyMap<string, Uint8Array>;
type KnownAs = (publicKey: string) => string | undefined;
type Verdict = Omit<ReceiptVerdict, 'path'>;

const LIST = `${RECEIPTS_FOLDER}receipts.json`;
const List = z.object({ receipts: BundleReceipts });

export function isReceiptFile(path: string): boolean {
  return path.startsWith(RECEIPTS_FOLDER);
}

export function checkReceipts(
  files: Files,
  logs: ReadonlyMap<string, readonly Placed[]>,
  knownAs: KnownAs,
): ReceiptVerdict[] {
  const list = files.get(LIST);
  if (!list) return [];
  const read = readList(list);
  if (!read) return [{ path: LIST, ok: false, sentence: 'The list of receipts is not as it was written.' }];
  return read.flatMap(receipt => {
    const events = logs.get(custodyPath(receipt.log)) ?? [];
    return [
      { path: nameOf(receipt.textFile), ...checkReceipt(files, receipt, events, knownAs) },
      ...receipt.countersignatures.map(one => ({
        path: nameOf(one.textFile),
        ...checkCountersignature(files, receipt, one, knownAs),
      })),
      ...receipt.timestamps.map(one => ({ path: nameOf(one.file), ...checkStamp(files, receipt, one) })),
    ];
  });
}

function readList(untrusted: Uint8Array): BundleReceipt[] | null {
  try {
    return List.parse(JSON.parse(Buffer.from(untrusted).toString('utf8'))).receipts;
  } catch {
    return null;
  }
}

const nameOf = (file: string): string => `${RECEIPTS_FOLDER}${file}`;
const bad = (sentence: string): Verdict => ({ ok: false, sentence });

function textOf(files: Files, name: string | null): string | null {
  const bytes = name === null ? undefined : files.get(nameOf(name));
  return bytes ? Buffer.from(bytes).toString('utf8') : null;
}

function checkReceipt(files: Files, said: BundleReceipt, events: readonly Placed[], knownAs: KnownAs): Verdict {
  const text = textOf(files, said.textFile);
  const read = text === null ? null : readReceipt(text);
  if (text === null || !read?.ok) return bad('The text of the receipt is missing, or cannot be read.');
  const { eventCount, headHash, name, madeAt, signingKey } = read.value;
  const alike =
    eventCount === said.eventCount && headHash === said.headHash && name === said.signer && madeAt === said.madeAt;
  if (!alike) return bad('The list says otherwise than the signed text.');
  const place = placeOfHead({ eventCount, headHash }, events);
  const head = placeWords(place, eventCount);
  if (place === 'differs') return bad(head);
  if (said.signatureFile === null)
    return { ok: true, sentence: `Receipt at event ${eventCount} by ${name}, without its signature. ${head}` };
  const signed = checkSigned(files, text, said.signatureFile, namespaces.receipt, signingKey, knownAs);
  return { ...signed, sentence: `Receipt at event ${eventCount} by ${name}. ${signed.sentence} ${head}` };
}

function checkCountersignature(
  files: Files,
  receipt: BundleReceipt,
  said: BundleReceipt['countersignatures'][number],
  knownAs: KnownAs,
): Verdict {
  const text = textOf(files, said.textFile);
  const read = text === null ? null : readCountersignature(text);
  if (text === null || !read?.ok) return bad('The text of the countersignature is missing, or cannot be read.');
  const { witness, witnessedAt, signingKey, receiptText } = read.value;
  if (witness !== said.signer || witnessedAt !== said.witnessedAt)
    return bad('The list says otherwise than the signed text.');
  if (receiptText !== textOf(files, receipt.textFile)) return bad('It is of another receipt than the one beside it.');
  const signed = checkSigned(files, text, said.signatureFile, namespaces.countersignature, signingKey, knownAs);
  return { ...signed, sentence: `Countersigned by ${witness}. ${signed.sentence}` };
}

function checkSigned(
  files: Files,
  text: string,
  signatureFile: string | null,
  namespace: string,
  signingKey: string,
  knownAs: KnownAs,
): Verdict {
  const signature = textOf(files, signatureFile);
  if (signature === null) return bad('Its signature is missing.');
  const verdict = verifySsh(signature, namespace, Buffer.from(text, 'utf8'), signingKey);
  if (!verdict.ok) return bad(`Its signature does not hold. ${verdict.sentence}`);
  const name = knownAs(signingKey);
  const whose = name === undefined ? 'which is not known here' : `known here as ${name}`;
  return { ok: true, sentence: `Its signature fits the key ${fingerprintOf(signingKey)}, ${whose}.` };
}

function checkStamp(files: Files, receipt: BundleReceipt, { file }: BundleReceipt['timestamps'][number]): Verdict {
  const token = files.get(nameOf(file));
  const [text, signature] = [textOf(files, receipt.textFile), textOf(files, receipt.signatureFile)];
  if (!token || text === null || signature === null) return bad('The time stamp, or what it is of, is missing.');
  try {
    const part = stampedPart({ text, signature }, readTimestampToken(token));
    const reading = judgeStamp(token, part, []);
    if (part === null) return bad('The time stamp is of something else than the receipt beside it.');
    const open = 'Whether that authority is to be believed is open.';
    const statement = stampStatement(reading);
    return reading.problems.length > 0 ? bad(statement) : { ok: true, sentence: `${statement} ${open}` };
  } catch (error) {
    return bad(error instanceof Error ? `The time stamp cannot be read. ${error.message}` : 'It cannot be read.');
  }
}
