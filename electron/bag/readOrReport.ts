/** Reads a file of a bag; what cannot be read becomes a problem of that file. */
import { type Findings, UnreadableFile } from './bagVerdict.ts';

export async function readOrReport<T>(
  read: () => Promise<T>,
  path: string,
  findings: Findings,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.problem(error.code, `${path} ${error.message}.`, path);
    return undefined;
  }
}
