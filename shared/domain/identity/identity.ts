/** The keys that a vault signs and receives with, without their secrets: those never leave the core. */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { IdentityId } from '../../kernel/ids.ts';

/** Controls, line ends and marks that turn the direction of writing would let a name pass for more than a name. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function isPlain(text: string): boolean {
  return !unprintable.test(text);
}
const plainly = 'holds characters that do not print';

/** A person's name as it is signed and printed: one line, in any script. */
export const PersonName = z.string().trim().min(1).max(120).refine(isPlain, plainly);
/** May be empty: not everybody works in a team. */
export const TeamName = z.string().trim().max(120).refine(isPlain, plainly);
/** One line that is signed, such as how a receipt came to its witness. */
export const SignedLine = z.string().trim().max(300).refine(isPlain, plainly);

/** An Ed25519 key as OpenSSH writes it, without its comment. */
export const SigningPublicKey = z.string().regex(/^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}$/);
/** An age X25519 recipient. */
export const AgeRecipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);
/** Five letters from the vault's id (`exhibitSeries.ts`). */
export const VaultCode = z.string().regex(/^[A-Z]{5}$/);

export const Identity = z.object({
  id: IdentityId,
  name: PersonName,
  team: TeamName,
  signingKey: SigningPublicKey,
  /** As `ssh-keygen -l` prints it. */
  fingerprint: z.string(),
  ageRecipient: AgeRecipient,
  madeAt: Instant,
  madeBy: z.string(),
  retiredAt: Instant.nullable(),
  retiredReason: z.string(),
});
export type Identity = z.infer<typeof Identity>;

/** What a signature is for. One made for a card is no signature of a receipt, whatever its text. */
export const namespaces = {
  card: 'probatum-contact',
  receipt: 'probatum-receipt',
  countersignature: 'probatum-countersignature',
} as const;

/** `ssh-ed25519 AAAA… comment`, as it is printed or pasted, without the comment; null where it is no such line. */
export function bareSigningKey(line: string): string | null {
  const [kind = '', key = ''] = line.trim().split(/\s+/);
  const read = SigningPublicKey.safeParse(`${kind} ${key}`);
  return read.success ? read.data : null;
}
