/** Which Electron runs the app under test, and what it is given: the built checkout, or the packaged app by itself. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assetsFolder, projectFolder } from '../assets.ts';

export interface AppToLaunch {
  executable: string;
  /** The app's folder, for Electron as it comes; none where the app is in the executable's own package. */
  folder: string | null;
}

/** PROBATUM_PACKAGED (an executable, or the folder of one) goes before the checkout's own bundle. */
export async function appToLaunch(): Promise<AppToLaunch> {
  const packaged = process.env['PROBATUM_PACKAGED'];
  if (packaged) return { executable: executableIn(packaged), folder: null };
  return { executable: process.env['PROBATUM_ELECTRON'] ?? (await resolveElectron()), folder: dirname(assetsFolder()) };
}

async function resolveElectron(): Promise<string> {
  // By address, since the build's own modules are plain JavaScript.
  const module = (await import(pathToFileURL(join(projectFolder, 'build', 'runtime', 'electron.mjs')).href)) as {
    resolveElectron(): Promise<{ path: string }>;
  };
  return (await module.resolveElectron()).path;
}

function executableIn(given: string): string {
  if (!existsSync(given)) throw new Error(`PROBATUM_PACKAGED names ${given}, which is not there`);
  if (!statSync(given).isDirectory()) return given;
  const name = readdirSync(given).find(one => /^probatum(?:\.exe)?$/i.test(one));
  if (!name) throw new Error(`there is no probatum executable in ${given}`);
  return join(given, name);
}

/** Chromium's sandbox cannot work for root; only the journeys' stand-in user has it. */
export function rootFlags(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
