import { expect, test } from 'vitest';
import type { Comment } from '../../../shared/domain/comment.ts';
import {
  isUnsettled,
  problemOfSettling,
  standingOf,
  stateOfThread,
  type ThreadState,
} from '../../../shared/domain/commentState.ts';
import { Instant } from '../../../shared/kernel/dates.ts';

const at = Instant.parse('2026-11-25T10:00:00.000Z');
const said = (name: string, given: Partial<Comment> = {}) => ({
  resolved: null,
  withdrawnAt: null,
  verdict: null,
  isDissent: false,
  text: 'Words.',
  author: { name, team: '' },
  ...given,
});
const reviewer = said('R. Reviewer');
const team = said('Ana Example');

test('a thread is open until another answers, open again when its author goes on, and settled in one way or the other', () => {
  const settled = (as: 'accepted' | 'rejected') => ({ ...reviewer, resolved: { as, at, by: 'A', answerId: null } });
  const states: [Parameters<typeof stateOfThread>[0], ThreadState][] = [
    [{ first: reviewer, replies: [] }, 'open'],
    [{ first: reviewer, replies: [team] }, 'answered'],
    [{ first: reviewer, replies: [team, reviewer] }, 'open'],
    [{ first: reviewer, replies: [{ ...team, withdrawnAt: at }] }, 'open'],
    [{ first: settled('accepted'), replies: [] }, 'accepted'],
    [{ first: settled('rejected'), replies: [team] }, 'rejected'],
    [{ first: { ...reviewer, withdrawnAt: at }, replies: [team] }, 'taken-back'],
    [{ first: said('R. Reviewer', { verdict: 'agrees', text: '' }), replies: [] }, 'noted'],
    [{ first: said('R. Reviewer', { verdict: 'agrees' }), replies: [] }, 'open'],
  ];
  expect(states.map(([thread]) => stateOfThread(thread))).toEqual(states.map(([, state]) => state));
  expect(states.map(([thread]) => isUnsettled(thread))).toEqual(
    states.map(([, state]) => state === 'open' || state === 'answered'),
  );
});

test('only rejecting needs a reason', () => {
  expect([problemOfSettling('accepted', ''), problemOfSettling('rejected', 'As printed.')]).toEqual([null, null]);
  expect(problemOfSettling('rejected', ' ')).toContain('Say why');
});

test('what was spoken of has changed only where its own words are quoted and can be edited', () => {
  const on = (kind: Comment['subject']['kind'], quote: string) => ({
    subject: { kind, id: 'x', pageIndex: null },
    quote,
  });
  const now = (...forms: string[]) => ({ isWithdrawn: false, forms });
  const long = 'a '.repeat(1500);
  expect([
    standingOf(on('claim', 'It sailed.'), null),
    standingOf(on('claim', 'It sailed.'), { isWithdrawn: true, forms: ['It sailed.'] }),
    standingOf(on('claim', 'It sailed.'), now('It sank.')),
    standingOf(on('claim', 'It  sailed. '), now('It sailed.')),
    standingOf(on('claim', 'As HERON says.'), now('As Mira says.', 'As HERON says.')),
    standingOf(on('claim', ''), now('It sank.')),
    standingOf(on('claim', long.slice(0, 2000)), now(long)),
    standingOf(on('exhibit', 'words selected in it'), now('Its title')),
    standingOf(on('citation', 'frozen words'), now('other words')),
  ]).toEqual([
    'gone',
    'withdrawn',
    'changed',
    'as-it-was',
    'as-it-was',
    'as-it-was',
    'as-it-was',
    'as-it-was',
    'as-it-was',
  ]);
});
