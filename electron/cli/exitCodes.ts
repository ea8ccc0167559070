/** 0 done; 1 the check failed or the input was refused as a whole; 2 usage; 3 done, some refused; 4 passphrase or lock; 5 damaged. */
import type { ErrorCode } from '../../shared/kernel/errors.ts';

export const exitCodes = { done: 0, failed: 1, usage: 2, someRefused: 3, locked: 4, damaged: 5 } as const;

export function exitCodeOf(code: ErrorCode): number {
  switch (code) {
    case 'vault-wrong-passphrase':
    case 'vault-in-use':
    case 'vault-locked':
    case 'age-wrong-passphrase':
    case 'age-wrong-key':
    case 'age-passphrase-needed':
      return exitCodes.locked;
    case 'vault-damaged':
    case 'digest-mismatch':
    case 'archive-damaged':
    case 'review-damaged':
    case 'age-damaged':
    case 'age-truncated':
      return exitCodes.damaged;
    case 'invalid-input':
      return exitCodes.usage;
    default:
      return exitCodes.failed;
  }
}
