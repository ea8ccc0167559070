// Which Electron runs the app here: the current one, else the test runtime.
import { say } from '../processes.mjs';
import { currentElectron, electronVersion } from './current.mjs';
import { testRuntime } from './testRuntime.mjs';

/**
 * The Electron to use. Throws, in a plain sentence, when none can be had.
 * @returns {Promise<{ path: string, dist: string, version: string, kind: 'current' | 'test-runtime' }>} the executable,
 *   the folder that holds it, its version, and whether it may be shipped
 */
export async function resolveElectron() {
  const current = await currentElectron();
  if (!('missing' in current)) return current;
  const stand = await testRuntime();
  if ('missing' in stand) {
    throw new Error(
      `no Electron can be had here: Electron ${electronVersion()}: ${current.missing}; ${stand.missing}. ` +
        'Connect once to the internet, or set ELECTRON_MIRROR to a mirror of Electron’s downloads.',
    );
  }
  say(
    `Using the test runtime, Electron ${stand.version}, instead of Electron ${electronVersion()}: ${current.missing}. ` +
      'For tests only, never shipped.',
  );
  return stand;
}
