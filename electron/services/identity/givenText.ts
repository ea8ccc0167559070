/** What a person chose as a file, or pasted: a small text, or a small token. */
import { readFile, stat } from 'node:fs/promises';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { longestSignedText } from '../../../shared/domain/identity/signedText.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { storableText } from '../../../shared/kernel/storableText.ts';
import type { HostContext } from '../host.ts';

/** @throws file-unreadable, file-vanished, path-not-granted */
export async function readGiven(host: HostContext, given: ParsedInputOf<'receipt.check'>): Promise<string> {
  if ('text' in given) return given.text;
  return storableText(new TextDecoder().decode(await readSmall(host, given.from, longestSignedText)));
}

/** @throws file-unreadable, file-vanished, path-not-granted */
export async function readSmall(host: HostContext, from: GrantedPath, mostBytes: number): Promise<Uint8Array> {
  const path = host.grants.pathOf(from);
  try {
    const { size } = await stat(path);
    if (size > mostBytes)
      throw new ProbatumError('file-unreadable', {
        path,
        problem: `it has ${size} bytes, more than anything that is expected here`,
      });
    return await readFile(path);
  } catch (error) {
    if (error instanceof ProbatumError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new ProbatumError('file-vanished', { path }, { cause: error });
    throw new ProbatumError('file-unreadable', { path, problem: code ?? message }, { cause: error });
  }
}
