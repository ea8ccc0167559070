/**
 * A fingerprint to read aloud: sixty digits in groups of five, since digits are the same in every language and have no capitals.
 * Each group takes 40 bits of the digest and keeps their rest by 100,000, so the whole has a little under 200 bits.
 */
const groups = 12;
const bytesAGroup = 5;

/** The digest must have 60 bytes or more: SHA-512 has 64. */
export function spokenDigits(digest: Uint8Array): string[] {
  return Array.from({ length: groups }, (_, group) => {
    let rest = 0;
    for (let at = 0; at < bytesAGroup; at++) rest = (rest * 256 + (digest[group * bytesAGroup + at] ?? 0)) % 100_000;
    return String(rest).padStart(5, '0');
  });
}

/** What the digits are taken of: all keys of a person, so that one reading covers signing and receiving. */
export function spokenPreimage(keys: { signingKey: string | null; ageRecipient: string | null }): string {
  return `probatum-keys/1\n${keys.signingKey ?? ''}\n${keys.ageRecipient ?? ''}\n`;
}
