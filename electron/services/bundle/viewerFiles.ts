/** The built viewer, its coasts and pdf.js's own data, as they ship with the app. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleParts } from '../../../shared/domain/bundle/bundleEntries.ts';

const pdfFolders = ['cmaps', 'standard_fonts', 'wasm'] as const;

export async function readViewer(assets: string): Promise<BundleParts['viewer']> {
  const [script, style] = await Promise.all(
    ['viewer.js', 'viewer.css'].map(name => readFile(join(assets, 'viewer', name))),
  );
  if (!script || !style) throw new Error('the viewer does not ship with this build');
  return { script, style };
}

export async function* pdfAssets(assets: string): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  for (const folder of pdfFolders) {
    const place = join(assets, 'reader', folder);
    for (const name of (await readdir(place)).sort())
      yield { name: `${folder}/${name}`, bytes: await readFile(join(place, name)) };
  }
}

/** Natural Earth at 1 : 50 million, as the app's own map has it. */
export async function readCoasts(assets: string): Promise<unknown> {
  return JSON.parse(await readFile(join(assets, 'coasts', 'countries-50m.json'), 'utf8'));
}
