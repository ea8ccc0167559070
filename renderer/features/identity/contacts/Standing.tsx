import { CircleCheck, CircleDashed, CircleSlash } from 'lucide-react';
import { type Contact, isVerified, standingWords } from '../../../../shared/domain/identity/contact.ts';

/** Verified or not: a shape and words, wherever a contact is named. */
export function Standing({ contact }: { contact: Pick<Contact, 'checks' | 'withdrawnAt'> }) {
  const verified = isVerified(contact);
  const Icon = contact.withdrawnAt !== null ? CircleSlash : verified ? CircleCheck : CircleDashed;
  const tone = contact.withdrawnAt !== null ? 'withdrawn' : verified ? 'verified' : 'unverified';
  return (
    <span className={`standing standing-${tone}`}>
      <Icon size={14} aria-hidden />
      {standingWords(contact)}
    </span>
  );
}
