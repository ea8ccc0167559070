// What the operating system must bring: Electron's shared libraries, a display, and the programs some tests compare with.
import { run, say, tail, which } from '../processes.mjs';
import { BROWSERS, LIBRARY_PACKAGES, LIKELY_PACKAGE, PROGRAMS } from './debianPackages.mjs';
import { hasDisplay } from './display.mjs';

const APT_LIMIT_MS = 10 * 60_000;

/**
 * Looks for what is missing; as root on a Debian-like system installs it, else prints the one line to type.
 * @param {string} electronPath
 * @param {{ tests?: boolean }} [options] `tests`: also the programs that only tests use, and the virtual display always
 * @returns {Promise<{ libraries: string[], programs: string[] }>} what is still missing afterwards; empty on other systems
 */
export async function ensureSystem(electronPath, { tests = false } = {}) {
  if (process.platform !== 'linux') return { libraries: [], programs: [] };
  const missing = await lookFor(electronPath, tests);
  if (missing.libraries.length + missing.programs.length === 0) return missing;

  const names = [...missing.libraries, ...missing.programs].join(', ');
  if (process.getuid() !== 0 || !which('apt-get')) {
    const line = `sudo apt-get install --no-install-recommends ${firstNames(missing).join(' ')}`;
    say(`Missing on this system: ${names}. On Debian or Ubuntu type:\n  ${line}`);
    return missing;
  }
  say(`Installing with apt what is missing on this system: ${names} …`);
  await installPackages(missing);
  const left = await lookFor(electronPath, tests);
  if (left.libraries.length + left.programs.length > 0) {
    say(`Still missing: ${[...left.libraries, ...left.programs].join(', ')}.`);
  }
  return left;
}

/** The browser in which tests open a bundle, if there is one. */
export function findBrowser() {
  return BROWSERS.map(which).find(Boolean);
}

async function lookFor(electronPath, tests) {
  const listed = await run('ldd', [electronPath], { timeoutMs: 20_000 });
  const libraries = [...listed.stdout.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1]);
  const programs = PROGRAMS.filter(({ program, when }) => {
    if (when === 'tests' && !tests) return false;
    if (when === 'no-display' && !tests && hasDisplay()) return false;
    return program === 'chromium' ? !findBrowser() : !which(program);
  });
  return { libraries: [...new Set(libraries)], programs: programs.map(({ program }) => program) };
}

/** Sets of alternative package names for what is missing, each set once. */
function packageSets({ libraries, programs }) {
  const sets = [
    ...libraries.map(name => LIBRARY_PACKAGES[name] ?? LIKELY_PACKAGE),
    ...PROGRAMS.filter(({ program }) => programs.includes(program)).map(({ packages }) => packages),
  ];
  return [...new Map(sets.map(names => [names[0], names])).values()];
}

function firstNames(missing) {
  return packageSets(missing).map(names => names[0]);
}

async function installPackages(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const updated = await run('apt-get', ['update', '-qq'], { env, timeoutMs: APT_LIMIT_MS });
  if (updated.code !== 0) say(`apt-get update did not succeed: ${tail(updated.stderr, 1)}`);
  const chosen = [];
  for (const names of packageSets(missing)) chosen.push(await firstKnown(names, env));
  const args = ['install', '-y', '-qq', '--no-install-recommends'];
  const result = await run('apt-get', [...args, ...chosen], { env, timeoutMs: APT_LIMIT_MS });
  if (result.code === 0) return;
  say(`apt-get install did not succeed: ${tail(result.stderr || result.stdout, 2)}`);
  // One package that cannot be had must not keep the others away.
  for (const name of chosen) await run('apt-get', [...args, name], { env, timeoutMs: APT_LIMIT_MS });
}

async function firstKnown(names, env) {
  for (const name of names) {
    const { stdout } = await run('apt-cache', ['policy', name], { env, timeoutMs: 30_000 });
    if (/Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return names[0];
}
