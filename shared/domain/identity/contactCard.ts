/**
 * The card by which a team makes its keys known: `probatum-contact/1`, a small JSON text signed with the very key it names.
 * That shows that who made it holds the key, and that nobody changed a field since; whose key it is, a person must make sure.
 */
import { z } from 'zod';
import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { Instant } from '../../kernel/dates.ts';
import { AgeRecipient, PersonName, SigningPublicKey, TeamName, VaultCode } from './identity.ts';

export const cardFormat = 'probatum-contact/1';

export const CardContent = z.object({
  name: PersonName,
  team: TeamName,
  vaultCode: VaultCode,
  signingKey: SigningPublicKey,
  ageRecipient: AgeRecipient,
  madeAt: Instant,
});
export type CardContent = z.infer<typeof CardContent>;

const Card = CardContent.extend({ format: z.literal(cardFormat), signature: z.string().max(2000) }).strict();

/** What is signed: the canonical JSON of all but the signature, so that spaces and line ends of the file mean nothing. */
export function cardPreimage(content: CardContent): string {
  const { name, team, vaultCode, signingKey, ageRecipient, madeAt } = content;
  return canonicalJson({ format: cardFormat, name, team, vaultCode, signingKey, ageRecipient, madeAt });
}

export function writeCard({ name, team, vaultCode, signingKey, ageRecipient, madeAt }: CardContent, signature: string) {
  const card = { format: cardFormat, name, team, vaultCode, signingKey, ageRecipient, madeAt, signature };
  return `${JSON.stringify(card, null, 2)}\n`;
}

export type CardReading = { ok: true; content: CardContent; signature: string } | { ok: false; problem: string };

/** The signature is not judged here. */
export function readCard(untrustedText: string): CardReading {
  const value = parseJson(untrustedText);
  const format = formatOf(value);
  if (format === null) return { ok: false, problem: 'This is no contact card of Probatum.' };
  if (format !== cardFormat)
    return { ok: false, problem: `This contact card is of another version (${format}) than this program reads.` };
  const card = Card.safeParse(value);
  if (!card.success) {
    const field = String(card.error.issues[0]?.path[0] ?? 'a field of its own');
    return { ok: false, problem: `The contact card is not as it was written: ${field} does not fit.` };
  }
  const { format: _, signature, ...content } = card.data;
  return { ok: true, content, signature };
}

/** A card in the middle of a message is found by its braces. */
function parseJson(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from < 0 || to < from) return null;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return null;
  }
}

function formatOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object' || !('format' in value)) return null;
  const { format } = value;
  return typeof format === 'string' && /^probatum-contact\/\d{1,4}$/.test(format) ? format : null;
}
