/**
 * The signature of a bag: an SSHSIG over the bytes of tagmanifest-sha512.txt, which covers every other file by way of the
 * manifests. Beside it stands an allowed_signers file, so that ssh-keygen checks it without anything of ours. That file comes
 * with the bag and thus proves only that one key signed all of it; whose key that is, its fingerprint must tell by another way.
 */
import { createHash } from 'node:crypto';
import { allowedSignersLine, verifySsh } from '../ssh/index.ts';

export const SIGNATURE_FILE = 'signature.sshsig';
export const ALLOWED_SIGNERS = 'allowed_signers';
export const SIGNED_FILE = 'tagmanifest-sha512.txt';
/** What the signature is for: one made for another purpose says nothing of a bag. */
export const BAG_NAMESPACE = 'bag@probatum';
/** A role rather than a name, so that one command line serves for every bag, and none names a person. */
const SIGNER = 'sender';

/** To be typed in the folder of the unpacked bag. */
export const SIGNATURE_COMMAND = `ssh-keygen -Y verify -f ${ALLOWED_SIGNERS} -I ${SIGNER} -n ${BAG_NAMESPACE} -s ${SIGNATURE_FILE} < ${SIGNED_FILE}`;

/** Answers the armoured signature, under BAG_NAMESPACE, of what has this SHA-512. */
export type SignBag = (digestSha512: Uint8Array) => string | Promise<string>;

export type BagSignature =
  | { state: 'absent'; sentence: string }
  | { state: 'valid'; publicKey: string; fingerprint: string; knownAs: string | null; sentence: string }
  | { state: 'bad'; sentence: string };

/** The names by which the caller knows keys. */
export type KnownKeys = (publicKey: string) => string | undefined;

export const UNSIGNED: BagSignature = {
  state: 'absent',
  sentence: 'It is not signed: its digests show that it is whole, not who made it.',
};

export async function signTagManifest(
  tagManifest: Uint8Array,
  sign: SignBag,
): Promise<{ signature: string; allowedSigners: string }> {
  const signature = await sign(createHash('sha512').update(tagManifest).digest());
  const verdict = verifySsh(signature, BAG_NAMESPACE, tagManifest);
  if (!verdict.ok) throw new Error(`the bag was signed wrongly: ${verdict.reason}`);
  return { signature, allowedSigners: allowedSigners(verdict.publicKey) };
}

/** What a bag's own signature shows; `allowed` is undefined where that file is not there. */
export function checkSignature(
  signature: Buffer,
  tagManifest: Buffer | undefined,
  allowed: Buffer | undefined,
  knownAs: KnownKeys = () => undefined,
): BagSignature {
  const bad = (why: string): BagSignature => ({ state: 'bad', sentence: `The signature does not hold: ${why}` });
  if (!tagManifest) return bad(`${SIGNED_FILE}, over which it was made, is not there.`);
  const text = signature.toString('latin1');
  const verdict = verifySsh(text, BAG_NAMESPACE, tagManifest);
  if (!verdict.ok) return bad(verdict.sentence);
  const { publicKey, fingerprint } = verdict;
  if (!isPlainArmor(text)) return bad(`${SIGNATURE_FILE} is not written as it is when it is made.`);
  if (allowed && allowed.toString('utf8') !== allowedSigners(publicKey)) {
    return bad(`${ALLOWED_SIGNERS} names another key than ${fingerprint}, which signed the bag.`);
  }
  const name = knownAs(publicKey) ?? null;
  const whose =
    name === null
      ? 'which is not known here; compare it with the fingerprint that the sender tells you by another way.'
      : `known here as ${name}.`;
  return {
    state: 'valid',
    publicKey,
    fingerprint,
    knownAs: name,
    sentence: `Signed by the key ${fingerprint}, ${whose}`,
  };
}

function allowedSigners(publicKey: string): string {
  return `${allowedSignersLine(SIGNER, publicKey, BAG_NAMESPACE).trimEnd()}\n`;
}

/** As ssh-keygen writes it; so no bit of it can differ and still be read alike. */
function isPlainArmor(text: string): boolean {
  const body = /^-----BEGIN SSH SIGNATURE-----\n((?:[A-Za-z0-9+/=]{1,76}\n)+)-----END SSH SIGNATURE-----\n?$/.exec(
    text,
  )?.[1];
  const base64 = body?.replaceAll('\n', '');
  return base64 !== undefined && Buffer.from(base64, 'base64').toString('base64') === base64;
}
