// The type check, against both Electrons: the current one's declarations and those of the test runtime, so that no code
// uses what only one of them has.
import fs from 'node:fs';
import path from 'node:path';
import { projectEnv, projectNode } from './ensure.mjs';
import { withLock } from './lock.mjs';
import { cacheDir, inProject, nodeModules, projectRoot } from './paths.mjs';
import { run, tail } from './processes.mjs';
import { electronVersion } from './runtime/current.mjs';
import { fetchPackage, unpackTar } from './runtime/packages.mjs';
import { TEST_RUNTIME_VERSION } from './runtime/testRuntime.mjs';

/** Of the package electron@TEST_RUNTIME_VERSION, of which only the declarations are taken; its scripts never run. */
const DECLARATIONS_INTEGRITY =
  'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==';
const CHECK_LIMIT_MS = 3 * 60_000;

/**
 * Runs both checks.
 * @returns {Promise<{ name: string, outcome: 'passed' | 'failed' | 'skipped', detail?: string }[]>}
 */
export async function typecheck() {
  return [
    await check(`types against Electron ${electronVersion()}`, inProject('tsconfig.json')),
    await checkAgainstTestRuntime(),
  ];
}

async function checkAgainstTestRuntime() {
  const name = `types against Electron ${TEST_RUNTIME_VERSION}`;
  try {
    await ensureDeclarations();
  } catch (error) {
    return { name, outcome: 'skipped', detail: error.message };
  }
  return check(name, inProject('build', 'tsconfig.electron33.json'));
}

async function check(name, config) {
  const compiler = path.join(nodeModules, 'typescript', 'bin', 'tsc');
  const args = [compiler, '--noEmit', '--pretty', 'false', '-p', config];
  const result = await run(projectNode(), args, { cwd: projectRoot, env: projectEnv(), timeoutMs: CHECK_LIMIT_MS });
  if (result.code === 0) return { name, outcome: 'passed' };
  return { name, outcome: 'failed', detail: tail(result.stdout + result.stderr, 60) };
}

/** Where build/tsconfig.electron33.json looks for them. */
async function ensureDeclarations() {
  const folder = path.join(cacheDir, 'electron-types');
  const file = path.join(folder, 'electron.d.ts');
  if (fs.existsSync(file)) return;
  await withLock('electron-types', async () => {
    if (fs.existsSync(file)) return;
    const aside = path.join(cacheDir, `electron-types-making-${process.pid}`);
    fs.mkdirSync(aside, { recursive: true });
    try {
      const tarball = await fetchPackage(`electron@${TEST_RUNTIME_VERSION}`, DECLARATIONS_INTEGRITY, aside);
      await unpackTar(tarball, aside, ['package/electron.d.ts']);
      fs.mkdirSync(folder, { recursive: true });
      fs.renameSync(path.join(aside, 'package', 'electron.d.ts'), file);
    } finally {
      fs.rmSync(aside, { recursive: true, force: true });
    }
  });
}
