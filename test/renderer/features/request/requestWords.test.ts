import { expect, test } from 'vitest';
import { isOverdue, matchingRequests, requestGap } from '../../../../renderer/features/request/requestWords.ts';
import type { Request } from '../../../../shared/domain/request.ts';
import type { EdtfDate } from '../../../../shared/kernel/dates.ts';

const on = (date: string) => date as EdtfDate;

test('a request without a date, or not sent, is said not to count', () => {
  expect(requestGap({ state: 'draft', sentOn: null, answeredOn: null })).toMatch(/Not sent/);
  expect(requestGap({ state: 'replied', sentOn: null, answeredOn: null })).toMatch(/Without a date/);
  expect(requestGap({ state: 'sent', sentOn: on('2026-03'), answeredOn: null })).toBeNull();
  expect(requestGap({ state: 'declined', sentOn: null, answeredOn: on('2026-03-02~') })).toBeNull();
});

test('only an exact day that is past and unanswered is overdue', () => {
  expect(isOverdue({ state: 'sent', dueOn: on('2026-03-01') }, '2026-03-02')).toBe(true);
  expect(isOverdue({ state: 'sent', dueOn: on('2026-03-02') }, '2026-03-02')).toBe(false);
  expect(isOverdue({ state: 'sent', dueOn: on('2026-02') }, '2026-03-02')).toBe(false);
  expect(isOverdue({ state: 'replied', dueOn: on('2026-03-01') }, '2026-03-02')).toBe(false);
});

test('the filter looks for all words in addressee, substance and note', () => {
  const request = { addressee: '모루해운 Moru Haeun', substance: 'Who owned the tanker?', note: '' } as Request;
  expect(matchingRequests([request], 'moru TANKER')).toEqual([request]);
  expect(matchingRequests([request], '모루')).toEqual([request]);
  expect(matchingRequests([request], 'moru coal')).toEqual([]);
});
