/** People whose keys are known here, and whether a person made sure that the keys are theirs. */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { ContactId } from '../../kernel/ids.ts';
import { AgeRecipient, PersonName, SigningPublicKey, TeamName, VaultCode } from './identity.ts';

export const HowVerified = z.enum(['in-person', 'telephone', 'video', 'known-key', 'other-person', 'other']);
export type HowVerified = z.infer<typeof HowVerified>;

export const howVerifiedWords: Record<HowVerified, string> = {
  'in-person': 'met in person',
  telephone: 'read aloud by telephone',
  video: 'read aloud in a video call',
  'known-key': 'key known from before',
  'other-person': 'vouched for by somebody verified',
  other: 'otherwise',
};

/** Ways in which two people compare the digits; the others need words that say what was done instead. */
export function comparesDigits(how: HowVerified): boolean {
  return how === 'in-person' || how === 'telephone' || how === 'video';
}

export const ContactCheck = z.object({
  verified: z.boolean(),
  how: HowVerified,
  note: z.string(),
  checkedAt: Instant,
  checkedBy: z.string(),
});
export type ContactCheck = z.infer<typeof ContactCheck>;

export const Contact = z.object({
  id: ContactId,
  name: PersonName,
  team: TeamName,
  vaultCode: VaultCode.nullable(),
  signingKey: SigningPublicKey.nullable(),
  /** Of the signing key, as `ssh-keygen -l` prints it. */
  fingerprint: z.string().nullable(),
  ageRecipient: AgeRecipient.nullable(),
  /** A card is signed with the key it names; what was typed is only what somebody typed. */
  origin: z.enum(['card', 'typed']),
  note: z.string(),
  addedAt: Instant,
  addedBy: z.string(),
  withdrawnAt: Instant.nullable(),
  /** Newest first; the newest holds. */
  checks: z.array(ContactCheck),
});
export type Contact = z.infer<typeof Contact>;

export function isVerified(contact: Pick<Contact, 'checks'>): boolean {
  return contact.checks[0]?.verified ?? false;
}

/** Said wherever a contact is named. */
export function standingWords(contact: Pick<Contact, 'checks' | 'withdrawnAt'>): string {
  const words = isVerified(contact) ? 'verified' : 'not verified';
  return contact.withdrawnAt === null ? words : `withdrawn, ${words}`;
}

type Named = Pick<Contact, 'name' | 'team' | 'signingKey' | 'ageRecipient'>;

/** What should make a person look twice at a contact. */
export interface Clash<Other extends Named = Contact> {
  /** `same-key`: these keys under another name. `same-name`: other keys under this name. */
  kind: 'same-key' | 'same-name';
  with: Other;
}

export function clashesOf<Other extends Named>(contact: Named, others: readonly Other[]): Clash<Other>[] {
  return others.flatMap((other): Clash<Other>[] => {
    const sameName = nameKey(other.name) === nameKey(contact.name);
    const shared = sharesKey(contact, other);
    if (shared && !sameName) return [{ kind: 'same-key', with: other }];
    if (sameName && differsInKey(contact, other)) return [{ kind: 'same-name', with: other }];
    return [];
  });
}

/** The same keys under the same name: nothing new. */
export function isSameContact(left: Named, right: Named): boolean {
  return (
    nameKey(left.name) === nameKey(right.name) &&
    left.signingKey === right.signingKey &&
    left.ageRecipient === right.ageRecipient
  );
}

function sharesKey(left: Named, right: Named): boolean {
  return (
    (left.signingKey !== null && left.signingKey === right.signingKey) ||
    (left.ageRecipient !== null && left.ageRecipient === right.ageRecipient)
  );
}

/** Where one has no key of a kind, nothing differs in it. */
function differsInKey(left: Named, right: Named): boolean {
  const differs = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;
  return (
    differs(left.signingKey, right.signingKey) ||
    differs(left.ageRecipient, right.ageRecipient) ||
    !sharesKey(left, right)
  );
}

/** Two names that a reader takes for one have one key: width, case, spaces and marks that do not show count for nothing. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
