/** Who says to have signed the bundle, and how to check that with a public tool: a page cannot vouch for the bundle that it is part of. */
import type { BundleCase } from '../../../shared/domain/bundle.ts';
import { worth } from '../../../shared/domain/identity/whatItProves.ts';

export function SignatureCheck({ bundle: { signature } }: { bundle: BundleCase }) {
  if (!signature)
    return (
      <>
        <h3>2 · Who made it</h3>
        <p>
          This bundle is not signed: nothing in it shows who made it. Ask the sender, by another way than the one by
          which it came, for the SHA-256 of the ZIP.
        </p>
      </>
    );
  return (
    <>
      <h3>2 · Who made it</h3>
      <p>
        <code>{signature.signatureFile}</code> is said to be by {signature.signer}. Check it in the same folder, with{' '}
        <code>ssh-keygen</code> of any OpenSSH since 8.0:
      </p>
      <pre>{signature.command}</pre>
      <p>
        It must answer <code>Good "{signature.namespace}" signature</code> with this fingerprint, and the checks above
        must hold:
      </p>
      <pre>{signature.fingerprint}</pre>
      <p>
        The key came with the bundle, so whoever made another bundle could have put in another key: have the sender tell
        you the fingerprint by another way. What a good answer shows: {worth.signature.shows} What it does not:{' '}
        {worth.signature.showsNot}
      </p>
    </>
  );
}
