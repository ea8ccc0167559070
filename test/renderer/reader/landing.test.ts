import { describe, expect, test } from 'vitest';
import { landMark, landTarget, pageTextOfRuns } from '../../../renderer/reader/landing.ts';

const runs = [
  { str: 'The vessel left the anchor-', hasEOL: true },
  { str: 'age at night, and the ', hasEOL: false },
  { str: 'certiﬁcate', hasEOL: false },
  { str: ' was not', hasEOL: true },
  { str: 'found. The vessel came back.', hasEOL: true },
];
const page = pageTextOfRuns(runs);
const at = (landing: { start: number; end: number } | null) => landing && page.slice(landing.start, landing.end);
const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });

describe('landing words of another engine in the viewer’s text', () => {
  test('runs join as lines', () => expect(page.split('\n')).toHaveLength(4));

  test('a word broken at the line end is found whole', () => {
    expect(at(landTarget(page, quote('left the anchorage at night')))).toBe('left the anchor-\nage at night');
  });

  test('a ligature is the letters that it stands for', () => {
    expect(at(landTarget(page, quote('the certificate was not found')))).toBe('the certiﬁcate was not\nfound');
  });

  test('surroundings choose between equal words', () => {
    const landing = landTarget(page, quote('The vessel', 'was not found. ', ' came back'));
    expect(landing?.start).toBe(page.lastIndexOf('The vessel'));
    expect(landing?.certainty).toBe('exact');
  });

  test('a hit would rather show equal words than nothing, a passage would not', () => {
    const ambiguous = quote('The vessel');
    expect(landTarget(page, ambiguous)?.certainty).toBe('likely');
    expect(landMark(page, ambiguous)).toBeNull();
  });

  test('words that are not there land nowhere', () => expect(landTarget(page, quote('zzqq xxyy'))).toBeNull());

  test('an empty quote lands nowhere', () =>
    expect([landTarget(page, quote(' ')), landMark(page, quote(''))]).toEqual([null, null]));
});
