/** The certificates that time-stamp authorities are judged by. None is shipped: whom to trust is for the person to say. */
import { X509Certificate } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { TrustedCertificate } from '../../../shared/domain/identity/timestamp.ts';
import { toInstant } from '../../../shared/kernel/dates.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { nameIn } from '../../timestamp/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { HostContext } from '../host.ts';
import { readSmall } from './givenText.ts';
import { insertTrusted, setTrustWithdrawn, trustedCertificates } from './trustedSql.ts';

const mostBytes = 64 * 1024;

export function listTrusted(ctx: QueryContext): TrustedCertificate[] {
  return trustedCertificates(ctx.db);
}

/** All certificates of a file, since authorities give out theirs together with those above it. */
export async function trustCertificates(
  host: HostContext,
  { from }: ParsedInputOf<'receipt.trust'>,
): Promise<OutputOf<'receipt.trust'>> {
  const given = readCertificates(await readSmall(host, from, mostBytes), host.grants.pathOf(from));
  return host.session.write(ctx => {
    for (const certificate of given) trustOne(ctx, certificate);
    return trustedCertificates(ctx.db);
  });
}

function trustOne(ctx: CommandContext, certificate: X509Certificate): void {
  const fingerprint = certificate.fingerprint256;
  if (trustedCertificates(ctx.db).some(one => one.fingerprint === fingerprint)) return;
  const name = nameIn(certificate.subject);
  insertTrusted(ctx.db, {
    fingerprint,
    name,
    validUntil: toInstant(new Date(certificate.validTo)),
    pem: certificate.toString(),
    trustedAt: ctx.now(),
    trustedBy: ctx.actor,
  });
  ctx.custody.record({ action: 'time-authority-trusted', subject: fingerprint, details: { name } });
}

/** As text (PEM), or as bytes (DER). @throws certificate-unfit */
function readCertificates(bytes: Uint8Array, path: string): X509Certificate[] {
  const text = Buffer.from(bytes).toString('latin1');
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  try {
    return found ? found.map(pem => new X509Certificate(pem)) : [new X509Certificate(bytes)];
  } catch (error) {
    throw new ProbatumError('certificate-unfit', { path }, { cause: error });
  }
}

/** @throws not-found */
export function distrust(
  ctx: CommandContext,
  { fingerprint }: ParsedInputOf<'receipt.distrust'>,
): OutputOf<'receipt.distrust'> {
  const trusted = trustedCertificates(ctx.db).find(one => one.fingerprint === fingerprint);
  if (!trusted) throw new ProbatumError('not-found', { what: 'trusted certificate', id: fingerprint });
  setTrustWithdrawn(ctx.db, fingerprint, ctx.now());
  ctx.custody.record({ action: 'time-authority-withdrawn', subject: fingerprint, details: { name: trusted.name } });
  return trustedCertificates(ctx.db);
}
