/** A job that writes one file: awaited, and told on the terminal. */
import type { ErrorCode } from '../../shared/kernel/errors.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import type { JobState } from '../../shared/kernel/job.ts';
import type { Core } from '../core.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import { finishJob } from './openCore.ts';
import { printJson, printLine } from './output.ts';

interface LeftFile {
  sha256: string;
  leftOut: string[];
}

/** Damage has its own exit code, found in a job or not; what a job refuses otherwise is refused as a whole. */
export function tellFailure(state: JobState): void {
  process.stderr.write(`${state.state === 'failed' ? state.error.sentence : 'It was stopped; nothing was written.'}\n`);
  const code = state.state === 'failed' ? exitCodeOf(state.error.code as ErrorCode) : exitCodes.failed;
  process.exitCode = code === exitCodes.usage ? exitCodes.failed : code;
}

/** The digest goes to stdout, as `sha256sum` prints it; what did not go to stderr. */
export async function tellWhatLeft<Result extends LeftFile>(
  core: Core,
  { jobId }: { jobId: JobId },
  { out, json }: { out: string; json?: boolean },
  words: (result: Result) => string,
): Promise<void> {
  const state = await finishJob(core, jobId);
  if (state.state !== 'succeeded') return tellFailure(state);
  const result = state.result as Result;
  if (json) printJson(result);
  else printLine(`${result.sha256}  ${out}`);
  process.stderr.write(`${words(result)}\n`);
  for (const sentence of result.leftOut) process.stderr.write(`${sentence}\n`);
}
