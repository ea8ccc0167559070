import { expect, test } from 'vitest';
import type { FindingRow } from '../../../../shared/contract/finding.ts';
import type { ClaimId, FindingId } from '../../../../shared/kernel/ids.ts';
import { bearingOfKey, credibilityOfKey, startsText } from '../../../../renderer/features/passage/citingKeys.ts';
import { claimOptions, matchingClaims } from '../../../../renderer/features/passage/claimOptions.ts';
import { readTags } from '../../../../renderer/features/passage/readTags.ts';

const finding = (number: number, title: string, claims: string[], stage: FindingRow['stage'] = 'draft'): FindingRow =>
  ({
    id: `fnd-${number}` as FindingId,
    number,
    title,
    stage,
    status: 'reported',
    claims: claims.map((text, at) => ({ id: `clm-${number}-${at}` as ClaimId, text, status: 'reported' as const })),
  }) as unknown as FindingRow;

const findings = [
  finding(1, 'Transfer at sea', ['The vessel lay alongside', 'Gas oil was handed over']),
  finding(2, '국적 변경', ['Her flag was changed']),
  finding(3, 'Settled', ['Nothing more to say'], 'agreed'),
];

test('a claim is found by any of its words or its finding’s, in any order and case', () => {
  expect(matchingClaims(findings, 'OIL gas').map(one => one.text)).toEqual(['Gas oil was handed over']);
  expect(matchingClaims(findings, '국적').map(one => one.text)).toEqual(['Her flag was changed']);
  expect(matchingClaims(findings, 'f-2').map(one => one.text)).toEqual(['Her flag was changed']);
  expect(matchingClaims(findings, '').length).toBe(4);
});

test('what was typed can become a claim: first of the finding in hand, never of an agreed one, last of a new one', () => {
  const made = claimOptions(findings, 'Payment went through', 'fnd-2' as FindingId).filter(
    option => option.kind === 'new',
  );
  expect(made.map(option => option.finding?.number ?? 'new')).toEqual([2, 1, 'new']);
  expect(claimOptions(findings, '  ', null).every(option => option.kind === 'claim')).toBe(true);
});

test('signs are bearings, numbers are credibility, letters of any script begin words', () => {
  expect(['+', '-', '−', '.', '·', 'x'].map(bearingOfKey)).toEqual([
    'supports',
    'contradicts',
    'contradicts',
    'context',
    'context',
    null,
  ]);
  expect(['1', '6', '7', '0', '12'].map(credibilityOfKey)).toEqual([1, 6, null, null, null]);
  expect(['a', '환', 'Ж', '1', 'Enter', ' '].map(startsText)).toEqual([true, true, true, false, false, false]);
});

test('tags are cut at commas of several scripts, each once', () => {
  expect(readTags(' ship-to-ship, 환적、 환적; cargo ,')).toEqual(['ship-to-ship', '환적', 'cargo']);
});
