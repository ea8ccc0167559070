// How every command of build/ begins and ends: an expected failure is one plain sentence, not a stack.
import { endAllRunning, endChildrenWithUs, say } from './processes.mjs';

/** Runs a command's main function and turns its outcome into the exit code. */
export async function runCommand(main) {
  endChildrenWithUs();
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(process.env.PROBATUM_DEBUG ? String(error.stack) : `Stopped: ${error.message}`);
    process.exitCode = 1;
  } finally {
    endAllRunning();
  }
}
