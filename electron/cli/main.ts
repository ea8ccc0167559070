/** The `probatum` command: the same core without a window. Progress goes to stderr, results to stdout. */
import { CommanderError } from 'commander';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import { makeProgram } from './program.ts';

// A reader that has seen enough (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.done);
});

try {
  // Electron as Node and plain Node differ in what they put before the arguments: both end with the script.
  await makeProgram().parseAsync(process.argv.slice(2), { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage;
  else if (error instanceof ProbatumError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodeOf(error.code);
  } else {
    process.stderr.write(
      `Something failed that should not have: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = exitCodes.failed;
  }
}
