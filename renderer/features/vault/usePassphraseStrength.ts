import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { PassphraseStrength } from '../../../shared/contract/vault.ts';
import { call } from '../../api/index.ts';

type Strength = z.infer<typeof PassphraseStrength>;

/** Judged while one types, but not on every key. */
const REST_MS = 120;

/** Asked directly rather than by `useQuery`, whose store would keep each passphrase typed. */
export function usePassphraseStrength(passphrase: string): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    if (passphrase === '') {
      setStrength(null);
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      call('vault.judgePassphrase', { passphrase }).then(
        judged => current && setStrength(judged),
        () => current && setStrength(null),
      );
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return strength;
}
