/** Held against ssh-keygen itself, both ways, where it is installed; the golden files do so elsewhere. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allowedSignersLine,
  fingerprintOf,
  newSigningKey,
  principalOf,
  publicKeyOf,
  signSsh,
  verifySsh,
} from '../../../electron/ssh/index.ts';
import { hasProgram } from './sshSupport.ts';

describe.runIf(hasProgram('ssh-keygen', '-?'))('ssh-keygen', () => {
  const key = newSigningKey('Ana Exämple 김');
  const message = Buffer.from('what is signed');
  let folder: string;
  const at = (name: string) => join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-ssh-'));
    writeFileSync(at('key'), key.secret, { mode: 0o600 });
    writeFileSync(at('key.pub'), `${key.publicKey}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[], input?: Uint8Array) => {
    const { status, stdout, stderr } = spawnSync('ssh-keygen', args, { input });
    return { status, out: stdout.toString().trim(), said: stderr.toString().trim() };
  };

  test('reads our secret key and prints our public line and fingerprint', () => {
    expect(run(['-y', '-f', at('key')]).out).toBe(key.publicKey);
    expect(run(['-l', '-f', at('key.pub')]).out.split(' ')[1]).toBe(fingerprintOf(key.publicKey));
  });

  test('accepts our signature by the line of allowed signers, and for that purpose alone', () => {
    writeFileSync(at('allowed'), `${allowedSignersLine('Ana Exämple', key.publicKey, 'probatum')}\n`);
    writeFileSync(at('sig'), signSsh(key.secret, 'probatum', message));
    const verify = (namespace: string, who: string, input: Uint8Array) =>
      run(['-Y', 'verify', '-n', namespace, '-f', at('allowed'), '-I', who, '-s', at('sig')], input).status === 0;
    const who = principalOf('Ana Exämple');
    expect([
      verify('probatum', who, message),
      verify('file', who, message),
      verify('probatum', 'somebody', message),
      verify('probatum', who, Buffer.from('something else')),
    ]).toEqual([true, false, false, false]);
  });

  test('signs with our key what we verify, and makes the same signature', () => {
    const { out } = run(['-Y', 'sign', '-n', 'probatum', '-f', at('key')], message);
    expect(`${out}\n`).toBe(signSsh(key.secret, 'probatum', message));
    expect(verifySsh(out, 'probatum', message, key.publicKey).ok).toBe(true);
  });

  test('makes keys that we read, and takes back those that it gave a passphrase', () => {
    run(['-q', '-t', 'ed25519', '-N', '', '-C', 'made there', '-f', at('theirs')]);
    const secret = spawnSync('cat', [at('theirs')]).stdout.toString();
    expect(publicKeyOf(secret)).toBe(run(['-y', '-f', at('theirs')]).out);
    run(['-q', '-p', '-N', 'exercise passphrase', '-P', '', '-f', at('theirs')]);
    const locked = spawnSync('cat', [at('theirs')]).stdout.toString();
    expect(() => publicKeyOf(locked)).toThrow('protected by a passphrase');
  });
});
