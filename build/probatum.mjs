#!/usr/bin/env node
// `npx probatum …` from a checkout: installs and bundles what is missing, then runs the command line in the project's Node.
import { ensureInstalled, passThrough, projectEnv, projectNode } from './ensure.mjs';
import { inProject } from './paths.mjs';
import { run, say } from './processes.mjs';
import { resolveElectron } from './runtime/electron.mjs';

// Node 24 lets what is new in memory grow to 96 MB before it looks what of it is still needed, Electron to a sixth of that. An
// export took 100 MB more by it, and was no faster.
const SPARING = '--max-semi-space-size=8';

try {
  await ensureInstalled();
  // Bundled by a process of its own, in the project's Node: standard output belongs to the command's results alone.
  const bundled = await run(projectNode(), [inProject('build', 'bundle.mjs')], { env: projectEnv() });
  if (bundled.code !== 0) {
    say(bundled.stderr.trimEnd());
    throw new Error('the program could not be bundled; the reason is above');
  }
  const args = process.argv.slice(2);
  // PDF is drawn by Chromium, so only for that is Electron looked for.
  const electron =
    ['report', 'receipt'].includes(args[0]) && args.includes('pdf')
      ? { PROBATUM_ELECTRON: (await resolveElectron()).path }
      : {};
  process.exitCode = await passThrough(projectNode(), [SPARING, inProject('dist', 'cli', 'probatum.js'), ...args], {
    ...process.env,
    ...electron,
  });
} catch (error) {
  say(`Stopped: ${error.message}`);
  process.exitCode = 1;
}
