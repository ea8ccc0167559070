import { expect, test } from 'vitest';
import { claimsNamed, mendWords, missingLines } from '../../../../renderer/features/finding/missing.ts';
import type { StatusReason } from '../../../../shared/domain/standard.ts';
import { claimView } from './builders.ts';

const reason = (
  kind: StatusReason['kind'],
  sentence: string,
  mend: StatusReason['mend'] = 'none',
  subject: string | null = null,
): StatusReason => ({ kind, sentence, mend, subject });

test('what is missing comes first and once, with the claims it holds back; what holds is not listed', () => {
  const asked = reason('missing', 'No reply was requested from Moru Haeun.', 'requests', 'Moru Haeun');
  const first = claimView({
    reasons: [
      reason('holds', 'It rests on 2 sources.'),
      reason('warns', 'No provision is named.', 'provisions'),
      asked,
    ],
  });
  const second = claimView({ reasons: [asked, reason('missing', 'Nothing is cited in support.', 'citations')] });
  const lines = missingLines({ claims: [first, second], reasons: [] });
  expect(lines.map(line => [line.kind, line.sentence, claimsNamed(line, 2)])).toEqual([
    ['missing', 'No reply was requested from Moru Haeun.', 'All claims'],
    ['missing', 'Nothing is cited in support.', 'Claim 2'],
    ['warns', 'No provision is named.', 'Claim 1'],
  ]);
});

test('a finding without claims says so itself', () => {
  const lines = missingLines({ claims: [], reasons: [reason('missing', 'The finding has no claims yet.', 'claim')] });
  expect(lines.map(line => [line.sentence, line.claims])).toEqual([['The finding has no claims yet.', []]]);
});

test('the only claim is not named, several are', () => {
  const line = { kind: 'missing', sentence: '', mend: 'none', subject: null } as const;
  const at = (...numbers: number[]) => numbers.map(number => ({ id: claimView().id, number }));
  expect(claimsNamed({ ...line, claims: at(1) }, 1)).toBe('');
  expect(claimsNamed({ ...line, claims: at(1, 3) }, 4)).toBe('Claims 1 and 3');
  expect(claimsNamed({ ...line, claims: at(1, 2, 4) }, 5)).toBe('Claims 1, 2 and 4');
});

test('a contradiction is answered where it stands, absent evidence is looked for', () => {
  expect(mendWords({ mend: 'citations', subject: null })).toBe('Look for evidence');
  expect(mendWords({ mend: 'citations', subject: 'exh-1' })).toBe('Answer it');
  expect(mendWords({ mend: 'exhibit', subject: null })).toBeNull();
});
