/**
 * Our reader of age files against the public test vectors of the format (github.com/C2SP/CCTV, folder age): each must
 * end as its first lines say, and what was yielded before must be what they say.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { openStream, readAgeHeader } from '../../electron/age/index.ts';
import { type ErrorCode, ProbatumError } from '../../shared/kernel/errors.ts';

interface Vector {
  name: string;
  expect: string;
  payload: string;
  identities: string[];
  passphrases: string[];
  sealed: Uint8Array;
}

/** One line for each vector that ends otherwise, then the totals by ending. */
export async function measureAge(folder: string): Promise<string> {
  const vectors = readdirSync(folder)
    .sort()
    .flatMap(name => readVector(name, readFileSync(join(folder, name))));
  const differing: string[] = [];
  const totals = new Map<string, number>();
  for (const vector of vectors) {
    const found = await endOf(vector);
    if (found.end === vector.expect && found.payload === vector.payload) {
      totals.set(vector.expect, (totals.get(vector.expect) ?? 0) + 1);
    } else differing.push(`${vector.name}: ${vector.expect} expected, ${found.end} found (${found.said})`);
  }
  if (vectors.length === 0) throw new Error(`${folder} holds no test vectors of age`);
  if (differing.length > 0) process.exitCode = 1;
  const ended = [...totals].map(([end, count]) => `${count} ${end}`).join(', ');
  return [...differing, `${vectors.length - differing.length} of ${vectors.length} end as stated: ${ended}`].join('\n');
}

function readVector(name: string, bytes: Buffer): Vector[] {
  const end = bytes.indexOf('\n\n');
  const lines = bytes.subarray(0, Math.max(end, 0)).toString().split('\n');
  const fields = lines.map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const);
  const all = (key: string) => fields.filter(([one]) => one === key).map(([, value]) => value);
  const [expect] = all('expect');
  if (expect === undefined) return [];
  const body = bytes.subarray(end + 2);
  const sealed = all('compressed').includes('zlib') ? inflateSync(body) : body;
  // Without a hash, nothing may be yielded.
  const payload = all('payload')[0] ?? createHash('sha256').digest('hex');
  return [{ name, expect, payload, identities: all('identity'), passphrases: all('passphrase'), sealed }];
}

async function endOf(vector: Vector): Promise<{ end: string; payload: string; said: string }> {
  const hash = createHash('sha256');
  // A vector may name several passphrases; a person enters one.
  const passphrase = vector.passphrases[0];
  let end = 'success';
  let said = '';
  try {
    const keys = { identities: vector.identities, passphrase };
    for await (const part of openStream(inPieces(vector.sealed), keys)) hash.update(part);
    await readAgeHeader(inPieces(vector.sealed));
  } catch (error) {
    if (!(error instanceof ProbatumError)) throw error;
    said = error.message;
    end = endNamed(error);
  }
  return { end, payload: hash.digest('hex'), said };
}

/** Our codes in the words of the vectors, which know fewer. */
function endNamed(error: ProbatumError): string {
  if (is(error, 'age-truncated')) return partNames[error.details.part];
  if (is(error, 'age-damaged')) return partNames[error.details.part];
  return endNames[error.code] ?? error.code;
}

const partNames = {
  armor: 'armor failure',
  header: 'header failure',
  seal: 'HMAC failure',
  content: 'payload failure',
} as const;

const endNames: Partial<Record<ErrorCode, string>> = {
  'age-wrong-key': 'no match',
  'age-wrong-passphrase': 'no match',
  'age-foreign': 'header failure',
  'age-newer': 'header failure',
  'age-work-factor': 'header failure',
};

function is<Code extends ErrorCode>(error: ProbatumError, code: Code): error is ProbatumError<Code> {
  return error.code === code;
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}
