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
  'comment-empty': { problem: string };
  'comment-of-another': { author: string };
  'review-damaged': { name: string; problem: string };
  'review-foreign': { name: string };
  'review-newer': { name: string; format: string };
  'review-of-other-case': { name: string; found: string; reference: string };
  'copy-of-itself': { exhibit: string };
  'translation-superseded': { exhibit: string };
  'entities-judged-apart': { left: string; right: string; by: string };
  'schema-unfit': { problem: string };
  'import-unfit': { exhibit: string; problem: string };
  'merge-needs-more': { left: string; right: string };
  'archive-foreign': { name: string };
  'archive-newer': { name: string; format: string };
  'archive-damaged': { name: string; problem: string };
  'archive-changed': { name: string };
  'archive-gone': { name: string };
  'archive-to-nobody': Record<string, never>;
  'archive-empty': { reference: string };
  'archive-numbers-clash': { name: string; code: string; team: string };
  'archive-merged-already': { name: string };
  'archive-not-merged': { name: string };
  'archive-relied-on': { name: string; problem: string };
  'age-foreign': { name: string };
  'age-newer': { name: string; version: string };
  'age-passphrase-needed': { name: string };
  'age-wrong-passphrase': { name: string };
  'age-wrong-key': { name: string; sealedTo: string };
  'age-damaged': { name: string; part: 'armor' | 'header' | 'seal' | 'content'; problem: string };
  'age-truncated': { name: string; part: 'armor' | 'header' | 'content'; certain: boolean };
  'age-work-factor': { name: string; found: number; most: number };
  'age-recipient-unfit': { recipient: string; problem: string };
  'ssh-key-unfit': { problem: string };
  'timestamp-unfit': { problem: string };
  'certificate-unfit': { path: string };
  'identity-missing': Record<string, never>;
  'identity-exists': { name: string };
  'card-unfit': { problem: string };
  'key-unfit': { problem: string };
  'receipt-unfit': { problem: string };
  'never-leaves': { what: string; why: string };
  'audience-forbids': { what: string; why: string };
  'disclosure-not-asked': { source: string; recipient: string; missing: string };
  'redaction-unplaced': { exhibit: string; page: number };
  'redaction-unread': { exhibit: string; page: number };
  'redaction-not-found': { exhibit: string; words: string };
  'not-copyable': { exhibit: string };
  'not-a-copy': { copy: string; original: string };
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
    'PDF is drawn by the app, and no app or display was found here. Use the window, or choose another format, such as html.',
  'job-not-resumable': d =>
    `This work is ${d.state}; only paused, interrupted, cancelled or failed work can be resumed.`,
  'bundle-unreadable': d => `${d.path} could not be read as a bundle: ${d.problem}.`,
  'comment-empty': d => `${d.problem} Nothing was written.`,
  'comment-of-another': d =>
    `This was said by ${d.author}, and only its author takes it back. Answer it, or resolve the thread; a dissent stays in view.`,
  'review-damaged': d =>
    `${d.name} is a review file, but damaged: ${d.problem}. Nothing was taken in; ask the reviewer to save it again.`,
  'review-foreign': d =>
    `${d.name} is not a review file. Choose the file that the reviewer saved from the bundle (review-….json); nothing was taken in.`,
  'review-newer': d =>
    `${d.name} was saved in a newer form (${d.format}; this app knows probatum-review/1). Update the app; nothing was taken in.`,
  'review-of-other-case': d =>
    `${d.name} speaks of a bundle of ${d.found}, and this case is ${d.reference}. Open that case and receive it there; nothing was taken in.`,
  'copy-of-itself': d => `${d.exhibit} cannot be a copy or a translation of itself. Choose another exhibit.`,
  'translation-superseded': d =>
    `This translation of ${d.exhibit} was changed or withdrawn meanwhile. Read what stands now, then write yours again.`,
  'entities-judged-apart': d =>
    `${d.left} and ${d.right} were judged not to be the same by ${d.by}. Take that judgement back first, if it was wrong.`,
  'schema-unfit': d => `${d.problem} Choose another schema.`,
  'import-unfit': d => `${d.problem} Nothing was imported from ${d.exhibit}.`,
  'merge-needs-more': d =>
    `${d.left} and ${d.right} may only share a name, and a name alone is no identification. Name a second identifier that both have, or write why they are one.`,
  'archive-foreign': d =>
    `${d.name} opens, but it is no archive of Probatum. Choose the file that the other team sealed; nothing was changed here.`,
  'archive-newer': d =>
    `${d.name} was sealed by a newer version of Probatum (${d.format}; this one knows probatum-archive/1). Update the app; nothing was changed here.`,
  'archive-damaged': d =>
    `${d.name} is not whole: ${d.problem} Nothing was changed here; get it again from its sender.`,
  'archive-changed': d =>
    `${d.name} is not the file that was looked at: its digest is another. Open it again to see what it would change; nothing was merged.`,
  'archive-gone': d =>
    `${d.name} is no longer where it was. Connect the medium, or choose the file again; nothing was merged.`,
  'archive-to-nobody': () =>
    'Say for whom the archive is: choose recipients whose keys you have, or give a passphrase that you tell them by another way.',
  'archive-empty': d => `Nothing of ${d.reference} was chosen. Choose at least one finding or exhibit.`,
  'archive-numbers-clash': d =>
    `${d.name} comes from ${d.team}, whose numbers begin with ${d.code} as those of another vault here do. Ask them to make a new vault; nothing was changed here.`,
  'archive-merged-already': d => `${d.name} was merged already. Take that back first, or open it anew.`,
  'archive-not-merged': d => `${d.name} was not merged, so there is nothing to take back.`,
  'archive-relied-on': d =>
    `What ${d.name} brought can no longer be taken back as one step: ${d.problem} Withdraw what is wrong one by one.`,
  'age-foreign': d => `${d.name} is not an age file. Choose the file as its sender wrote it; nothing of it was read.`,
  'age-newer': d =>
    `${d.name} was sealed in a newer form of age (${d.version}; this app knows v1). Update the app, or ask for it in form v1.`,
  'age-passphrase-needed': d => `${d.name} is sealed with a passphrase. Enter the one that its sender told you.`,
  'age-wrong-passphrase': d =>
    `This passphrase does not open ${d.name}. Check the keyboard layout and capitals, or ask its sender which one it was.`,
  'age-wrong-key': d =>
    `No key here opens ${d.name}: it is sealed to ${d.sealedTo}. Open it where the right key is, or send your public key and ask for it again.`,
  'age-damaged': d =>
    `${d.name} was damaged or changed after it was sealed: ${d.problem}. Do not rely on it; get it again from its sender.`,
  'age-truncated': d =>
    d.certain
      ? `${d.name} was cut off: its end is missing. Copy it again from where it came.`
      : `${d.name} was cut off, or changed in its last part. Copy it again from where it came.`,
  'age-work-factor': d =>
    `${d.name} asks for more work to try a passphrase than this app does (2^${d.found}; at most 2^${d.most}). Ask its sender to seal it again with the usual settings.`,
  'age-recipient-unfit': d => `Nothing can be sealed to “${d.recipient}”: ${d.problem}. Copy the public key again.`,
  'ssh-key-unfit': d => `${d.problem} Copy the key again from where it came.`,
  'timestamp-unfit': d => `${d.problem} Choose the file as the time-stamp authority gave it.`,
  'certificate-unfit': d =>
    `“${d.path}” holds no certificate, neither as text (PEM) nor as bytes (DER). Ask the authority for the one that its time stamps are signed with, or one above it.`,
  'identity-missing': () => 'This vault has no keys yet. Make them under “People and keys”, and try again.',
  'identity-exists': d =>
    `This vault has keys already, made for ${d.name}. Look at them first; replace them if they should no longer be used.`,
  'card-unfit': d => `${d.problem} Ask the sender for the card again; nothing was added.`,
  'key-unfit': d => `${d.problem} Compare it letter by letter, or ask for a contact card; nothing was added.`,
  'receipt-unfit': d => `${d.problem} Nothing was kept.`,
  'never-leaves': d =>
    `${d.what} stays in this vault: ${d.why}. Nothing was written. Leave it out, or lift the mark with a reason.`,
  'audience-forbids': d =>
    `${d.what} may not go to this audience: ${d.why}. Nothing was written. Choose another audience, or have it marked lower by whoever may decide that.`,
  'disclosure-not-asked': d =>
    `The name of ${d.source} may not go to ${d.recipient}: ${d.missing}. It leaves only when asked for twice, each time with a reason; otherwise the code name goes.`,
  'redaction-unplaced': d =>
    `Nobody knows where the words to be redacted stand on page ${d.page} of ${d.exhibit}. Select them in the window, or give a region of the page; no copy was made.`,
  'redaction-unread': d =>
    `Page ${d.page} of ${d.exhibit} was not read, so nobody knows whether the words to be redacted stand on it. Recognise its words first, or mark a region of it; no copy was made.`,
  'redaction-not-found': d =>
    `“${d.words}” stands nowhere in ${d.exhibit} as it was read. Check how it is spelt there, or mark the place; no copy was made.`,
  'not-copyable': d =>
    `${d.exhibit} has neither pages that can be drawn nor words that were read, so no copy can be made of it. Leave it out instead.`,
  'not-a-copy': d =>
    `${d.copy} was not made from ${d.original}, so it cannot go in its place. Choose one of its copies.`,
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
