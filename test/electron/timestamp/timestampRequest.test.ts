import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { timestampRequest } from '../../../electron/timestamp/index.ts';

const content = 'What is to be stamped, in an exercise.\n';
const sha256 = createHash('sha256').update(content).digest();

/** As `openssl ts -query -data content -sha256 -no_nonce -cert` (OpenSSL 3.0) writes it. */
const byOpenssl = `30390201013031300d060960864801650304020105000420${sha256.toString('hex')}0101ff`;

test('golden: a request holds the digest, asks for the certificate, and is the same each time', () => {
  expect(Buffer.from(timestampRequest(sha256)).toString('hex')).toBe(byOpenssl);
  expect(() => timestampRequest(sha256.subarray(1))).toThrow(/SHA-256/);
});

const openssl = spawnSync('openssl', ['version']).error === undefined;
test.skipIf(!openssl)('openssl on this machine writes the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'probatum-tsq-'));
  try {
    writeFileSync(join(folder, 'content'), content);
    const args = ['ts', '-query', '-data', 'content', '-sha256', '-no_nonce', '-cert', '-out', 'request.tsq'];
    expect(spawnSync('openssl', args, { cwd: folder }).status).toBe(0);
    expect(new Uint8Array(readFileSync(join(folder, 'request.tsq')))).toEqual(timestampRequest(sha256));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
