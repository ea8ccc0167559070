/**
 * A small file beside the vault that says who has it open, so that the second one to come can be told. It locks nothing:
 * the lock is SQLite's. It holds no case content.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

function notePath(vaultPath: string): string {
  return `${vaultPath}.open`;
}

export function writeLockNote(vaultPath: string, holder: string): void {
  try {
    writeFileSync(notePath(vaultPath), `${holder} (process ${process.pid})`, { mode: 0o600 });
  } catch {
    // A read-only folder: the vault still opens, the second comer is told less.
  }
}

export function releaseLockNote(vaultPath: string): void {
  rmSync(notePath(vaultPath), { force: true });
}

export function describeHolder(vaultPath: string): string {
  try {
    return readFileSync(notePath(vaultPath), 'utf8').slice(0, 200);
  } catch {
    return 'another program';
  }
}
