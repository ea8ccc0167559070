#!/usr/bin/env node
// `npm run build`: bundles the app, the command line, the reader and the bundle viewer into dist/.
// Nothing is done when the sources are those of the last bundle; --force does it all the same.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './commandLine.mjs';
import { ensureInstalledAndCurrent } from './ensure.mjs';
import { withLock } from './lock.mjs';
import { cacheDir, inProject, projectRoot } from './paths.mjs';
import { say } from './processes.mjs';
import { copies, copyInto } from './vite/copies.mjs';
import { sourceStamp } from './vite/stamp.mjs';

/** Makes dist/ if it is not up to date. Throws when a part does not build; the last good dist/ then stays as it was. */
export async function bundle({ force = false, quiet = false } = {}) {
  const tell = quiet ? () => {} : say;
  await withLock('bundle', async () => {
    const stamp = sourceStamp(projectRoot);
    if (!force && readStamp() === stamp) return;
    tell('Bundling …');
    const started = Date.now();
    const aside = path.join(cacheDir, `dist-making-${process.pid}`);
    fs.rmSync(aside, { recursive: true, force: true });
    try {
      await makeInto(aside, tell);
      fs.writeFileSync(path.join(aside, '.stamp'), stamp);
      replaceDist(aside);
    } finally {
      fs.rmSync(aside, { recursive: true, force: true });
    }
    tell(`Bundled in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  });
}

async function makeInto(dist, tell) {
  // Imported late: before the install there is no Vite.
  const { build } = await import('vite');
  const { targets } = await import('./vite/targets.mjs');
  for (const { name, entry, out, config } of targets) {
    if (!fs.existsSync(inProject(entry))) {
      tell(`Skipped the ${name}: ${entry} does not exist.`);
      continue;
    }
    await build(await config({ entry, outDir: path.join(dist, out), root: projectRoot }));
  }
  for (const copy of copies) {
    if (!copyInto(dist, projectRoot, copy)) tell(`Skipped ${copy.to}: ${copy.from} does not exist.`);
  }
}

/** Two renames, so that whoever starts the app meanwhile finds a whole bundle or none. */
function replaceDist(aside) {
  const dist = inProject('dist');
  const old = path.join(cacheDir, `dist-old-${process.pid}`);
  if (fs.existsSync(dist)) fs.renameSync(dist, old);
  fs.renameSync(aside, dist);
  fs.rmSync(old, { recursive: true, force: true });
}

function readStamp() {
  try {
    return fs.readFileSync(inProject('dist', '.stamp'), 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1] ?? '.')).href) {
  await runCommand(async () => {
    await ensureInstalledAndCurrent();
    await bundle({ force: process.argv.includes('--force') });
  });
}
