/** Promise 4: killed at twenty random moments of an import, the vault opens, verifies, and holds all that was reported. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { assetsFolder } from '../../support/assets.ts';

const kills = 20;
const files = 300;

const Reported = z.object({
  path: z.string(),
  outcome: z.string(),
  number: z.number().nullable(),
  exhibitId: z.string().nullable(),
});
const Listed = z.object({ id: z.string(), number: z.number(), sha256: z.string(), fileName: z.string() });

test('twenty kills lose nothing that was reported, and the import resumes to its end', {
  timeout: 240_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'probatum-kill-'));
  const cli = join(assetsFolder(), 'cli', 'probatum.js');
  const secret = join(folder, 'passphrase');
  writeFileSync(secret, 'granite otter lantern seventeen\n');
  const vault = join(folder, 'kill.probatum');
  const runNow = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args, '--passphrase-file', secret], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  };
  try {
    const evidence = join(folder, 'evidence');
    mkdirSync(evidence);
    for (let at = 0; at < files; at++) {
      writeFileSync(
        join(evidence, `${String(at).padStart(4, '0')}.txt`),
        at % 50 === 7
          ? Buffer.alloc(3_000_000, at)
          : `File ${at} of the exercise.\n${'words of evidence '.repeat(at * 4)}`,
      );
    }
    expect(runNow('vault', 'create', vault, '--person', 'Test Person').status).toBe(0);
    expect(runNow('case', 'create', vault, '--ref', 'K', '--title', 'Killed (exercise)').status).toBe(0);

    const reported = new Map<string, z.infer<typeof Reported>>();
    const seed = Math.floor(Math.random() * 2 ** 31);
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    for (let round = 0; round < kills; round++) {
      const how = jobBegun(runNow('vault', 'info', vault, '--json').stdout) ? ['--resume'] : [evidence];
      // A random number of reports, then a random short while more: a moment inside a step, not between two.
      for (const row of await killedImport(
        cli,
        [vault, '--case', 'K', '--json', '--passphrase-file', secret, ...how],
        Math.floor(random() * 12),
        random() * 25,
      ))
        reported.set(row.path, row);
      const verdict = runNow('vault', 'verify', vault);
      expect(verdict.status, `seed ${seed}, round ${round}: ${verdict.stdout}${verdict.stderr}`).toBe(0);
      const held = new Map(
        list(runNow('exhibit', 'list', vault, '--case', 'K', '--json').stdout).map(exhibit => [exhibit.id, exhibit]),
      );
      for (const row of reported.values())
        expect(held.has(row.exhibitId ?? ''), `seed ${seed}, round ${round}: ${row.path}`).toBe(true);
    }
    const last = runNow('import', vault, '--case', 'K', '--resume', '--json');
    expect(last.status, last.stderr).toBe(0);
    const all = list(runNow('exhibit', 'list', vault, '--case', 'K', '--json').stdout);
    expect(new Set(all.map(exhibit => exhibit.fileName)).size).toBe(files);
    expect(all.map(exhibit => exhibit.number)).toEqual(Array.from({ length: files }, (_, at) => at + 1));
    const out = join(folder, 'out');
    const sample = all[Math.floor(random() * all.length)];
    expect(runNow('exhibit', 'export', vault, String(sample?.number), '--case', 'K', '--out', out).status).toBe(0);
    expect(readFileSync(out).equals(readFileSync(join(evidence, sample?.fileName ?? '')))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Custody event 1 makes the vault, 2 the case; anything more means that the admission had begun. */
function jobBegun(info: string): boolean {
  return z.object({ custodyEvents: z.number() }).parse(JSON.parse(info)).custodyEvents > 2;
}

function list(lines: string) {
  return lines
    .split('\n')
    .filter(Boolean)
    .map(line => Listed.parse(JSON.parse(line)));
}

function killedImport(
  cli: string,
  args: string[],
  afterReports: number,
  thenMs: number,
): Promise<z.infer<typeof Reported>[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'import', ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    let text = '';
    let doomed = false;
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString('utf8');
      if (doomed || text.split('\n').length - 1 < afterReports) return;
      doomed = true;
      setTimeout(() => {
        // The whole group: the extractors must not outlive a core that was killed.
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      }, thenMs);
    });
    child.on('error', reject);
    // Only whole lines were reported.
    child.on('close', () =>
      resolve(
        text
          .split('\n')
          .slice(0, -1)
          .map(line => Reported.parse(JSON.parse(line))),
      ),
    );
  });
}
