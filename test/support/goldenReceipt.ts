/** The receipt that openssl stamped, put into a vault as if it had been made there: a real one is never the same twice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '../../electron/core.ts';
import { sha256Of } from '../../electron/services/identity/digests.ts';
import { currentIdentity } from '../../electron/services/identity/index.ts';
import { insertReceipt } from '../../electron/services/identity/receiptSql.ts';

const folder = join(import.meta.dirname, '..', 'electron', 'services', 'fixtures', 'receipt');

export function goldenPath(name: string): string {
  return join(folder, name);
}

export function golden(name: string): string {
  return readFileSync(goldenPath(name), 'utf8');
}

/** The vault has keys already. */
export function plantGoldenReceipt({ session }: Core): void {
  const text = golden('receipt.txt');
  session.write(ctx =>
    insertReceipt(ctx.db, {
      id: ctx.newId('rcp'),
      sha256: sha256Of(text),
      text,
      signature: golden('receipt.txt.sig'),
      madeBy: 'Test Person',
      identityId: currentIdentity(ctx.db)?.id ?? ctx.newId('idn'),
      eventCount: 1204,
      headHash: '3f'.repeat(32),
      madeAt: ctx.now(),
    }),
  );
}
