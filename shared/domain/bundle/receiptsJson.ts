/** data/custody/receipts/receipts.json: the receipts in plain words, for people without the viewer and for programs. */
import { worth } from '../identity/whatItProves.ts';
import type { BundleReceipt } from './bundleCustody.ts';

export function receiptsJson(receipts: readonly BundleReceipt[]): object {
  const { chain, signature, countersignature, timestamp } = worth;
  return {
    about:
      'Receipts of the custody logs in this bundle: how many events a log held, and the hash of the last one, which covers all before it. Files stand beside this one; commands are typed in this folder. ../README.txt says how.',
    worth: [chain, signature, countersignature, timestamp],
    receipts,
  };
}
