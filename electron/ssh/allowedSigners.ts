/** The line that tells `ssh-keygen -Y verify` whose key it is. */
import { publicKeyLine, readPublicKey } from './publicKey.ts';

/**
 * A line of an allowed_signers file: this key may sign for `who`, in `namespace` only. The name in it is `principalOf(who)`,
 * and that is what stands behind `-I` when the signature is checked.
 */
export function allowedSignersLine(who: string, publicKey: string, namespace: string): string {
  return `${principalOf(who)} namespaces="${namespace}" ${publicKeyLine(readPublicKey(publicKey))}`;
}

/** A name as one word: white space, quotes and the signs of patterns mean something else in that file. */
export function principalOf(who: string): string {
  return who.replace(/[\s\p{C}"',*?!#\\]+/gu, '-').replace(/^-+|-+$/g, '') || 'signer';
}
