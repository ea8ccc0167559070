/** What each measured exchange starts from: a case of large exhibits that a finding rests on, and the files that were admitted. */
import { createCipheriv } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allExhibits } from '../measure/admitFolders.ts';
import { distFolder, openBenchVault, passphrase, startBenchCore } from './benchCore.ts';
import { requireProgram } from './runProgram.ts';
import { writePdf } from './writePdf.ts';

export const EXHIBIT_BYTES = 10_000_000;
export const reference = 'C-BENCH';

export interface ExchangeGround {
  folder: string;
  vault: string;
  files: string;
  sizeBytes: number;
  /** Arguments of the command line on that vault. */
  command(...args: string[]): string[];
}

export async function fillGround(folder: string, sizeBytes: number): Promise<ExchangeGround> {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  writeScans(files, sizeBytes);
  const vault = join(folder, 'vault.probatum');
  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, passphrase, { mode: 0o600 });
  const command = (...args: string[]) => [
    // As `npx probatum` starts it.
    '--max-semi-space-size=8',
    join(distFolder(), 'cli', 'probatum.js'),
    ...args,
    '--passphrase-file',
    passphraseFile,
  ];
  await requireProgram(process.execPath, command('vault', 'create', vault, '--person', 'Bench'));
  await requireProgram(process.execPath, command('case', 'create', vault, '--ref', reference, '--title', 'Bench'));
  await requireProgram(process.execPath, command('import', vault, '--case', reference, files));
  await citeAll(vault);
  return { folder, vault, files, sizeBytes, command };
}

/** Each another, and the same in each run. */
function writeScans(folder: string, sizeBytes: number): void {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 3), Buffer.alloc(16));
  for (let written = 0, number = 1; written < sizeBytes; number += 1) {
    const length = Math.min(EXHIBIT_BYTES, sizeBytes - written);
    const name = `scan-${String(number).padStart(3, '0')}`;
    const pages = [[`Scan ${number} (exercise)`]];
    writeFileSync(join(folder, `${name}.pdf`), writePdf(pages, name, cipher.update(Buffer.alloc(length))));
    written += length;
  }
}

/** Only what findings rest on goes into a bundle. */
async function citeAll(vault: string): Promise<void> {
  const core = startBenchCore();
  const run = core.dispatcher.run.bind(core.dispatcher);
  try {
    const caseId = await openBenchVault(core, vault);
    const { id: findingId } = await run('finding.create', { caseId, title: 'Everything was scanned (exercise)' });
    const { claimId } = await run('finding.addClaim', {
      findingId,
      text: 'Each scan shows its page.',
      provisionIds: [],
    });
    const rect = { x: 0.1, y: 0.1, w: 0.5, h: 0.2 };
    for (const { id: exhibitId } of allExhibits(core, caseId)) {
      const selection = { kind: 'region' as const, pageIndex: 0, rect };
      const { id: passageId } = await run('passage.mark', { exhibitId, selection });
      await run('citation.cite', { claimId, passageId, bearing: 'supports', credibility: 2 });
    }
  } finally {
    await core.close();
  }
}
