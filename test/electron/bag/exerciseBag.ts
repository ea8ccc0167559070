/** A bundle as the export writes it, signed, with a small stand-in for the viewer. */
import { BAG_NAMESPACE, type SignBag, writeBag } from '../../../electron/bag/index.ts';
import { newSigningKey, signSsh } from '../../../electron/ssh/index.ts';
import { bundleEntries } from '../../../shared/domain/bundle/bundleEntries.ts';
import { exerciseCase, exerciseParts } from '../../support/exerciseBundle.ts';
import { INFO } from './bagSupport.ts';

export async function writeExerciseBag(out: string): Promise<void> {
  const viewer = {
    script: Buffer.from('"use strict";\n'.repeat(500)),
    style: Buffer.from('p { margin: 0 }\n'.repeat(500)),
  };
  const entries = bundleEntries(exerciseCase, { ...exerciseParts, viewer, pdfAssets: () => [] });
  const { secret } = newSigningKey('');
  const sign: SignBag = sha512 => signSsh(secret, BAG_NAMESPACE, { sha512 });
  await writeBag({ out, name: 'exercise', info: INFO, entries, sign });
}
