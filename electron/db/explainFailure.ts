/** What SQLite and the operating system said about a vault's file, as an error that a person can act on. */
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { describeHolder } from './lockNote.ts';

export function explainOpening(error: unknown, path: string): unknown {
  const text = wordsOf(error);
  if (/locked|busy/i.test(text))
    return new ProbatumError('vault-in-use', { path, holder: describeHolder(path) }, { cause: error });
  return explainWriting(error, path);
}

export function explainWriting(error: unknown, path: string): unknown {
  if (error instanceof ProbatumError) return error;
  const text = wordsOf(error);
  const cause = { cause: error };
  // IOERR_SHMSIZE and IOERR_WRITE: a full disk, by another of SQLite's names.
  if (/database or disk is full|SQLITE_FULL|SQLITE_IOERR_(?:SHMSIZE|WRITE)|ENOSPC|EDQUOT/i.test(text))
    return new ProbatumError('disk-full', { path }, cause);
  if (/EISDIR|ENOTDIR/.test(text)) return new ProbatumError('vault-foreign', { path }, cause);
  if (/SQLITE_READONLY|readonly database|EROFS/i.test(text))
    return new ProbatumError('vault-not-writable', { path, problem: 'it can only be read' }, cause);
  if (/SQLITE_CANTOPEN|unable to open|EACCES|EPERM/i.test(text))
    return new ProbatumError('vault-not-writable', { path, problem: 'this account may not write there' }, cause);
  if (/malformed|not a database|corrupt|disk I\/O|hmac/i.test(text))
    return new ProbatumError('vault-damaged', { path, problem: 'pages of it do not check out' }, cause);
  return error;
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return `${code ?? ''} ${error.message}`;
}

/** The same for a place outside the vault that something was to be written to. */
export function explainPlace(error: unknown, path: string): unknown {
  if (error instanceof ProbatumError) return error;
  const text = wordsOf(error);
  const cause = { cause: error };
  if (/database or disk is full|SQLITE_FULL|SQLITE_IOERR_(?:SHMSIZE|WRITE)|ENOSPC|EDQUOT/i.test(text))
    return new ProbatumError('disk-full', { path }, cause);
  if (/ENOENT|ENOTDIR/.test(text))
    return new ProbatumError('place-unwritable', { path, problem: 'its folder is not there any more' }, cause);
  if (/EISDIR|ENOTEMPTY|EEXIST/.test(text))
    return new ProbatumError('place-unwritable', { path, problem: 'a folder of that name is there already' }, cause);
  if (/EROFS|READONLY/i.test(text))
    return new ProbatumError('place-unwritable', { path, problem: 'the medium can only be read' }, cause);
  if (/EACCES|EPERM|CANTOPEN|unable to open/i.test(text))
    return new ProbatumError('place-unwritable', { path, problem: 'this account may not write there' }, cause);
  if (/ENAMETOOLONG/.test(text))
    return new ProbatumError('place-unwritable', { path, problem: 'the name is too long' }, cause);
  if (/\bEIO\b|disk I\/O/.test(text))
    return new ProbatumError('place-unwritable', { path, problem: 'the medium failed' }, cause);
  return error;
}
