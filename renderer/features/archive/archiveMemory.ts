import { everything, type LeavingChoice } from '../../../shared/domain/departure/index.ts';
import type { ContactId } from '../../../shared/kernel/ids.ts';
import { CaseMemory } from '../memory/index.ts';
import type { Chosen } from '../report/index.ts';

/** An archive in preparation, kept while one looks at an exhibit that the pre-flight names. No passphrase is part of it. */
export interface SealDesk {
  chosen: Chosen;
  choice: LeavingChoice;
  way: 'keys' | 'passphrase';
  contactIds: readonly ContactId[];
  /** Also for this vault's own key. */
  own: boolean;
  /** Whom the passphrase is told to. */
  passphraseFor: string;
  reason: string;
}

export const sealMemory = new CaseMemory<SealDesk>({
  chosen: null,
  choice: everything,
  way: 'keys',
  contactIds: [],
  own: false,
  passphraseFor: '',
  reason: '',
});
