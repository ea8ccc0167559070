// Biome over the whole checkout: formatting and lint in one.
import path from 'node:path';
import { projectEnv, projectNode } from './ensure.mjs';
import { nodeModules, projectRoot } from './paths.mjs';
import { run, tail } from './processes.mjs';

/** @returns {Promise<{ name: string, outcome: 'passed' | 'failed', detail?: string }>} */
export async function lint() {
  const biome = path.join(nodeModules, '@biomejs', 'biome', 'bin', 'biome');
  const args = [biome, 'lint', '--colors=off', '--max-diagnostics=40', '--error-on-warnings', projectRoot];
  const result = await run(projectNode(), args, { cwd: projectRoot, env: projectEnv(), timeoutMs: 120_000 });
  if (result.code === 0) return { name: 'lint', outcome: 'passed' };
  return { name: 'lint', outcome: 'failed', detail: tail(result.stdout + result.stderr, 120) };
}
