// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SignatureCheck } from '../../../renderer/bundleViewer/views/SignatureCheck.tsx';
import { exerciseCase } from '../../support/exerciseBundle.ts';

test('the command of a public tool and the fingerprint to compare stand beside who is said to have signed', () => {
  const signature = {
    signer: 'Ada Vinterhaug (Team <b>North</b>)',
    fingerprint: 'SHA256:nbGFkWHA54c7U4Akh5RAhIrB3lUjJodopUcG3Q6YCr8',
    publicKey: 'ssh-ed25519 AAAA',
    namespace: 'bag@probatum',
    signedFile: 'tagmanifest-sha512.txt',
    signatureFile: 'signature.sshsig',
    command: 'ssh-keygen -Y verify -f allowed_signers < tagmanifest-sha512.txt',
  };
  const { container } = render(<SignatureCheck bundle={{ ...exerciseCase, signature }} />);
  expect([...container.querySelectorAll('pre')].map(one => one.textContent)).toEqual([
    signature.command,
    signature.fingerprint,
  ]);
  expect(container.textContent).toContain('signature.sshsig is said to be by Ada Vinterhaug (Team <b>North</b>).');
  expect(container.textContent).toContain('Good "bag@probatum" signature');
});

test('that nobody signed is said', () => {
  const { container } = render(<SignatureCheck bundle={{ ...exerciseCase, signature: null }} />);
  expect(container.textContent).toContain('This bundle is not signed: nothing in it shows who made it.');
});
