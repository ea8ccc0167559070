/** What we seal, we open; and so does an independent implementation of the format, both ways. */
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient, Stanza } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  type AgeIdentity,
  isRecipient,
  newAgeIdentity,
  openStream,
  readAgeHeader,
  recipientOf,
  sealStream,
} from '../../../electron/age/index.ts';
import { codeOf, collect, inPieces, openAll, pattern } from './ageSupport.ts';

const SIZES = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000, 1_048_576, 1_048_577, 2_200_000];
let ours: AgeIdentity;
let theirs: AgeIdentity;

beforeAll(async () => {
  [ours, theirs] = [await newAgeIdentity(), await newAgeIdentity()];
});

for (const size of SIZES) {
  test(`${size} bytes come back, and cross to and from the TypeScript library`, async () => {
    const plain = pattern(size);
    const sealed = await collect(sealStream(inPieces(plain), { recipients: [theirs.recipient, ours.recipient] }));
    expect(Buffer.compare((await openAll(sealed, { identities: [ours.identity] })).opened, plain)).toBe(0);
    const decrypter = new Decrypter();
    decrypter.addIdentity(theirs.identity);
    expect(Buffer.compare(await decrypter.decrypt(sealed), plain)).toBe(0);
    const encrypter = new Encrypter();
    encrypter.addRecipient(ours.recipient);
    const byLibrary = await encrypter.encrypt(plain);
    expect(Buffer.compare((await openAll(byLibrary, { identities: [ours.identity] })).opened, plain)).toBe(0);
  });
}

test('the sizes of the pieces make no difference, nor does a source that uses one buffer for all of them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 300_000 }),
      fc.array(fc.integer({ min: 0, max: 150_000 }), { minLength: 1, maxLength: 6 }),
      async (size, lengths) => {
        const plain = pattern(size);
        const sealed = await collect(sealStream(inOneBuffer(plain, lengths), { recipients: [ours.recipient] }));
        const opened = await collect(openStream(inOneBuffer(sealed, lengths), { identities: [ours.identity] }));
        expect(Buffer.compare(opened, plain)).toBe(0);
      },
    ),
    { numRuns: 40 },
  );
});

/** Pieces of these lengths in turn, each overwritten as soon as the next is asked for. */
async function* inOneBuffer(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.max(1, ...lengths));
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    // A source of nothing but empty pieces would never end.
    const length = Math.max(lengths[turn % lengths.length] ?? 1, turn % lengths.length === 0 ? 1 : 0);
    const piece = bytes.subarray(at, at + length);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    buffer.fill(0xee);
    at += piece.length;
  }
}

test('a passphrase crosses to and from the library', async () => {
  const plain = pattern(1000);
  const sealed = await collect(sealStream(inPieces(plain), { passphrase: '등대 lantern' }));
  expect(await readAgeHeader(inPieces(sealed))).toMatchObject({ scrypt: true, x25519: 0 });
  const decrypter = new Decrypter();
  decrypter.addPassphrase('등대 lantern');
  expect(await decrypter.decrypt(sealed)).toEqual(plain);
  const encrypter = new Encrypter();
  encrypter.setPassphrase('등대 lantern');
  encrypter.setScryptWorkFactor(10);
  expect((await openAll(await encrypter.encrypt(plain), { passphrase: '등대 lantern' })).opened).toEqual(plain);
});

test('a stanza of a kind that nobody here knows is passed over, and named in the header', async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient({ wrapFileKey: () => [new Stanza(['example.org/later', 'a'], new Uint8Array(96))] });
  encrypter.addRecipient(ours.recipient);
  const sealed = await encrypter.encrypt(pattern(10));
  expect((await openAll(sealed, { identities: [ours.identity] })).opened).toEqual(pattern(10));
  expect(await readAgeHeader(inPieces(sealed))).toMatchObject({ x25519: 1, others: ['example.org/later'] });
});

test('hybrid (post-quantum) keys seal and open, and do not go together with X25519 keys', async () => {
  const identity = await generateHybridIdentity();
  const recipient = await identityToRecipient(identity);
  const sealed = await collect(sealStream(inPieces(pattern(300)), { recipients: [recipient] }));
  expect((await openAll(sealed, { identities: [identity] })).opened).toEqual(pattern(300));
  const { error } = await openAll(sealed, { identities: [ours.identity] });
  expect(error?.message).toContain('it is sealed to one hybrid (post-quantum) key');
  const mixed = collect(sealStream(inPieces(pattern(1)), { recipients: [ours.recipient, recipient] }));
  expect(await codeOf(mixed)).toBe('age-recipient-unfit');
});

test('what is no public key is refused before the content is asked for, with the reason', async () => {
  const asked: string[] = [];
  async function* content(): AsyncGenerator<Uint8Array> {
    asked.push('asked');
    yield pattern(1);
  }
  const mistyped = `${ours.recipient.slice(0, -1)}${ours.recipient.endsWith('q') ? 'p' : 'q'}`;
  const unfit = ['age1', mistyped, 'ssh-ed25519 AAAA', ours.identity, 'age1tag1qqqq', ''];
  for (const recipient of unfit) {
    expect(await codeOf(collect(sealStream(content(), { recipients: [ours.recipient, recipient] })))).toBe(
      'age-recipient-unfit',
    );
  }
  expect(await codeOf(collect(sealStream(content(), { recipients: [] })))).toBe('invalid-input');
  expect(await codeOf(collect(sealStream(content(), { passphrase: '' })))).toBe('passphrase-weak');
  expect({ asked, unfit: unfit.filter(isRecipient), fit: isRecipient(` ${ours.recipient}\n`) }).toEqual({
    asked: [],
    unfit: [],
    fit: true,
  });
});

test('the refusal of a secret key as recipient does not repeat it', async () => {
  const sealing = collect(sealStream(inPieces(pattern(1)), { recipients: [ours.identity] }));
  const message = await sealing.then(
    () => '',
    (error: Error) => `${error.message} ${String(error.cause)}`,
  );
  expect(message).toContain('secret key');
  expect(message).not.toContain(ours.identity.slice(15, 40));
});

test('a secret key that is none is refused without being repeated', async () => {
  const wrong = `${ours.identity.slice(0, -1)}!`;
  const { error } = await openAll(pattern(0), { identities: [wrong] });
  expect(error?.code).toBe('age-truncated');
  const sealed = await collect(sealStream(inPieces(pattern(1)), { recipients: [ours.recipient] }));
  const refused = await openAll(sealed, { identities: [wrong] });
  expect(refused.error?.code).toBe('invalid-input');
  expect(refused.error?.message).not.toContain(wrong.slice(15, 40));
  expect(await codeOf(recipientOf(wrong))).toBe('invalid-input');
});

test('the same content never makes the same bytes', async () => {
  const seal = () => collect(sealStream(inPieces(pattern(100)), { recipients: [ours.recipient] }));
  const [one, other] = [await seal(), await seal()];
  expect(Buffer.from(one.subarray(-32)).equals(Buffer.from(other.subarray(-32)))).toBe(false);
});

test('stopping ends with the reason of the signal, and closes the source', async () => {
  let closed = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield pattern(100_000);
    } finally {
      closed += 1;
    }
  }
  const stop = new AbortController();
  let pieces = 0;
  const reason = await (async () => {
    for await (const _ of sealStream(endless(), { recipients: [ours.recipient] }, { signal: stop.signal })) {
      pieces += 1;
      if (pieces === 3) stop.abort('enough');
    }
  })().catch((error: unknown) => error);
  expect({ reason, closed }).toEqual({ reason: 'enough', closed: 1 });

  for await (const _ of sealStream(endless(), { recipients: [ours.recipient] })) if (++pieces > 6) break;
  expect(closed).toBe(2);
  const sealed = () => sealStream(endless(), { recipients: [ours.recipient] });
  for await (const _ of openStream(sealed(), { identities: [ours.identity] })) break;
  await readAgeHeader(sealed());
  expect(await codeOf(collect(openStream(sealed(), { identities: [theirs.identity] })))).toBe('age-wrong-key');
  expect(closed).toBe(5);
});
