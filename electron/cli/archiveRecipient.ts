/** For whom an archive is sealed, as typed: a contact's name, or an age key. Who the key belongs to is never guessed. */
import type { ArchiveRecipient } from '../../shared/contract/archive.ts';
import { isVerified } from '../../shared/domain/identity/contact.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { Core } from '../core.ts';
import { withoutControls } from './output.ts';

/** Of a recipient on record; keys of our kind are far shorter. */
const LONGEST_NAME = 300;

/** @throws not-found, invalid-input where several bear the name, or the key was withdrawn */
export async function recipientOf(core: Core, typed: string): Promise<ArchiveRecipient> {
  const contacts = await core.dispatcher.run('contact.list', { withdrawn: true });
  const isKey = typed.startsWith('age1');
  const meant = contacts.filter(one =>
    isKey ? one.ageRecipient === typed : one.name.toLowerCase() === typed.toLowerCase() && one.withdrawnAt === null,
  );
  const standing = meant.filter(one => one.withdrawnAt === null);
  const [contact] = standing;
  if (isKey && !contact) {
    if (meant[0]) throw unfit(`${typed} is the key of ${meant[0].name}, who was withdrawn from the contacts`);
    // Whole: it is all that stands on record of a key that nobody here knows.
    return { contactId: null, name: typed.slice(0, LONGEST_NAME), recipient: typed };
  }
  if (new Set(standing.map(one => one.ageRecipient)).size > 1)
    throw unfit(`more than one contact is called “${typed}”; give the key of the one that you mean`);
  if (!contact?.ageRecipient)
    throw new ProbatumError('not-found', { what: 'contact with a key to seal to', id: typed });
  if (!isVerified(contact))
    process.stderr.write(
      `${withoutControls(`Nobody has made sure yet that the key of ${contact.name} is theirs. Whoever put it there could read the archive.`)}\n`,
    );
  return { contactId: contact.id, name: contact.name, recipient: contact.ageRecipient };
}

function unfit(problem: string): ProbatumError {
  return new ProbatumError('invalid-input', { operation: 'archive.seal', problem });
}
