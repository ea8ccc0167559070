/** Signatures and encryption of messages: said, never checked and never undone, since the keys are not here. */
import { type BerElement, readElement } from './ber.ts';
import type { MimePart } from './mimeParts.ts';

const SIGNED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const ENVELOPED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03];

export interface Protection {
  sentences: string[];
  /** What stands inside a signature that wraps its message; a message itself. */
  wrapped: Uint8Array[];
}

export function findProtection(parts: readonly MimePart[], body: string): Protection {
  const sentences = new Set<string>();
  const wrapped: Uint8Array[] = [];
  for (const { mediaType, bytes } of parts) {
    if (/^application\/(?:x-)?pkcs7-signature$/.test(mediaType)) sentences.add(signed('S/MIME'));
    else if (mediaType === 'application/pgp-signature') sentences.add(signed('PGP'));
    else if (mediaType === 'application/pgp-encrypted') sentences.add(encrypted('PGP'));
    else if (/^application\/(?:x-)?pkcs7-mime$/.test(mediaType)) {
      const content = signedContent(bytes);
      if (content !== null) wrapped.push(content);
      if (startsWithOid(bytes, SIGNED_DATA)) sentences.add(signed('S/MIME'));
      else if (startsWithOid(bytes, ENVELOPED_DATA)) sentences.add(encrypted('S/MIME'));
      else sentences.add('The message is protected by S/MIME in a way that could not be read.');
    }
  }
  if (/^-----BEGIN PGP MESSAGE-----/m.test(body)) sentences.add(encrypted('PGP'));
  if (/^-----BEGIN PGP SIGNED MESSAGE-----/m.test(body)) sentences.add(signed('PGP'));
  return { sentences: [...sentences], wrapped };
}

function signed(by: string): string {
  return `The message is signed (${by}); the signature was not checked.`;
}

function encrypted(by: string): string {
  return `The message is encrypted (${by}); its words can be read only with the key of its recipient.`;
}

function startsWithOid(bytes: Uint8Array, oid: readonly number[]): boolean {
  // ContentInfo ::= SEQUENCE { contentType OBJECT IDENTIFIER, … }: tag, length (1 to 6 bytes), tag, length.
  for (let at = 0; at < 12; at += 1) {
    if (
      bytes[at] === 0x06 &&
      bytes[at + 1] === oid.length &&
      oid.every((byte, index) => bytes[at + 2 + index] === byte)
    )
      return true;
  }
  return false;
}

/** RFC 5652: ContentInfo { signedData, [0] SignedData { version, digests, { data, [0] OCTET STRING } … } }. */
function signedContent(bytes: Uint8Array): Uint8Array | null {
  if (!startsWithOid(bytes, SIGNED_DATA)) return null;
  try {
    const info = readElement(bytes, 0);
    const signedData = child(child(info, 1), 0);
    const content = child(child(signedData, 2), 1);
    return content === undefined ? null : (content.children[0]?.content() ?? null);
  } catch {
    return null;
  }
}

function child(element: BerElement | undefined, index: number): BerElement | undefined {
  return element?.children[index];
}
