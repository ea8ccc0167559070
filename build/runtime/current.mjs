// The current Electron, the one that ships: brought by the pinned `electron` package's own installer, within bounds.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectNode } from '../ensure.mjs';
import { withLock } from '../lock.mjs';
import { cacheDir, nodeModules } from '../paths.mjs';
import { run, say, tail } from '../processes.mjs';

const PROBE_LIMIT_MS = 5_000;
/** About 120 MB; on a slow line it takes minutes, on a dead one it must end. */
const DOWNLOAD_LIMIT_MS = 10 * 60_000;

const packageFolder = path.join(nodeModules, 'electron');
const deniedFile = path.join(cacheDir, 'electron-out-of-reach');

/** The current Electron, downloaded if need be; `{ missing }` with the reason when it cannot be had here. */
export async function currentElectron() {
  return installed() ?? withLock('electron', async () => installed() ?? fetchIt());
}

function installed() {
  const version = electronVersion();
  try {
    // The file is written last by the installer, so that it stands for a whole one.
    const name = fs.readFileSync(path.join(packageFolder, 'path.txt'), 'utf8');
    const executable = path.join(packageFolder, 'dist', name);
    const found = fs
      .readFileSync(path.join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return found === version && fs.existsSync(executable)
      ? { path: executable, dist: path.join(packageFolder, 'dist'), version, kind: 'current' }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The version of Electron that this checkout is pinned to. */
export function electronVersion() {
  return JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version;
}

async function fetchIt() {
  const version = electronVersion();
  if (deniedToday(version)) return { missing: 'its download could not be reached earlier today' };
  if (!(await downloadInReach(version))) {
    deny(version);
    return { missing: 'its download is out of reach' };
  }
  say(`Fetching Electron ${version} (about 120 MB) …`);
  const args = [path.join(packageFolder, 'install.js')];
  const result = await run(projectNode(), args, { timeoutMs: DOWNLOAD_LIMIT_MS });
  const found = installed();
  if (found) return found;
  deny(version);
  if (result.stderr) say(tail(result.stderr, 3));
  return { missing: result.timedOut ? 'its download did not end in ten minutes' : 'its download failed' };
}

/**
 * Asks the download's own address for its head. The address is the one the installer itself would use (mirrors in the
 * environment included), so that nothing is named twice; the module is not among the package's public ones, hence the
 * path, and when it moves one day the probe merely answers "try it".
 */
async function downloadInReach(version) {
  const script = `
    const { getArtifactRemoteURL } = await import(process.argv[1]).catch(() => process.exit(0));
    const address = await getArtifactRemoteURL({
      version: 'v' + process.argv[2], artifactName: 'electron', platform: process.platform, arch: process.arch });
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(${PROBE_LIMIT_MS - 500}) });
    process.exit(answer.ok ? 0 : 1);`;
  const module = pathToFileURL(path.join(nodeModules, '@electron', 'get', 'dist', 'artifact-utils.js')).href;
  const args = ['--input-type=module', '-e', script, module, version];
  // The installer goes through a proxy only when asked to by ELECTRON_GET_USE_PROXY; so does the probe.
  const env = { ...process.env, ...(process.env.ELECTRON_GET_USE_PROXY ? { NODE_USE_ENV_PROXY: '1' } : {}) };
  return (await run(projectNode(), args, { timeoutMs: PROBE_LIMIT_MS, env })).code === 0;
}

/** A "no" holds for the day, for this version; deleting the file asks again. */
function deniedToday(version) {
  try {
    return fs.readFileSync(deniedFile, 'utf8') === denial(version);
  } catch {
    return false;
  }
}

function deny(version) {
  fs.mkdirSync(cacheDir, { recursive: true });
  fs.writeFileSync(deniedFile, denial(version));
}

function denial(version) {
  return `${version} ${new Date().toISOString().slice(0, 10)}\n`;
}
