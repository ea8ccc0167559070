/** An authority of time for an afternoon, made with openssl where it is on the PATH: it answers requests (RFC 3161). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasOpenssl = spawnSync('openssl', ['version']).error === undefined;

const config = `[tsa]
default_tsa = one
[one]
serial = ./serial
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
ess_cert_id_alg = sha256
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
`;

/** Writes the answer, and the certificate that it is signed with. */
export function answerRequest({ request, answer, certificate }: Record<'request' | 'answer' | 'certificate', string>) {
  const cwd = mkdtempSync(join(tmpdir(), 'probatum-authority-'));
  const openssl = (...args: string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  try {
    writeFileSync(join(cwd, 'tsa.cnf'), config);
    writeFileSync(join(cwd, 'serial'), '01\n');
    const own = ['-config', 'tsa.cnf'];
    const named = ['-subj', '/O=Exercise/CN=Exercise Authority of Time', '-days', '2', '-extensions', 'authority'];
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'key');
    openssl('req', '-x509', '-new', '-key', 'key', ...named, ...own, '-out', certificate);
    openssl('ts', '-reply', ...own, '-queryfile', request, '-signer', certificate, '-inkey', 'key', '-out', answer);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
