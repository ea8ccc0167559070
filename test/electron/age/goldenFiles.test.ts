/** Files that the age program 1.1.1 sealed; see build/fixtures/age. */
import { expect, test } from 'vitest';
import { readAgeHeader, recipientOf } from '../../../electron/age/index.ts';
import { collect, fixture, identityIn, inPieces, openAll, PASSPHRASE, pattern } from './ageSupport.ts';

const first = identityIn('first.key');
const stranger = identityIn('stranger.key');

for (const size of [0, 1, 65_536, 65_537]) {
  test(`${size} bytes sealed by the age program open here`, async () => {
    const { opened, error } = await openAll(fixture(`${size}.age`), { identities: [first] });
    expect({ same: Buffer.compare(opened, pattern(size)), error }).toEqual({ same: 0, error: null });
  });
}

test('a file for two keys opens with either, also behind keys that do not fit', async () => {
  for (const identities of [[first], [identityIn('second.key')], [stranger, first]]) {
    expect(await openAll(fixture('two-keys.age'), { identities })).toEqual({ opened: pattern(200), error: null });
  }
});

test('a file in text form opens with the line ends of any system, and with white space around it', async () => {
  const text = Buffer.from(fixture('two-keys.age')).toString();
  for (const form of [text.replaceAll('\n', '\r\n'), `\n \t\r\n${text}\n\n  `, text.trimEnd()]) {
    expect((await openAll(Buffer.from(form), { identities: [first] })).opened).toEqual(pattern(200));
  }
});

test('a file sealed with a passphrase opens with it, asks for it, and names a wrong one', async () => {
  const sealed = fixture('passphrase.age');
  expect((await openAll(sealed, { passphrase: PASSPHRASE })).opened).toEqual(pattern(200));
  expect((await openAll(sealed, { identities: [first] })).error?.code).toBe('age-passphrase-needed');
  expect((await openAll(sealed, { passphrase: 'another' })).error?.code).toBe('age-wrong-passphrase');
});

test('a key that does not fit is told to how many keys the file is sealed, and yields nothing', async () => {
  const { opened, error } = await openAll(fixture('two-keys.age'), { identities: [stranger], passphrase: 'none' });
  expect({ bytes: opened.length, code: error?.code, sentence: error?.message }).toEqual({
    bytes: 0,
    code: 'age-wrong-key',
    sentence:
      'No key here opens x.age: it is sealed to 2 keys. Open it where the right key is, or send your public key and ask for it again.',
  });
});

test('the header says what opens a file before any key is tried', async () => {
  const kinds = await Promise.all(
    ['binary.age', 'two-keys.age', 'passphrase.age'].map(name => readAgeHeader(inPieces(fixture(name), 7))),
  );
  expect(kinds).toEqual([
    { armored: false, x25519: 1, hybrid: 0, scrypt: false, others: [] },
    { armored: true, x25519: 2, hybrid: 0, scrypt: false, others: [] },
    { armored: true, x25519: 0, hybrid: 0, scrypt: true, others: [] },
  ]);
});

test('the public key of a secret one is the one that age-keygen printed', async () => {
  const printed = Buffer.from(await collect(inPieces(fixture('first.key'))))
    .toString()
    .match(/age1\w+/)?.[0];
  expect(await recipientOf(first)).toBe(printed);
});
