/** Builds the bundle viewer as the product does, into a folder of the test, and gathers what a bundle takes from it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';
import type { BundleParts } from '../../shared/domain/bundle/bundleEntries.ts';

const root = join(import.meta.dirname, '..', '..');

interface BuildTarget {
  name: string;
  entry: string;
  config(given: { entry: string; outDir: string; root: string }): InlineConfig | Promise<InlineConfig>;
}

export async function buildViewer(outDir: string): Promise<Pick<BundleParts, 'viewer' | 'pdfAssets'>> {
  // By address, since the build's own modules are plain JavaScript.
  const { targets } = (await import(pathToFileURL(join(root, 'build/vite/targets.mjs')).href)) as {
    targets: BuildTarget[];
  };
  const target = targets.find(({ entry }) => entry === 'renderer/bundleViewer/main.ts');
  if (!target) throw new Error('build/vite/targets.mjs has no bundle viewer');
  // Subtle: under vitest NODE_ENV is "test", and then JSX is compiled for React's development build, which is not in the script.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await build(await target.config({ entry: target.entry, outDir, root })).finally(() => {
    process.env['NODE_ENV'] = before;
  });
  return {
    viewer: { script: await readFile(join(outDir, 'viewer.js')), style: await readFile(join(outDir, 'viewer.css')) },
    pdfAssets,
  };
}

async function* pdfAssets(): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
    const place = join(root, 'node_modules/pdfjs-dist', folder);
    for (const name of (await readdir(place)).sort())
      yield { name: `${folder}/${name}`, bytes: await readFile(join(place, name)) };
  }
}
