#!/usr/bin/env node
// `npm run measure -- DIR…`: what becomes of real folders, in figures. See build/measure/measure.ts.
import { runCommand } from './commandLine.mjs';
import { bundleTool } from './bench/bundleTool.mjs';
import { bundle } from './bundle.mjs';
import { ensureInstalledAndCurrent, passThrough, projectEnv, projectNode } from './ensure.mjs';
import { inProject } from './paths.mjs';

await runCommand(async () => {
  await ensureInstalledAndCurrent();
  if (!process.env.PROBATUM_DIST) await bundle();
  const dist = process.env.PROBATUM_DIST ?? inProject('dist');
  const tool = await bundleTool('measure');
  return passThrough(projectNode(), [tool, ...process.argv.slice(2)], projectEnv({ PROBATUM_DIST: dist }));
});
