/**
 * A case of large exhibits exported as a bundle and verified, by the command line as it ships, beside zip and sha256sum over the
 * same files. The exhibits are PDFs that are large as scans are: by bytes that no packing makes smaller. A finding rests on all.
 */
import { createCipheriv } from 'node:crypto';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allExhibits } from '../measure/admitFolders.ts';
import { distFolder, openBenchVault, passphrase, startBenchCore } from './benchCore.ts';
import { isInstalled, type Measured, requireProgram } from './runProgram.ts';
import { type Figure, inMegabytes } from './table.ts';
import { writePdf } from './writePdf.ts';

const EXHIBIT_BYTES = 10_000_000;
const reference = 'C-BENCH';

/** A vault with the case, and the files that were admitted to it: what each measured exchange starts from. */
export interface ExchangeGround {
  folder: string;
  vault: string;
  files: string;
  sizeBytes: number;
  /** Arguments of the command line on that vault. */
  command(...args: string[]): string[];
}

export async function exchangeBench(folder: string, sizeBytes: number): Promise<Figure[]> {
  const ground = await fillGround(folder, sizeBytes);
  // Sealing and opening an archive of the same case belongs here, as another function of the ground.
  const figures = await bundleFigures(ground);
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function fillGround(folder: string, sizeBytes: number): Promise<ExchangeGround> {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  writeScans(files, sizeBytes);
  const vault = join(folder, 'vault.probatum');
  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, passphrase, { mode: 0o600 });
  const command = (...args: string[]) => [
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

async function bundleFigures({ folder, vault, files, sizeBytes, command }: ExchangeGround): Promise<Figure[]> {
  const bundle = join(folder, 'bundle.zip');
  const exported = await requireProgram(
    process.execPath,
    command('bundle', 'export', vault, '--case', reference, '--recipient', 'Bench', '--out', bundle),
  );
  const verified = await requireProgram(process.execPath, [
    join(distFolder(), 'cli', 'probatum.js'),
    'bundle',
    'verify',
    bundle,
  ]);
  const bundleBytes = statSync(bundle).size;
  const hasPeers = ['zip', 'unzip', 'sha256sum', 'sha512sum'].every(isInstalled);
  const zip = join(folder, 'peer.zip');
  const sums = 'sha256sum * > ../sums256 && sha512sum * > ../sums512';
  const inFiles = (script: string) => requireProgram('sh', ['-c', `cd "$0" && ${script}`, files, zip]);
  const packed = hasPeers ? await inFiles(`${sums} && zip -q -0 -r "$1" .`) : null;
  const checked = hasPeers
    ? await inFiles('sha256sum --quiet -c ../sums256 && sha512sum --quiet -c ../sums512 && unzip -tq "$1"')
    : null;
  const size = `${Math.round(sizeBytes / 1e6)} MB in ${Math.ceil(sizeBytes / EXHIBIT_BYTES)} exhibits`;
  return [
    figure(`export a bundle of ${size}`, sizeBytes, exported, 'zip -0, sha256sum, sha512sum', packed),
    { what: '  the bundle, viewer and its copies included', measured: inMegabytes(bundleBytes), peer: '', ratio: null },
    figure(`verify it`, sizeBytes, verified, 'unzip -t, sha256sum, sha512sum', checked),
  ];
}

function figure(what: string, sizeBytes: number, ours: Measured, name: string, peer: Measured | null): Figure {
  const speed = ({ seconds }: Measured) => `${seconds.toFixed(1)} s, ${Math.round(sizeBytes / 1e6 / seconds)} MB/s`;
  return {
    what,
    measured: `${speed(ours)}, ${inMegabytes(ours.peakBytes)}`,
    peer: peer ? `${name}: ${speed(peer)}` : `${name}: not installed`,
    ratio: peer ? peer.seconds / ours.seconds : null,
    budget: '< 500 MB',
  };
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
