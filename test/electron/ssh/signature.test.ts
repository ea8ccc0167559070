import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestMessage, newSigningKey, publicKeyOf, signSsh, verifySsh } from '../../../electron/ssh/index.ts';
import { fixture, sentenceOf } from './sshSupport.ts';

const message = Buffer.from(fixture('message.txt'));
const signature = fixture('message.sig');
const signer = fixture('signer.pub').split(' ').slice(0, 2).join(' ');
const signed = { ok: true, publicKey: signer, fingerprint: fixture('fingerprint.txt').split(' ')[1] };

test('the same message, key and purpose make the very signature that ssh-keygen makes', () => {
  expect(signSsh(fixture('signer'), 'exercise', message)).toBe(signature);
});

test('a signature by ssh-keygen holds here, of either digest, with the key at hand or the one it names', () => {
  expect([
    verifySsh(signature, 'exercise', message, fixture('signer.pub')),
    verifySsh(signature, 'exercise', message),
    verifySsh(fixture('sha256.sig'), 'exercise', message),
    verifySsh(signature.replaceAll('\n', '\r\n'), 'exercise', message),
  ]).toEqual([signed, signed, signed, signed]);
});

test('a digest stands for what was read already', async () => {
  async function* content(): AsyncGenerator<Uint8Array> {
    for (const byte of message) yield Uint8Array.of(byte);
  }
  const digest = await digestMessage(content());
  expect(digest.sha512).toEqual(createHash('sha512').update(message).digest());
  expect(signSsh(fixture('signer'), 'exercise', digest)).toBe(signature);
  expect(verifySsh(signature, 'exercise', digest)).toEqual(signed);
  expect(sentenceOf(() => verifySsh(signature, 'exercise', { sha512: new Uint8Array(32) }))).toContain('64 bytes');
});

test('each way to fail has its own sentence', () => {
  const other = newSigningKey('another');
  expect([
    verifySsh('no signature', 'exercise', message),
    verifySsh(fixture('ecdsa.sig'), 'exercise', message),
    verifySsh(fixture('sha256.sig'), 'exercise', { sha512: new Uint8Array(64) }),
    verifySsh(signature, 'file', message),
    verifySsh(signature, 'exercise', message, other.publicKey),
    verifySsh(signature, 'exercise', Buffer.concat([message, Buffer.from(' ')])),
  ]).toEqual([
    {
      ok: false,
      reason: 'not-a-signature',
      sentence: 'This is not an SSH signature, or it is damaged. Choose the file that came with what was signed.',
      publicKey: null,
    },
    {
      ok: false,
      reason: 'other-algorithm',
      sentence:
        'This signature was made with ecdsa-sha2-nistp256; what can be checked here is Ed25519 with SHA-512. Check it with ssh-keygen -Y verify.',
      publicKey: null,
    },
    {
      ok: false,
      reason: 'other-algorithm',
      sentence:
        'This signature was made with sha256; what can be checked here is Ed25519 with SHA-512. Check it with ssh-keygen -Y verify.',
      publicKey: signer,
    },
    {
      ok: false,
      reason: 'other-namespace',
      sentence: 'This signature was made for another purpose (“exercise”, not “file”), so it says nothing about this.',
      publicKey: signer,
    },
    {
      ok: false,
      reason: 'other-key',
      sentence: expect.stringMatching(/^This signature names another key \(SHA256:\S+\) than the one .* \(SHA256:/),
      publicKey: signer,
    },
    {
      ok: false,
      reason: 'message-changed',
      sentence: 'This signature does not fit: what was signed, or the signature, was changed afterwards.',
      publicKey: signer,
    },
  ]);
});

test('no bit of a signature can be flipped unnoticed', () => {
  const text = Buffer.from(signature);
  const held: number[] = [];
  for (let bit = 0; bit < text.length * 8; bit++) {
    const changed = Buffer.from(text);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    // As bytes: a byte that is no ASCII is another character, however it is read.
    if (verifySsh(changed.toString('latin1'), 'exercise', message, signer).ok) held.push(bit);
  }
  const body = Buffer.from(signature.split('\n').slice(1, -2).join(''), 'base64');
  for (let bit = 0; bit < body.length * 8; bit++) {
    const changed = Buffer.from(body);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const made = `-----BEGIN SSH SIGNATURE-----\n${changed.toString('base64')}\n-----END SSH SIGNATURE-----\n`;
    if (verifySsh(made, 'exercise', message).ok) held.push(bit);
  }
  expect(held).toEqual([]);
});

test('a signature cut anywhere, or with something behind it, is none', () => {
  for (let length = 0; length < signature.length - 1; length++) {
    expect(verifySsh(signature.slice(0, length), 'exercise', message).ok).toBe(false);
  }
  expect(verifySsh(`${signature}more`, 'exercise', message).ok).toBe(false);
  expect(verifySsh(signature + signature, 'exercise', message).ok).toBe(false);
});

test('any message of any purpose verifies for its signer, and for nobody and nothing else', () => {
  const [key, other] = [newSigningKey('one'), newSigningKey('other')];
  fc.assert(
    fc.property(fc.uint8Array(), fc.stringMatching(/^[a-z.@-]{1,20}$/), (bytes, namespace) => {
      const made = signSsh(key.secret, namespace, bytes);
      expect(verifySsh(made, namespace, bytes, publicKeyOf(key.secret)).ok).toBe(true);
      expect(verifySsh(made, namespace, bytes, other.publicKey).ok).toBe(false);
      expect(verifySsh(made, `${namespace}x`, bytes).ok).toBe(false);
      expect(verifySsh(made, namespace, Buffer.concat([bytes, Buffer.from([0])])).ok).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test('a purpose is one word', () => {
  for (const namespace of ['', 'two words', 'a\n'])
    expect(sentenceOf(() => signSsh(fixture('signer'), namespace, message))).toContain('not one word');
});
