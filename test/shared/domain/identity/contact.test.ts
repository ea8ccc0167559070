import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clashesOf, isSameContact, nameKey, standingWords } from '../../../../shared/domain/identity/contact.ts';
import { bareSigningKey } from '../../../../shared/domain/identity/identity.ts';
import { spokenDigits, spokenPreimage } from '../../../../shared/domain/identity/spokenDigits.ts';

const key = (letter: string) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${letter.repeat(43)}`;
const age = (letter: string) => `age1${letter.repeat(58)}`;
const contact = (name: string, signing: string | null, recipient: string | null) => ({
  name,
  team: '',
  signingKey: signing && key(signing),
  ageRecipient: recipient && age(recipient),
});

test('the same key under another name, and another key under the same name, are told; the rest is not', () => {
  const known = [contact('Bo Example', 'A', 'q'), contact('Cy Example', 'B', null)];
  const clashes = (one: ReturnType<typeof contact>) =>
    clashesOf(one, known).map(({ kind, with: other }) => `${kind} ${other.name}`);
  expect(clashes(contact('Di Example', 'A', 'p'))).toEqual(['same-key Bo Example']);
  expect(clashes(contact('Di Example', null, 'q'))).toEqual(['same-key Bo Example']);
  expect(clashes(contact('ＢＯ   example\u200b', 'D', 'p'))).toEqual(['same-name Bo Example']);
  expect(clashes(contact('Bo Example', 'A', 'p'))).toEqual(['same-name Bo Example']);
  // One key of the two, the other unknown: nothing contradicts.
  expect(clashes(contact('Bo Example', 'A', null))).toEqual([]);
  expect(clashes(contact('Bo Example', 'A', 'q'))).toEqual([]);
  // Nothing in common but the name: it may be somebody else.
  expect(clashes(contact('Cy Example', null, 'p'))).toEqual(['same-name Cy Example']);
  expect(clashes(contact('Ed Example', 'E', 'r'))).toEqual([]);
});

test('equal names and keys are one contact, whatever the team says', () => {
  expect(isSameContact(contact('Bo Example', 'A', 'q'), { ...contact('bo example', 'A', 'q'), team: 'New' })).toBe(
    true,
  );
  expect(isSameContact(contact('Bo Example', 'A', 'q'), contact('Bo Example', 'A', null))).toBe(false);
  expect(nameKey('리은정')).toBe(nameKey('리은정'.normalize('NFD')));
});

test('without a check, or with the last one taken back, the words say not verified', () => {
  const check = (verified: boolean) => ({ verified, how: 'other', note: '', checkedAt: '', checkedBy: '' }) as never;
  expect(standingWords({ checks: [], withdrawnAt: null })).toBe('not verified');
  expect(standingWords({ checks: [check(true)], withdrawnAt: null })).toBe('verified');
  expect(standingWords({ checks: [check(false), check(true)], withdrawnAt: null })).toBe('not verified');
  expect(standingWords({ checks: [check(true)], withdrawnAt: '2026-01-01T00:00:00.000Z' as never })).toBe(
    'withdrawn, verified',
  );
});

test('a public key is read without its comment, and nothing else is taken for one', () => {
  expect(bareSigningKey(` ${key('A')} ana@desk\n`)).toBe(key('A'));
  for (const other of ['', 'ssh-rsa AAAAB3Nza', key('A').slice(1), 'ssh-ed25519', `${key('A')}=`])
    expect(bareSigningKey(other)).toBeNull();
});

test('the digits to read aloud are twelve groups of five, and follow from both keys', () => {
  const digits = (signingKey: string | null, ageRecipient: string | null) =>
    spokenDigits(createHash('sha512').update(spokenPreimage({ signingKey, ageRecipient })).digest()).join(' ');
  // Counted once by hand, with Python: int.from_bytes(sha512[5 * i : 5 * i + 5], 'big') % 100000.
  expect(digits(key('A'), age('q'))).toBe('15529 15213 90293 23688 55415 29925 86205 74143 43728 67187 03802 72681');
  expect(digits(key('A'), null)).not.toBe(digits(key('A'), age('q')));
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), digest => {
      const groups = spokenDigits(digest);
      expect(groups).toHaveLength(12);
      for (const [at, group] of groups.entries()) {
        const number = BigInt(`0x${Buffer.from(digest.subarray(at * 5, at * 5 + 5)).toString('hex')}`);
        expect(group).toBe(String(number % 100_000n).padStart(5, '0'));
      }
    }),
  );
});
