/** Files that were changed, cut, or made to harm: never a wrong byte, and each said to be what it is. */
import { Encrypter, Stanza } from 'age-encryption';
import { beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../build/bench/seededRandom.ts';
import { type AgeIdentity, newAgeIdentity, openStream, sealStream } from '../../../electron/age/index.ts';
import { collect, type Ending, fixture, inPieces, openAll, pattern } from './ageSupport.ts';

const CHUNK = 65_536;
const SEALED_CHUNK = CHUNK + 16;
let key: AgeIdentity;
/** One short chunk, and three of which the last is short. */
let small: Uint8Array;
let large: Uint8Array;
/** Where the chunks of `large` begin. */
let start: number;

beforeAll(async () => {
  key = await newAgeIdentity();
  small = await seal(pattern(20));
  large = await seal(pattern(2 * CHUNK + 100));
  start = large.length - 2 * SEALED_CHUNK - 116;
});

function seal(plain: Uint8Array): Promise<Uint8Array> {
  return collect(sealStream(inPieces(plain), { recipients: [key.recipient] }));
}

function open(sealed: Uint8Array): Promise<Ending> {
  return openAll(sealed, { identities: [key.identity] });
}

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

test('no bit of a file can be flipped unnoticed, and nothing comes out of such a file', async () => {
  const codes = new Map<string, number>();
  for (let bit = 0; bit < small.length * 8; bit++) {
    const { opened, error } = await open(flipped(small, bit));
    if (opened.length > 0 || !error) throw new Error(`bit ${bit}: ${opened.length} bytes, ${error?.code}`);
    codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
  }
  expect([...codes.keys()].sort()).toEqual([
    'age-damaged',
    'age-foreign',
    'age-newer',
    'age-truncated',
    'age-wrong-key',
  ]);
});

test('each of 1,000 random bits of a large file ends it where it stands, and nothing behind comes out', async () => {
  const random = seededRandom(20_261_125);
  const before = [0, 1, 2].map(chunks => pattern(chunks * CHUNK));
  const told = new Set<string>();
  for (let flip = 0; flip < 1000; flip += 1) {
    const chunk = Math.floor(random() * 3);
    const from = start + chunk * SEALED_CHUNK;
    const at = from + Math.floor(random() * (Math.min(large.length, from + SEALED_CHUNK) - from));
    const { opened, error } = await open(flipped(large, at * 8 + Math.floor(random() * 8)));
    if (Buffer.compare(opened, before[chunk] ?? large) !== 0)
      throw new Error(`byte ${at}: ${opened.length} bytes came out`);
    told.add(`${chunk}: ${error?.code}, ${error?.message.replace(/\. .*/, '')}`);
  }
  const damaged = 'x.age was damaged or changed after it was sealed: its content does not fit its seal';
  expect([...told].sort()).toEqual([
    `0: age-damaged, ${damaged} from byte 0 on`,
    `1: age-damaged, ${damaged} from byte 65,536 on`,
    '2: age-truncated, x.age was cut off, or changed in its last part',
  ]);
});

test('no bit of a file in text form can be flipped so that other bytes come out', async () => {
  const armored = fixture('1.age');
  const identity =
    Buffer.from(fixture('first.key'))
      .toString()
      .match(/AGE-SECRET-KEY-\w+/)?.[0] ?? '';
  let whole = 0;
  for (let bit = 0; bit < armored.length * 8; bit++) {
    const { opened, error } = await openAll(flipped(armored, bit), { identities: [identity] });
    if (!error) whole += 1;
    if (error ? opened.length > 0 : Buffer.compare(opened, pattern(1)) !== 0) throw new Error(`bit ${bit}`);
  }
  // The last line feed may become another white space.
  expect(whole).toBeLessThan(4);
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

test('a small file that is cut anywhere is said to be cut off', async () => {
  for (let length = 0; length < small.length; length++) {
    const { opened, error } = await open(small.subarray(0, length));
    expect({ length, opened: opened.length, code: error?.code }).toEqual({ length, opened: 0, code: 'age-truncated' });
  }
});

test('a large file that is cut yields whole chunks only, then says that it is cut off', async () => {
  for (const [kept, chunks, certain] of [
    [start, 0, true],
    [start + 1, 0, true],
    [start + SEALED_CHUNK, 1, true],
    [start + SEALED_CHUNK + 15, 1, true],
    [start + SEALED_CHUNK + 16, 1, false],
    [start + 2 * SEALED_CHUNK, 2, true],
    [large.length - 1, 2, false],
  ] as const) {
    const { opened, error } = await open(large.subarray(0, kept));
    expect({ kept, code: error?.code, details: error?.details }).toEqual({
      kept,
      code: 'age-truncated',
      details: { name: 'x.age', part: 'content', certain },
    });
    expect(Buffer.compare(opened, pattern(chunks * CHUNK))).toBe(0);
  }
});

test('chunks that were changed, swapped, left out or doubled end the file where they stand', async () => {
  const chunk = (index: number) => large.subarray(start + index * SEALED_CHUNK, start + (index + 1) * SEALED_CHUNK);
  const head = large.subarray(0, start);
  const changed = large.slice();
  changed[start + SEALED_CHUNK + 5] = (changed[start + SEALED_CHUNK + 5] ?? 0) ^ 1;
  for (const [made, chunks] of [
    [changed, 1],
    [join(head, chunk(1), chunk(0), chunk(2)), 0],
    [join(head, chunk(0), chunk(0), chunk(2)), 1],
    [join(head, chunk(0), chunk(2)), 1],
    [join(head, chunk(2)), 0],
    [join(head, chunk(0), chunk(1), chunk(2), chunk(2)), 2],
  ] as const) {
    const { opened, error } = await open(made);
    expect(error?.code).toMatch(/^age-(damaged|truncated)$/);
    expect(Buffer.compare(opened, pattern(chunks * CHUNK))).toBe(0);
  }
  const { error } = await open(changed);
  expect(error?.message).toBe(
    'x.age was damaged or changed after it was sealed: its content does not fit its seal from byte 65,536 on. Do not rely on it; get it again from its sender.',
  );
});

test('what stands behind the end is found, also behind a full last chunk', async () => {
  const full = await seal(pattern(CHUNK));
  for (const extra of [1, 16, SEALED_CHUNK, 3 * SEALED_CHUNK]) {
    const { error } = await open(join(full, new Uint8Array(extra)));
    expect(error?.message).toContain('something was added behind its end');
    expect((await open(join(small, new Uint8Array(extra)))).error?.code).toMatch(/^age-(damaged|truncated)$/);
  }
});

test('a header is read no further than its limit', async () => {
  const endless = join(Buffer.from('age-encryption.org/v1\n'), Buffer.from('-> x\n\n'.repeat(200_000)));
  expect((await open(endless)).error?.message).toContain('its header does not end');
  const longLine = join(Buffer.from('age-encryption.org/v1\n-> '), new Uint8Array(3_000_000).fill(0x61));
  expect((await open(longLine)).error?.message).toContain('its header does not end');
});

test('a passphrase that asks for more memory than the machine has is refused before it is tried', async () => {
  const sealed = await withStanza(new Stanza(['scrypt', 'A'.repeat(22), '30'], new Uint8Array(32)));
  const { error } = await openAll(sealed, { passphrase: 'any' });
  expect({ code: error?.code, details: error?.details }).toEqual({
    code: 'age-work-factor',
    details: { name: 'x.age', found: 30, most: 20 },
  });
});

test('a passphrase beside another key is refused, whichever is at hand', async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(key.recipient);
  encrypter.addRecipient({ wrapFileKey: () => [new Stanza(['scrypt', 'A'.repeat(22), '10'], new Uint8Array(32))] });
  const sealed = await encrypter.encrypt(pattern(10));
  expect((await open(sealed)).error?.code).toBe('age-damaged');
  expect((await openAll(sealed, { passphrase: 'any' })).error?.code).toBe('age-damaged');
});

async function withStanza(stanza: Stanza): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient({ wrapFileKey: () => [stanza] });
  return encrypter.encrypt(pattern(10));
}

test('what is not age, what is newer, and what is empty each get their own message', async () => {
  const text = (line: string) => Buffer.from(line, 'latin1');
  for (const [bytes, code] of [
    [text('PK\x03\x04 a ZIP'), 'age-foreign'],
    [text('-----BEGIN PGP MESSAGE-----\n'), 'age-foreign'],
    [text('age-encryption.com/v1\n'), 'age-foreign'],
    [text('\xef\xbb\xbfage-encryption.org/v1\n'), 'age-foreign'],
    [text('age-encryption.org/v2\n-> X25519 …\n'), 'age-newer'],
    [text('age-encryption.org/v1\r\n'), 'age-damaged'],
    [text('age-encryption.org/v1\n-> \n'), 'age-damaged'],
    [text('age-encryption.org/v1\n--- \n'), 'age-damaged'],
    [text('-----begin age encrypted file-----\n'), 'age-damaged'],
    [new Uint8Array(0), 'age-truncated'],
    [text('age-encry'), 'age-truncated'],
    [text('-----BEGIN AGE ENCRYPTED FILE-----'), 'age-truncated'],
    [text('age-encryption.org/v1\n'), 'age-truncated'],
  ] as const) {
    expect([Buffer.from(bytes).toString('latin1'), (await open(bytes)).error?.code]).toEqual([
      Buffer.from(bytes).toString('latin1'),
      code,
    ]);
  }
});

test('memory stays flat while much more than it streams through', async () => {
  const piece = pattern(1024 * 1024);
  async function* much(): AsyncGenerator<Uint8Array> {
    for (let turn = 0; turn < 600; turn++) yield piece;
  }
  const peaks = { first: 0, later: 0 };
  let bytes = 0;
  const sealed = sealStream(much(), { recipients: [key.recipient] });
  for await (const part of openStream(sealed, { identities: [key.identity] })) {
    bytes += part.length;
    const when = bytes < 200 * piece.length ? 'first' : 'later';
    peaks[when] = Math.max(peaks[when], process.memoryUsage.rss());
  }
  expect(bytes).toBe(600 * piece.length);
  expect(peaks.later - peaks.first).toBeLessThan(100 * 1024 * 1024);
});
