/** Which vaults were opened lately: paths and names in the profile folder, and nothing of a case. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Instant } from '../../../shared/kernel/dates.ts';

const Recent = z.array(z.object({ path: z.string(), name: z.string(), openedAt: Instant })).max(50);
type Recent = z.infer<typeof Recent>;

export class RecentVaults {
  readonly #file: string | null;

  /** Without a profile folder (the command line) nothing is remembered. */
  constructor(profileFolder: string | null) {
    this.#file = profileFolder ? join(profileFolder, 'recent-vaults.json') : null;
  }

  list(): (Recent[number] & { exists: boolean })[] {
    return this.#read().map(recent => ({ ...recent, exists: existsSync(recent.path) }));
  }

  remember(recent: Recent[number]): void {
    this.#write([recent, ...this.#read().filter(other => other.path !== recent.path)].slice(0, 12));
  }

  forget(path: string): void {
    this.#write(this.#read().filter(other => other.path !== path));
  }

  #read(): Recent {
    if (!this.#file) return [];
    try {
      return Recent.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return [];
    }
  }

  #write(recent: Recent): void {
    if (!this.#file) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(recent, null, 2), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}
