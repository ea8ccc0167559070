/**
 * A case of large exhibits exchanged by the command line as it ships: as a bundle beside zip and sha256sum, as a sealed archive
 * beside age, over the same files in the same run. The exhibits are PDFs that are large as scans are: by bytes that no packing
 * makes smaller.
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { archiveFigures } from './archiveBench.ts';
import { distFolder } from './benchCore.ts';
import { besidePeer, sizeWords } from './exchangeFigure.ts';
import { type ExchangeGround, fillGround, reference } from './exchangeGround.ts';
import { isInstalled, requireProgram } from './runProgram.ts';
import { type Figure, inMegabytes } from './table.ts';

export async function exchangeBench(folder: string, sizeBytes: number): Promise<Figure[]> {
  const ground = await fillGround(folder, sizeBytes);
  const figures = [...(await bundleFigures(ground)), ...(await archiveFigures(ground))];
  rmSync(folder, { recursive: true, force: true });
  return figures;
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
  const unpacked = join(folder, 'unpacked');
  const sums = 'sha256sum * > ../sums256 && sha512sum * > ../sums512';
  const packed = hasPeers
    ? await requireProgram('sh', ['-c', `cd "$0" && ${sums} && zip -q -0 -r "$1" .`, files, zip])
    : null;
  // What a reviewer does by hand, on the very bundle.
  const check = 'sha256sum --quiet -c manifest-sha256.txt && sha512sum --quiet -c manifest-sha512.txt';
  const checked = hasPeers
    ? await requireProgram('sh', ['-c', `unzip -q "$0" -d "$1" && cd "$1"/* && ${check}`, bundle, unpacked])
    : null;
  rmSync(unpacked, { recursive: true, force: true });
  rmSync(bundle);
  rmSync(zip, { force: true });
  return [
    besidePeer(
      `export a bundle of ${sizeWords(sizeBytes)}`,
      sizeBytes,
      exported,
      'zip -0, sha256sum, sha512sum',
      packed,
    ),
    { what: '  the bundle, viewer and its copies included', measured: inMegabytes(bundleBytes), peer: '', ratio: null },
    besidePeer('verify it', bundleBytes, verified, 'unzip, sha256sum -c, sha512sum -c', checked),
  ];
}
