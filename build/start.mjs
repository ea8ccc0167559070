#!/usr/bin/env node
// `npm start`: installs what is missing, bundles, opens the app. Without a display it runs the walk on the sample case
// unattended and leaves the report, the bundle and the screenshots in out/.
import { bundle } from './bundle.mjs';
import { runCommand } from './commandLine.mjs';
import { ensureInstalledAndCurrent, passThrough, projectEnv, projectNode } from './ensure.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { say } from './processes.mjs';
import { hasDisplay, withDisplay } from './runtime/display.mjs';
import { resolveElectron } from './runtime/electron.mjs';
import { sandboxFlags } from './runtime/sandbox.mjs';
import { ensureSystem } from './runtime/system.mjs';

await runCommand(async () => {
  await ensureInstalledAndCurrent();
  const electron = await resolveElectron();
  const missing = await ensureSystem(electron.path);
  if (missing.libraries.length > 0) throw new Error(`Electron cannot start without ${missing.libraries.join(', ')}.`);
  await bundle();
  return hasDisplay() ? openApp(electron) : walkUnattended(electron);
});

function openApp(electron) {
  say('Opening Probatum …');
  const args = [...sandboxFlags(electron), projectRoot, ...process.argv.slice(2)];
  return passThrough(electron.path, args, appEnv());
}

async function walkUnattended(electron) {
  say('There is no display here: running the walk on the sample case under a virtual one …');
  const out = inProject('out');
  const display = await withDisplay();
  try {
    const env = projectEnv({ ...display.env, PROBATUM_ELECTRON: electron.path });
    const code = await passThrough(projectNode(), [inProject('build', 'walk.mjs'), '--out', out], env);
    say(
      code === 0
        ? `Done: the report, the bundle and the screenshots are in ${out}`
        : 'The walk did not come to its end.',
    );
    return code;
  } finally {
    await display.stop();
  }
}

/** Some terminals (those inside Electron-based editors) set this, and Electron would then start as plain Node. */
function appEnv() {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return env;
}
