/**
 * Custody logs and receipts of a bundle, or logs of an archive, checked as the files of the bag go by. The digests of the bag tell
 * of any flipped byte; this tells of a log that was rewritten together with them.
 */
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';
import { CustodyEvent } from '../../../shared/domain/custody.ts';
import { PartCheck, partWords } from '../../../shared/domain/custodyPart.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import { sha256Hex } from '../custody/index.ts';
import { checkReceipts, isReceiptFile, type Placed, type ReceiptVerdict } from './receiptCheck.ts';

export interface LogVerdict {
  /** From the bag's top. */
  path: string;
  ok: boolean;
  sentence: string;
}

export interface CustodyVerdict {
  ok: boolean;
  logs: LogVerdict[];
  receipts: ReceiptVerdict[];
}

/** More is no line of ours, and memory is not for the taking. */
const LONGEST_LINE = 4 * 1024 * 1024;
const MOST_RECEIPT_BYTES = 64 * 1024 * 1024;

/** By whatever name a later version calls what was done. */
const Event = CustodyEvent.extend({ action: z.string() });

export class CustodyCheck {
  readonly #logs = new Map<string, LogReader>();
  readonly #receiptFiles = new Map<string, Uint8Array[]>();
  #receiptBytes = 0;

  /** As `CheckOptions` of a bag wants it. */
  readonly onPiece = (path: string, piece: Uint8Array): void => {
    if (/^data\/custody\/[^/]+\.jsonl$/.test(path)) this.#logOf(path).take(piece);
    else if (isReceiptFile(path)) this.#keep(path, piece);
  };

  verdict(knownAs: (publicKey: string) => string | undefined = () => undefined): CustodyVerdict {
    const logs = [...this.#logs].map(([path, log]) => ({ path, ...log.verdict() }));
    const placed = new Map([...this.#logs].map(([path, { placed: events }]) => [path, events]));
    const files = new Map([...this.#receiptFiles].map(([path, pieces]) => [path, Buffer.concat(pieces)]));
    const receipts =
      this.#receiptBytes > MOST_RECEIPT_BYTES
        ? [{ path: 'data/custody/receipts/', ok: false, sentence: 'The receipts are too large to be such.' }]
        : checkReceipts(files, placed, knownAs);
    return { ok: [...logs, ...receipts].every(({ ok }) => ok), logs, receipts };
  }

  #logOf(path: string): LogReader {
    const known = this.#logs.get(path);
    if (known) return known;
    const log = new LogReader();
    this.#logs.set(path, log);
    return log;
  }

  #keep(path: string, piece: Uint8Array): void {
    this.#receiptBytes += piece.length;
    if (this.#receiptBytes > MOST_RECEIPT_BYTES) return;
    const pieces = this.#receiptFiles.get(path);
    if (pieces) pieces.push(Uint8Array.from(piece));
    else this.#receiptFiles.set(path, [Uint8Array.from(piece)]);
  }
}

/** One log, line by line; the first line that is none ends the reading, and is told. */
class LogReader {
  readonly placed: Placed[] = [];
  readonly #check = new PartCheck(sha256Hex);
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #lines = 0;
  #problem: string | null = null;

  take(piece: Uint8Array): void {
    if (this.#problem !== null) return;
    const lines = (this.#rest + this.#decoder.write(Buffer.from(piece))).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > LONGEST_LINE) this.#problem = `Line ${this.#lines + 1} is too long to be an event.`;
    for (const line of lines) this.#read(line);
  }

  verdict(): { ok: boolean; sentence: string } {
    this.#rest += this.#decoder.end();
    if (this.#rest !== '') this.#read(this.#rest);
    this.#rest = '';
    if (this.#problem !== null) return { ok: false, sentence: `${this.#problem} Do not rely on this log.` };
    const { verdict } = this.#check;
    return { ok: verdict.fault === null, sentence: partWords(verdict) };
  }

  #read(line: string): void {
    if (this.#problem !== null) return;
    this.#lines += 1;
    const event = readEvent(line);
    if (event === null) {
      this.#problem = `Line ${this.#lines} is no custody event, or says more than its hash covers.`;
      return;
    }
    this.#check.add(event);
    this.placed.push({ seq: event.seq, hash: event.hash, previousHash: event.previousHash });
  }
}

/** As it is written, to the letter: what stood beside what the hash covers would be believed with it. */
function readEvent(untrustedLine: string): CustodyEvent | null {
  try {
    const event = Event.parse(JSON.parse(untrustedLine));
    return canonicalJson(event as Json) === untrustedLine ? (event as CustodyEvent) : null;
  } catch {
    return null;
  }
}
