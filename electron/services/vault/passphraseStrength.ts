/** How hard a passphrase is to guess, in words. The key derivation costs an attacker about 100 ms a guess on one core. */
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';

type Judgement = OutputOf<'vault.judgePassphrase'>;

const common = new Set([
  'password',
  'passphrase',
  'probatum',
  'secret',
  'letmein',
  'qwerty',
  'azerty',
  'admin',
  'welcome',
  'investigation',
  'sanctions',
]);

/** Rough bits: distinct words at 11 bits (a 2,000-word vocabulary), other characters at 3; repetition earns nothing. */
export function estimateBits(passphrase: string): number {
  const words = [
    ...new Set(
      passphrase
        .normalize('NFKC')
        .toLowerCase()
        .split(/[\s._\-,;]+/)
        .filter(Boolean),
    ),
  ];
  return words.reduce((bits, word) => bits + wordBits(word), 0);
}

function wordBits(word: string): number {
  if (common.has(word)) return 3;
  const distinct = new Set(word).size;
  const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter(kind => kind.test(word)).length;
  if (/^\p{L}+$/u.test(word) && word.length <= 9) return Math.min(11, distinct * 2.5);
  return Math.min(word.length * (kinds > 1 ? 4 : 2.5), distinct * 5);
}

export function judgePassphrase(passphrase: string): Judgement {
  const bits = estimateBits(passphrase);
  if (bits < 30)
    return { strength: 'weak', sentence: 'Easy to guess. Use four or more random words that do not belong together.' };
  if (bits < 50)
    return {
      strength: 'fair',
      sentence: 'Resists a person, not a laboratory. Another random word or two makes it strong.',
    };
  return { strength: 'strong', sentence: 'Strong. Write it down where only you find it until you know it by heart.' };
}

/** @throws passphrase-weak */
export function requireStrength(passphrase: string): void {
  if (judgePassphrase(passphrase).strength === 'weak')
    throw new ProbatumError('passphrase-weak', {
      problem: passphrase.length < 12 ? 'it is too short' : 'it repeats or uses common words',
    });
}
