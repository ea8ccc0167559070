import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allowedSignersLine,
  fingerprintOf,
  isSigningPublicKey,
  newSigningKey,
  principalOf,
  publicKeyOf,
  signSsh,
  verifySsh,
} from '../../../electron/ssh/index.ts';
import { fixture, sentenceOf } from './sshSupport.ts';

test('a key that ssh-keygen made is read: its public line with the comment, and the fingerprint', () => {
  expect({
    publicKey: publicKeyOf(fixture('signer')),
    fingerprint: fingerprintOf(fixture('signer.pub')),
  }).toEqual({
    publicKey: fixture('signer.pub').trim(),
    fingerprint: fixture('fingerprint.txt').split(' ')[1],
  });
});

test('a new key comes back from its secret, whatever the comment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), comment => {
      const { publicKey, secret } = newSigningKey(comment);
      expect(publicKeyOf(secret)).toBe(publicKey);
      expect(publicKey.split('\n')).toHaveLength(1);
    }),
  );
});

test('a comment cannot begin a second line', () => {
  const { publicKey } = newSigningKey('Ana\nssh-ed25519 AAAA other');
  expect(publicKey.endsWith(' Ana ssh-ed25519 AAAA other')).toBe(true);
  expect(isSigningPublicKey(publicKey)).toBe(true);
});

test('two keys are never the same', () => {
  expect(newSigningKey('').secret).not.toBe(newSigningKey('').secret);
});

test('what is no Ed25519 public key is refused with what it is', () => {
  const [kind, base64 = ''] = fixture('signer.pub').split(' ');
  expect(
    [fixture('other.pub'), `${kind} ${base64.slice(0, -4)}`, 'age1abc', '', `${fixture('signer.pub')}${kind} x`].map(
      text => sentenceOf(() => fingerprintOf(text)),
    ),
  ).toEqual([
    'This is an OpenSSH key of the kind ecdsa-sha2-nistp256; here they are of the kind ssh-ed25519. Copy the key again from where it came.',
    'This is not a public key: one line that begins with ssh-ed25519. Copy the key again from where it came.',
    'This is not a public key: one line that begins with ssh-ed25519. Copy the key again from where it came.',
    'This is not a public key: one line that begins with ssh-ed25519. Copy the key again from where it came.',
    'There is more than one line, and a public key is one. Copy the key again from where it came.',
  ]);
});

test('a damaged secret key is refused, and its sentence holds nothing of it', () => {
  const secret = fixture('signer');
  const lines = secret.split('\n');
  const body = Buffer.from(lines.slice(1, -2).join(''), 'base64');
  for (let bit = 0; bit < body.length * 8; bit++) {
    const changed = Buffer.from(body);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const made = [lines[0], changed.toString('base64'), lines.at(-2), ''].join('\n');
    // The comment and the random number, both of whose copies would have to change, are all that may differ.
    const read = sentenceOf(() => {
      expect(publicKeyOf(made).split(' ')[1]).toBe(publicKeyOf(secret).split(' ')[1]);
    });
    expect(read).toMatch(/^(no error|This is|This OpenSSH private key is|There is more than one key)/);
    expect(read).not.toContain(lines[2]?.slice(0, 10));
  }
  for (const text of ['', 'x', secret.slice(0, 100), fixture('other'), fixture('message.sig')]) {
    expect(sentenceOf(() => publicKeyOf(text))).toMatch(/^This /);
  }
});

test('random text never breaks the readers: each answers or gives its own sentence', () => {
  const pem = (label: string) =>
    fc
      .uint8Array({ maxLength: 200 })
      .map(bytes => `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64')}\n-----END ${label}-----\n`);
  const start = Buffer.from('SSHSIG\0\0\0\x01', 'latin1');
  const signatureLike = fc
    .uint8Array({ maxLength: 200 })
    .map(bytes => Buffer.concat([start, bytes]).toString('base64'))
    .map(body => `-----BEGIN SSH SIGNATURE-----\n${body}\n-----END SSH SIGNATURE-----\n`);
  const keyLike = fc.uint8Array({ maxLength: 80 }).map(bytes => `ssh-ed25519 ${Buffer.from(bytes).toString('base64')}`);
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), pem('OPENSSH PRIVATE KEY'), pem('SSH SIGNATURE'), signatureLike, keyLike),
      text => {
        sentenceOf(() => publicKeyOf(text));
        sentenceOf(() => fingerprintOf(text));
        sentenceOf(() => signSsh(text, 'exercise', new Uint8Array(1)));
        expect(verifySsh(text, 'exercise', new Uint8Array(1)).ok).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('a name becomes one word in the list of allowed signers', () => {
  const { publicKey } = newSigningKey('Ana');
  const [kind, base64] = publicKey.split(' ');
  expect(allowedSignersLine('Ana "Quay" Exämple,\n* 김', publicKey, 'probatum')).toBe(
    `Ana-Quay-Exämple-김 namespaces="probatum" ${kind} ${base64}`,
  );
  expect(['', '***', 'ana@example.org'].map(principalOf)).toEqual(['signer', 'signer', 'ana@example.org']);
});
