import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { allDocuments, readDocument } from '../../documents/documentStore.ts';
import { custodyHead, verifyCustody } from '../custody/index.ts';
import type { Session } from '../session.ts';
import { recordsAgainstLog } from './recordsAgainstLog.ts';
import { requireStrength } from './passphraseStrength.ts';

export function changePassphrase(session: Session, { current, next }: ParsedInputOf<'vault.changePassphrase'>): void {
  const { connection } = session;
  if (!connection.isPassphrase(current)) throw new ProbatumError('vault-wrong-passphrase', { path: connection.path });
  requireStrength(next);
  connection.changePassphrase(next);
  // After, not before: a change that failed for want of room must not stand in the log.
  session.write(ctx => ctx.custody.record({ action: 'passphrase-changed', subject: basename(connection.path) }));
}

/** Written beside its place, checked page by page under its own key, then recorded. */
export function backUpVault(session: Session, path: string): OutputOf<'vault.backup'> {
  session.connection.copyTo(path);
  session.write(ctx => ctx.custody.record({ action: 'vault-backed-up', subject: basename(path) }));
  return { path, sizeBytes: statSync(path).size };
}

/** Everything that can be checked without anybody else: pages, rows, each document's digest, the custody chain. */
export function verifyVault(session: Session): OutputOf<'vault.verify'> {
  const problems = session.connection.checkIntegrity();
  const db = session.connection.readable;
  let documents = 0;
  let bytes = 0;
  for (const document of allDocuments(db)) {
    const hash = createHash('sha256');
    let size = 0;
    for (const chunk of readDocument(db, document.sha256)) {
      hash.update(chunk);
      size += chunk.length;
    }
    if (hash.digest('hex') !== document.sha256 || size !== document.sizeBytes)
      problems.push(`document ${document.sha256} no longer has the digest on record`);
    documents += 1;
    bytes += size;
  }
  const chain = verifyCustody(session.queryContext());
  if (!chain.ok) problems.push(`the custody chain breaks at event ${chain.brokenAt}`);
  problems.push(...recordsAgainstLog(db));
  return {
    ok: problems.length === 0,
    problems,
    documents,
    bytes,
    custodyEvents: chain.count,
    custodyHead: custodyHead(db).hash,
  };
}
