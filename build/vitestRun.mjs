// One run of vitest, shown as it goes and summed from its own JSON report.
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectEnv, projectNode } from './ensure.mjs';
import { nodeModules, projectRoot } from './paths.mjs';
import { run, say } from './processes.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Sum */

/**
 * @param {{ title: string, args: string[], env: Record<string, string>, folder: string, limitMs: number, node?: string }} options
 * @returns {Promise<Sum>} a run that ended without a report, or whose files could not be loaded, counts as failed; each
 *   failure is told by file, name and the first lines of why
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
  if (!sum) return { passed: 0, failed: 1, skipped: 0, failures: [`The ${title} ended without a report.`] };
  // Vitest also fails for what happens outside any test, such as an unhandled rejection.
  if (sum.failed === 0 && result.code !== 0) {
    sum.failed = 1;
    sum.failures.push(`The ${title} failed outside any test: see the end of what they printed.`);
  }
  return sum;
}

/** @returns {Sum | undefined} */
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
    failures: [
      ...unloadable.map(({ name, message }) => told(name, 'could not be loaded', message)),
      ...written.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => told(name, fullName, failureMessages.join('\n'))),
      ),
    ],
  };
}

function told(file, name, why) {
  const lines = stripVTControlCharacters(why ?? '').split('\n');
  return [`${path.relative(projectRoot, file)} > ${name}`, ...lines.slice(0, 12).map(line => `    ${line}`)].join('\n');
}
