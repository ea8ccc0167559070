/** Tokens that openssl made; see build/fixtures/timestamp. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTimestamp, readTimestampToken } from '../../../electron/timestamp/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';

const at = (name: string) => join(import.meta.dirname, 'fixtures', name);
const fixture = (name: string) => new Uint8Array(readFileSync(at(name)));
const message = fixture('message.txt');
const [one, two] = ['one.pem', 'two.pem'].map(name => readFileSync(at(name), 'utf8'));
const roots = [one ?? ''];

test('a token for this content, by an authority that a trusted certificate names, holds', () => {
  for (const [name, authority] of [
    ['rsa.tsr', 'rsa'],
    ['rsa.tst', 'rsa'],
    ['pss.tst', 'rsa'],
    ['ecdsa.tsr', 'ecdsa'],
  ] as const) {
    const { token, notChecked, ...verdict } = checkTimestamp(fixture(name), message, roots);
    expect(verdict).toEqual({
      ok: true,
      covers: true,
      signature: 'valid',
      authority: {
        name: `Exercise Time Authority ${authority}`,
        issuer: 'Exercise Root one',
        fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      },
      chain: 'leads-to-root',
      sentence: `Exercise Time Authority ${authority} states that this content existed on ${token.time.slice(0, 10)} at ${token.time.slice(11, 19)} UTC, give or take 1.5 s. Its certificate leads to one that is trusted here.`,
      problems: [],
    });
    expect(notChecked.join(' ')).toContain('revoked');
  }
});

test('where only its digest is at hand, that is held against the token', () => {
  const verdictOn = (digest: string) => {
    const { covers, problems } = checkTimestamp(fixture('ecdsa.tsr'), { digest }, roots);
    return { covers, problems };
  };
  expect([verdictOn(sha256Of(message)), verdictOn(sha256Of(Buffer.from('another content')))]).toEqual([
    { covers: true, problems: [] },
    { covers: false, problems: ['It is for another content: the stamped digest is not that of what was given.'] },
  ]);
});

test('the token is read as openssl prints it', () => {
  const { time, ...token } = readTimestampToken(fixture('ecdsa.tsr'));
  expect(token).toEqual({
    accuracyMs: 1500,
    hash: 'sha256',
    digest: sha256Of(message),
    serial: '03',
    policy: '1.3.6.1.4.1.99999.1',
  });
  expect(time).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
});

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('without a trusted certificate it holds as far as it goes, and says how far', () => {
  const { ok, chain, sentence } = checkTimestamp(fixture('rsa.tsr'), message);
  expect({ ok, chain, said: sentence.split(' UTC, give or take 1.5 s. ')[1] }).toEqual({
    ok: true,
    chain: 'no-root-given',
    said: 'Whether it can be believed is open: no certificate that is trusted was given.',
  });
});

test('each thing that speaks against a token has its own sentence', () => {
  const problems = (name: string, content: Uint8Array = message, trusted: readonly string[] = roots) =>
    checkTimestamp(fixture(name), content, trusted).problems;
  expect([
    problems('rsa.tsr', Buffer.from('another content')),
    problems('rsa.tsr', message, [two ?? '']),
    problems('no-certificate.tsr'),
    problems('sha1.tsr'),
    problems('not-for-time.tst'),
    problems('unnamed.tst'),
  ]).toEqual([
    ['It is for another content: the stamped digest is not that of what was given.'],
    ['The certificate of the authority does not lead to any of the trusted certificates.'],
    [
      'The certificate of the authority is not in the token, so its signature could not be checked. Ask for a token with certificate.',
    ],
    ['The digest was made with sha1, for which another content can be made; it shows nothing.'],
    ['The certificate that signed it is not one for time-stamps.'],
    ['The token does not name the certificate that it was signed with, as it must.'],
  ]);
});

test('an authority can be trusted by its own certificate', () => {
  const { authority } = checkTimestamp(fixture('rsa.tsr'), message);
  expect(authority?.issuer).toBe('Exercise Root one');
  expect(checkTimestamp(fixture('rsa.tsr'), message, [`${two}\n${one}`]).chain).toBe('leads-to-root');
});

test('a refusal, a file that is none, and a root that is none are told', () => {
  expect(
    [
      () => readTimestampToken(fixture('refused.tsr')),
      () => readTimestampToken(message),
      () => readTimestampToken(new Uint8Array(0)),
      () => checkTimestamp(fixture('rsa.tsr'), message, ['no certificate']),
    ].map(sentenceOf),
  ).toEqual([
    'This is the answer of a time-stamp authority that refused: it holds no token. Choose the file as the time-stamp authority gave it.',
    'This is not a time-stamp token, or something stands behind it. Choose the file as the time-stamp authority gave it.',
    'This is not a time-stamp token. Choose the file as the time-stamp authority gave it.',
    'This is not a certificate in text form (PEM). Choose the file as the time-stamp authority gave it.',
  ]);
});

function sentenceOf(work: () => unknown): string {
  try {
    work();
    return 'no error';
  } catch (error) {
    if (!(error instanceof ProbatumError)) throw error;
    return error.message;
  }
}

test('a flipped bit never makes a token say another time or cover another content', () => {
  // Each check takes some milliseconds: a step that meets every part of the token, and each bit of a byte in turn.
  const step = 61;
  for (const name of ['rsa.tst', 'ecdsa.tsr']) {
    const bytes = fixture(name);
    const said = readTimestampToken(bytes);
    let held = 0;
    for (let bit = 0; bit < bytes.length * 8; bit += step) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      try {
        const { ok, token } = checkTimestamp(changed, message, roots);
        if (!ok) continue;
        held += 1;
        expect(token).toEqual(said);
      } catch (error) {
        if (!(error instanceof ProbatumError)) throw error;
      }
    }
    // What makes no statement is not signed: numbers of versions, how the authority answered, lists of algorithms.
    expect(held / ((bytes.length * 8) / step)).toBeLessThan(0.1);
  }
});

test('random bytes never break the reader', () => {
  const start = fixture('rsa.tst').subarray(0, 60);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, likeOne) => {
      sentenceOf(() => checkTimestamp(likeOne ? Buffer.concat([start, bytes]) : bytes, message, roots));
    }),
    { numRuns: 300 },
  );
  const deep = Buffer.concat([Buffer.alloc(900_000, Buffer.from([0x30, 0x80]))]);
  expect(sentenceOf(() => readTimestampToken(deep))).toMatch(/^This is not a time-stamp token/);
});

test.runIf(spawnSync('openssl', ['version']).status === 0)('openssl agrees on each of them', () => {
  const verify = (name: string) => {
    const form = name.endsWith('.tst') ? ['-token_in'] : [];
    const args = ['ts', '-verify', '-in', at(name), ...form, '-data', at('message.txt'), '-CAfile', at('one.pem')];
    return spawnSync('openssl', args).status === 0;
  };
  // openssl ts knows no RSA-PSS.
  const names = ['rsa.tsr', 'rsa.tst', 'ecdsa.tsr', 'not-for-time.tst', 'unnamed.tst', 'no-certificate.tsr'];
  expect(names.map(name => [name, verify(name)])).toEqual(
    names.map(name => [name, checkTimestamp(fixture(name), message, roots).ok]),
  );
});
