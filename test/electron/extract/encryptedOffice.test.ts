import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { writeCompoundFile } from '../../../electron/extract/cfbWrite.ts';
import { openAesKey } from '../../../electron/extract/formats/encryptedOffice/aes.ts';
import { extractHere, textOf } from './support/extractHere.ts';
import { concat, short, wide, word } from './support/makeDoc.ts';
import { makeDocx, paragraph } from './support/makeDocx.ts';

const DOCX = makeDocx(paragraph('Secret exercise'));
const SPIN = 1000;

describe('a protected office document', () => {
  test.each([
    ['agile', (password: string) => makeAgile(DOCX, password)],
    ['standard', (password: string) => makeStandard(DOCX, password)],
  ])('of the %s kind opens with its password, and with nothing else', async (_, make) => {
    const bytes = make('열려라 참깨');
    expect((await extractHere(bytes, 'p.docx')).outcome).toMatchObject({
      problem: { code: 'password-needed' },
      detected: { mediaType: 'application/vnd.openxmlformats-officedocument.encrypted' },
    });
    expect((await extractHere(bytes, 'p.docx', { password: 'wrong' })).outcome).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    const { outcome, pages } = await extractHere(bytes, 'p.docx', { password: '열려라 참깨' });
    expect(textOf(pages)).toBe('Secret exercise');
    expect(outcome).toMatchObject({ summary: { metadata: { protection: 'password' }, warnings: [] } });
  });

  test('against changes only, with the password that everybody knows, opens without being asked', async () => {
    const { outcome, pages } = await extractHere(makeAgile(DOCX, 'VelvetSweatshop'), 'p.docx');
    expect(textOf(pages)).toBe('Secret exercise');
    expect(outcome).toMatchObject({
      summary: { metadata: { protection: expect.stringContaining('against changes') } },
    });
  });

  test('that was changed after it was protected says so', async () => {
    const { outcome } = await extractHere(makeAgile(DOCX, 'p', { breaksIntegrity: true }), 'p.docx', { password: 'p' });
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('integrity check')] } });
  });

  test('cut short, of an unknown method, by certificate, by rights management or with absurd work says which', async () => {
    const xml = (change: (text: string) => string) =>
      makeAgile(DOCX, 'p', { change: info => new TextEncoder().encode(change(new TextDecoder().decode(info))) });
    const refusals: [Uint8Array, object][] = [
      [
        makeAgile(DOCX, 'p', { claimedBytes: 1_000_000 }),
        { code: 'unreadable', detail: expect.stringContaining('cut short') },
      ],
      [
        xml(text => text.replaceAll('AES', 'RC2')),
        { code: 'password-needed', detail: expect.stringContaining('not supported') },
      ],
      [
        xml(text => text.replaceAll('encryptedKey ', 'certificateKey ')),
        { code: 'password-needed', detail: expect.stringContaining('certificates') },
      ],
      [xml(text => text.replace(`spinCount="${SPIN}"`, 'spinCount="4000000000"')), { code: 'unreadable' }],
      [xml(text => text.replace(/saltValue="[^"]*"/, 'saltValue="!!"')), { code: 'unreadable' }],
      [
        writeCompoundFile([{ name: 'EncryptedPackage', bytes: new Uint8Array(64) }]),
        { code: 'password-needed', detail: expect.stringContaining('rights management') },
      ],
    ];
    for (const [bytes, problem] of refusals) {
      expect((await extractHere(bytes, 'p.docx', { password: 'p' })).outcome).toMatchObject({ ok: false, problem });
    }
  });
});

test('AES without padding agrees with another library, over more than one step', async () => {
  const key = new Uint8Array(16).fill(3);
  const plain = Uint8Array.from({ length: 2 * 1024 * 1024 + 48 }, (_, at) => (at * 31) % 256);
  const encrypt = (mode: string, iv: Uint8Array | null) => {
    const cipher = createCipheriv(mode, key, iv).setAutoPadding(false);
    return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final()]));
  };
  const aes = await openAesKey(key);
  const iv = new Uint8Array(16).fill(5);
  expect(Buffer.from(await aes.decryptCbc(encrypt('aes-128-cbc', iv), iv)).equals(plain)).toBe(true);
  expect(Buffer.from(await aes.decryptEcb(encrypt('aes-128-ecb', null))).equals(plain)).toBe(true);
});

interface AgileMaking {
  breaksIntegrity?: boolean;
  claimedBytes?: number;
  change?(info: Uint8Array): Uint8Array;
}

/** Protects a document as Office 2013 does, with Node's cryptography rather than the one that reads it. */
function makeAgile(plain: Uint8Array, password: string, making: AgileMaking = {}): Uint8Array {
  const hash = (...pieces: Uint8Array[]) => new Uint8Array(createHash('sha512').update(concat(pieces)).digest());
  const cbc = (key: Uint8Array, iv: Uint8Array, bytes: Uint8Array) => {
    const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return new Uint8Array(Buffer.concat([cipher.update(toBlocks(bytes)), cipher.final()]));
  };
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const [keySalt, lockSalt, key, verifier] = [1, 2, 3, 4].map(fill => new Uint8Array(fill === 3 ? 32 : 16).fill(fill));
  if (keySalt === undefined || lockSalt === undefined || key === undefined || verifier === undefined) throw new Error();
  let base = hash(lockSalt, wide(password));
  for (let index = 0; index < SPIN; index += 1) base = hash(word(index), base);
  const lock = (purpose: string, bytes: Uint8Array) =>
    base64(cbc(hash(base, Buffer.from(purpose, 'hex')).subarray(0, 32), lockSalt, bytes));
  const segments: Uint8Array[] = [];
  for (let at = 0; at < plain.byteLength; at += 4096)
    segments.push(cbc(key, hash(keySalt, word(at / 4096)).subarray(0, 16), plain.subarray(at, at + 4096)));
  const content = concat([word(making.claimedBytes ?? plain.byteLength), word(0), ...segments]);
  const seal = (purpose: string, bytes: Uint8Array) =>
    base64(cbc(key, hash(keySalt, Buffer.from(purpose, 'hex')).subarray(0, 16), bytes));
  const hmacKey = new Uint8Array(64).fill(7);
  const hmac = new Uint8Array(createHmac('sha512', hmacKey).update(content).digest());
  if (making.breaksIntegrity) hmac[0] = (hmac[0] ?? 0) ^ 1;
  const cipher =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const xml = `<?xml version="1.0" encoding="UTF-8"?><encryption xmlns="e" xmlns:p="p"><keyData ${cipher} saltValue="${base64(keySalt)}"/><dataIntegrity encryptedHmacKey="${seal('5fb2ad010cb9e1f6', hmacKey)}" encryptedHmacValue="${seal('a0677f02b22c8433', hmac)}"/><keyEncryptors><keyEncryptor uri="u"><p:encryptedKey spinCount="${SPIN}" ${cipher} saltValue="${base64(lockSalt)}" encryptedVerifierHashInput="${lock('fea7d2763b4b9e79', verifier)}" encryptedVerifierHashValue="${lock('d7aa0f6d3061344e', hash(verifier))}" encryptedKeyValue="${lock('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const info = new TextEncoder().encode(xml);
  return writeCompoundFile([
    { name: 'EncryptionInfo', bytes: concat([short(4), short(4), word(0x40), making.change?.(info) ?? info]) },
    { name: 'EncryptedPackage', bytes: content },
  ]);
}

/** Protects a document as Office 2007 does. */
function makeStandard(plain: Uint8Array, password: string): Uint8Array {
  const sha1 = (...pieces: Uint8Array[]) => new Uint8Array(createHash('sha1').update(concat(pieces)).digest());
  const salt = new Uint8Array(16).fill(8);
  let base = sha1(salt, wide(password));
  for (let index = 0; index < 50_000; index += 1) base = sha1(word(index), base);
  const digest = sha1(base, word(0));
  const pad = new Uint8Array(64).fill(0x36);
  for (const [at, byte] of digest.entries()) pad[at] = (pad[at] ?? 0) ^ byte;
  const key = sha1(pad).subarray(0, 16);
  const ecb = (bytes: Uint8Array) => {
    const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
    return new Uint8Array(Buffer.concat([cipher.update(toBlocks(bytes)), cipher.final()]));
  };
  const verifier = new Uint8Array(16).fill(6);
  const header = concat([
    word(0x24),
    word(0),
    word(0x660e),
    word(0x8004),
    word(128),
    word(0x18),
    word(0),
    word(0),
    short(0),
  ]);
  const info = concat([
    short(4),
    short(2),
    word(0x24),
    word(header.byteLength),
    header,
    word(16),
    salt,
    ecb(verifier),
    word(20),
    ecb(sha1(verifier)),
  ]);
  return writeCompoundFile([
    { name: 'EncryptionInfo', bytes: info },
    { name: 'EncryptedPackage', bytes: concat([word(plain.byteLength), word(0), ecb(plain)]) },
  ]);
}

function toBlocks(bytes: Uint8Array): Uint8Array {
  return concat([bytes, new Uint8Array((16 - (bytes.byteLength % 16)) % 16)]);
}
