/**
 * What can go wrong in a way that a person can do something about. A code is here because somebody would react
 * differently to it; each has typed details and one sentence that says what happened and what to do.
 */
import { z } from 'zod';

interface ErrorDetails {
  'invalid-input': { operation: string; problem: string };
  'unknown-operation': { operation: string };
  'not-found': { what: string; id: string };
  'vault-locked': Record<string, never>;
  'vault-exists': { path: string };
  'vault-missing': { path: string };
  'vault-wrong-passphrase': { path: string };
  'vault-damaged': { path: string; problem: string };
  'vault-foreign': { path: string };
  'vault-newer': { path: string; found: number; known: number };
  'vault-in-use': { path: string; holder: string };
  'vault-not-writable': { path: string; problem: string };
  'vault-log-differs': { path: string };
  'place-unwritable': { path: string; problem: string };
  'place-is-vault': { path: string };
  'other-case': { what: string };
  'passphrase-weak': { problem: string };
  'case-reference-taken': { reference: string };
  'digest-mismatch': { what: string; expected: string; found: string };
  'file-unreadable': { path: string; problem: string };
  'file-vanished': { path: string };
  'disk-full': { path: string };
  'password-wrong': { exhibit: string };
  'password-needed': { exhibit: string };
  'page-not-drawn': { exhibit: string; pageIndex: number; problem: string };
  'passage-not-anchored': { passageId: string };
  'passage-empty': Record<string, never>;
  'provision-not-citable': { provisionId: string; reason: string };
  'still-relied-on': { what: string; count: number };
  'reason-needed': { what: string };
  'origin-circle': { source: string };
  'query-invalid': { problem: string; at: number };
  'path-not-granted': Record<string, never>;
  'printer-missing': Record<string, never>;
  'job-not-resumable': { state: string };
  'bundle-unreadable': { path: string; problem: string };
  'copy-of-itself': { exhibit: string };
  'translation-superseded': { exhibit: string };
  'entities-judged-apart': { left: string; right: string; by: string };
  'schema-unfit': { problem: string };
  'import-unfit': { exhibit: string; problem: string };
  'merge-needs-more': { left: string; right: string };
}
export type ErrorCode = keyof ErrorDetails;

const sentences: { [Code in ErrorCode]: (details: ErrorDetails[Code]) => string } = {
  'invalid-input': d => `Something given to “${d.operation}” does not fit: ${d.problem}. Correct it and try again.`,
  'unknown-operation': d => `This version does not know the operation “${d.operation}”. Start the app again.`,
  'not-found': d =>
    `The ${d.what} ${d.id} is not in this vault. It may belong to another vault; check which one is open.`,
  'vault-locked': () => 'The vault is locked. Unlock it with its passphrase to go on.',
  'vault-exists': d => `There is a file at ${d.path} already. Choose another name; nothing was overwritten.`,
  'vault-missing': d => `There is no vault at ${d.path}. It may have been moved; choose it again.`,
  'vault-wrong-passphrase': d =>
    `This passphrase does not open ${d.path}. Check the keyboard layout and capitals, and try again.`,
  'vault-damaged': d =>
    `${d.path} opens with this passphrase, but parts of it are damaged (${d.problem}). Work on a copy, or restore a backup; nothing was changed.`,
  'vault-foreign': d => `${d.path} is not a Probatum vault. Choose another file; nothing was changed.`,
  'vault-newer': d =>
    `${d.path} was written by a newer Probatum (format ${d.found}; this one knows ${d.known}). Update the app to open it; nothing was changed.`,
  'vault-in-use': d => `${d.path} is open already in ${d.holder}. Lock it there first.`,
  'vault-not-writable': d =>
    `${d.path} cannot be used where it is: ${d.problem}. An open vault must be able to write. Change its permissions, or copy it to a disk of your own and open the copy; nothing was changed.`,
  'vault-log-differs': d =>
    `${d.path} opens with this passphrase, but what was written last (${d.path}-wal) does not. If the passphrase was being changed, use the new one. If this file is a copy put in the place of another, move the -wal file away first; nothing was changed.`,
  'place-unwritable': d =>
    `Nothing could be written to ${d.path}: ${d.problem}. Choose another place; what was there is as it was.`,
  'place-is-vault': d => `${d.path} belongs to the vault that is open. Choose another name; nothing was overwritten.`,
  'other-case': d =>
    `This ${d.what} belongs to another case. Choose one of this case, or admit the exhibit to this case first.`,
  'passphrase-weak': d => `This passphrase is too easy to guess: ${d.problem}. Use four or more random words.`,
  'case-reference-taken': d => `There is a case ${d.reference} in this vault already. Give this one another reference.`,
  'digest-mismatch': d =>
    `${d.what} no longer has the digest on record: expected ${d.expected.slice(0, 12)}…, found ${d.found.slice(0, 12)}…. Do not rely on it; restore a backup.`,
  'file-unreadable': d => `${d.path} could not be read: ${d.problem}. Check permissions and the medium, then retry it.`,
  'file-vanished': d => `${d.path} is no longer there. Connect the medium again, or leave it out.`,
  'disk-full': d => `The disk of ${d.path} is full. Free some space and try again; what was finished is kept.`,
  'password-wrong': d => `This password does not open ${d.exhibit}. Try another; the document stays as it is.`,
  'password-needed': d =>
    `${d.exhibit} is protected by a password. Enter it to read the text; the bytes are admitted already.`,
  'page-not-drawn': d =>
    `${d.problem} So page ${d.pageIndex + 1} of ${d.exhibit} could not be drawn; its bytes are as admitted.`,
  'passage-not-anchored': () =>
    'The words of this passage were not found in the exhibit any more, so nothing new can rest on it. Settle the passage first.',
  'passage-empty': () => 'Nothing is selected. Select words, or draw a region, and mark again.',
  'provision-not-citable': d =>
    `${d.provisionId} cannot be measured against: ${d.reason}. Choose a provision that binds.`,
  'still-relied-on': d =>
    `${d.count === 1 ? 'One citation rests' : `${d.count} citations rest`} on this ${d.what}. Withdraw what rests on it first; "What rests on this?" lists it.`,
  'reason-needed': d => `${d.what} needs a reason, because readers will ask for it. Write one sentence.`,
  'origin-circle': d => `${d.source} would become an origin of itself. Choose another origin.`,
  'query-invalid': d => `The query cannot be read: ${d.problem}.`,
  'path-not-granted': () => 'This place on the disk was not chosen in a dialog or by a drop. Choose it again.',
  'printer-missing': () =>
    'PDF is drawn by the app, and no app or display was found here. Use the window, or choose docx, html or md.',
  'job-not-resumable': d =>
    `This work is ${d.state}; only paused, interrupted, cancelled or failed work can be resumed.`,
  'bundle-unreadable': d => `${d.path} could not be read as a bundle: ${d.problem}.`,
  'copy-of-itself': d => `${d.exhibit} cannot be a copy or a translation of itself. Choose another exhibit.`,
  'translation-superseded': d =>
    `This translation of ${d.exhibit} was changed or withdrawn meanwhile. Read what stands now, then write yours again.`,
  'entities-judged-apart': d =>
    `${d.left} and ${d.right} were judged not to be the same by ${d.by}. Take that judgement back first, if it was wrong.`,
  'schema-unfit': d => `${d.problem} Choose another schema.`,
  'import-unfit': d => `${d.problem} Nothing was imported from ${d.exhibit}.`,
  'merge-needs-more': d =>
    `${d.left} and ${d.right} may only share a name, and a name alone is no identification. Name a second identifier that both have, or write why they are one.`,
};

export class ProbatumError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'ProbatumError';
  readonly code: Code;
  readonly details: ErrorDetails[Code];

  constructor(code: Code, details: ErrorDetails[Code], options?: { cause?: unknown }) {
    super(sentences[code](details), options);
    this.code = code;
    this.details = details;
  }
}

/** How an error crosses a process: expected ones with code and sentence, bugs with a reference only. */
export const ErrorReport = z.object({
  code: z.string(),
  sentence: z.string(),
  /** Set for bugs: the reference under which the cause stands in the local log. */
  reference: z.string().nullable(),
});
export type ErrorReport = z.infer<typeof ErrorReport>;

export function reportExpected(error: ProbatumError): ErrorReport {
  return { code: error.code, sentence: error.message, reference: null };
}

export function reportBug(reference: string): ErrorReport {
  return {
    code: 'bug',
    sentence: `Something failed that should not have (reference ${reference}). Your last step was not saved; everything before it was. Try again, and report the reference.`,
    reference,
  };
}

export const errorCodes = Object.keys(sentences) as ErrorCode[];
