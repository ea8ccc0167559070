/** A job that writes one file: awaited, and told on the terminal. */
import type { JobId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { exitCodes } from './exitCodes.ts';
import { finishJob } from './openCore.ts';
import { printJson, printLine } from './output.ts';

interface LeftFile {
  sha256: string;
  leftOut: string[];
}

/** The digest goes to stdout, as `sha256sum` prints it; what did not go to stderr. */
export async function tellWhatLeft<Result extends LeftFile>(
  core: Core,
  { jobId }: { jobId: JobId },
  { out, json }: { out: string; json?: boolean },
  words: (result: Result) => string,
): Promise<void> {
  const state = await finishJob(core, jobId);
  if (state.state !== 'succeeded') {
    const sentence = state.state === 'failed' ? state.error.sentence : 'It was stopped; nothing was written.';
    process.stderr.write(`${sentence}\n`);
    process.exitCode = exitCodes.failed;
    return;
  }
  const result = state.result as Result;
  if (json) printJson(result);
  else printLine(`${result.sha256}  ${out}`);
  process.stderr.write(`${words(result)}\n`);
  for (const sentence of result.leftOut) process.stderr.write(`${sentence}\n`);
}
