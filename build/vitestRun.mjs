// One run of vitest, shown as it goes and summed from its own JSON report.
import fs from 'node:fs';
import path from 'node:path';
import { projectEnv, projectNode } from './ensure.mjs';
import { nodeModules, projectRoot } from './paths.mjs';
import { run, say } from './processes.mjs';

/**
 * @param {{ title: string, args: string[], env: Record<string, string>, folder: string, limitMs: number, node?: string }} options
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} a run that ended without a report, or whose
 *   files could not be loaded, counts as failed
 */
export async function runVitest({ title, args, env, folder, limitMs, node = projectNode() }) {
  const report = path.join(folder, `${title.replaceAll(' ', '-')}.json`);
  const vitest = path.join(nodeModules, 'vitest', 'vitest.mjs');
  const result = await run(
    node,
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { cwd: projectRoot, env: projectEnv({ NODE_ENV: 'test', ...env }), timeoutMs: limitMs, show: true },
  );
  if (result.timedOut) say(`Stopped the ${title}: they took longer than ${limitMs / 60_000} minutes.`);
  const sum = readSum(report);
  // Vitest also fails for what happens outside any test, such as an unhandled rejection.
  if (!sum) return { passed: 0, failed: 1, skipped: 0 };
  if (sum.failed === 0 && result.code !== 0) sum.failed = 1;
  return sum;
}

function readSum(report) {
  let written;
  try {
    written = JSON.parse(fs.readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
  const unloadable = written.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    passed: written.numPassedTests,
    failed: written.numFailedTests + unloadable.length,
    skipped: written.numPendingTests + written.numTodoTests,
  };
}
