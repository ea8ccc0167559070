import { expect, test } from 'vitest';
import { eventProblem, eventStatements, newEvent } from '../../../../renderer/features/entity/event/eventDraft.ts';
import {
  emptyDraft,
  listedValues,
  said,
  valueGiven,
} from '../../../../renderer/features/entity/statement/valueDraft.ts';
import { readWorldDate, saidBack } from '../../../../renderer/features/entity/worldDate.ts';
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import { isWorldDate } from '../../../../shared/kernel/dateSpan.ts';

const typed = (words: string) => ({ ...emptyDraft, typed: words });

test('what has a better form keeps the words as printed beside it', () => {
  expect(valueGiven('Vessel', 'flag', typed('Palau'))).toMatchObject({ value: 'pw', original: 'Palau' });
  expect(valueGiven('Person', 'birthDate', typed('26 November 1967'))).toMatchObject({
    value: '1967-11-26',
    original: '26 November 1967',
  });
  expect(valueGiven('Person', 'name', typed(' 김연습 '))).toMatchObject({ value: '김연습', original: '' });
});

test('a value that fails its check is kept as it is written: papers carry wrong numbers', () => {
  expect(valueGiven('Vessel', 'imoNumber', typed('9000004'))).toMatchObject({ value: '9000004' });
  expect(said('Vessel', 'imoNumber', '9000004')?.valid).toBe(false);
  expect(said('Vessel', 'imoNumber', '9000003')?.valid).toBe(true);
});

test('nothing is recorded of an empty field', () => {
  for (const property of ['name', 'flag', 'owner', 'imoNumber'])
    expect(valueGiven('Vessel', property, typed('  '))).toBeNull();
});

test('a country is offered by the beginning of its name first', () => {
  expect(listedValues('country', 'pal')[0]?.words).toBe('Palau');
});

test.each([
  ['2026-03-15 02:14', '2026-03-15T02:14'],
  ['15 March 2026, 02:14 UTC', '2026-03-15T02:14Z'],
  ['15 March 2026 at 2:14', '2026-03-15T02:14Z'],
  ['15 March 2026, 11:14 +09:00', '2026-03-15T11:14+09:00'],
  ['c. March 2021', '2021-03~'],
  ['2019?', '2019?'],
  ['30 February 2021', null],
  ['some day', null],
])('%s is read as %s', (words, date) => {
  expect(readWorldDate(words)).toBe(date);
  if (date !== null) expect(isWorldDate(date)).toBe(true);
});

test('a date is said back in words, with its time in UTC', () => {
  expect(saidBack('2026-03-15T11:14+09:00')).toBe('15 March 2026, 02:14 UTC');
  expect(saidBack('March 2021')).toBeNull();
});

const vessel = { id: 'ent-1', schema: 'Vessel', kind: 'thing', caption: 'A', hint: '' } as EntityChip;

test('an event says who took part as what, and when', () => {
  const draft = { ...newEvent(vessel), kind: 'port call', date: '9 March 2026', placeWords: 'Port Selwick' };
  expect(eventProblem(draft)).toBeNull();
  expect(eventStatements(draft).map(({ property, value }) => [property, value])).toEqual([
    ['eventKind', 'port call'],
    ['date', '2026-03-09'],
    ['location', 'Port Selwick'],
    ['participant', 'ent-1'],
  ]);
});

test('an event without a kind, with an unread date, or with one part twice is not recorded', () => {
  const draft = { ...newEvent(vessel), kind: 'port call' };
  expect(eventProblem({ ...draft, kind: ' ' })).toMatch(/kind/);
  expect(eventProblem({ ...draft, start: 'soon' })).toMatch(/“soon”/);
  expect(eventProblem({ ...draft, participants: [...draft.participants, ...draft.participants] })).toMatch(/twice/);
});
