import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Comment, problemOfComment, standingDissents, threadsOf } from '../../../shared/domain/comment.ts';
import { Instant } from '../../../shared/kernel/dates.ts';
import { CommentId } from '../../../shared/kernel/ids.ts';

type Small = Pick<Comment, 'id' | 'parentId' | 'writtenAt'>;
const idOf = (number: number): CommentId =>
  CommentId.parse(`com-01900000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const small = (number: number, parent: number | null, second = number): Small => ({
  id: idOf(number),
  parentId: parent === null ? null : idOf(parent),
  writtenAt: Instant.parse(`2026-11-25T10:00:${String(second).padStart(2, '0')}.000Z`),
});
const shape = (comments: Small[]) =>
  threadsOf(comments).map(({ first, replies }) =>
    [first.id, ...replies.map(({ id }) => id)].map(id => Number(id.slice(-12))),
  );

test('an answer to an answer stands in the same thread, in the order of writing', () => {
  expect(shape([small(3, 2), small(1, null), small(4, null), small(2, 1)])).toEqual([[1, 2, 3], [4]]);
});

test('an answer whose parent has not arrived stands by itself, and joins when it arrives', () => {
  expect(shape([small(2, 1), small(3, 2)])).toEqual([[2, 3]]);
  expect(shape([small(2, 1), small(3, 2), small(1, null)])).toEqual([[1, 2, 3]]);
});

test('a ring of parents made by hand loses nobody', () => {
  expect(shape([small(1, 3), small(2, 1), small(3, 2), small(4, 2)])).toEqual([[1, 2, 3, 4]]);
});

test('each comment stands in exactly one thread, whatever the parents and the order', () => {
  const comments = fc
    .array(fc.record({ parent: fc.option(fc.integer({ min: 0, max: 14 })), second: fc.integer({ min: 0, max: 59 }) }), {
      maxLength: 12,
    })
    .map(all => all.map(({ parent, second }, at) => small(at, parent === at ? null : parent, second)));
  fc.assert(
    fc.property(
      comments.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, mixed]) => {
        expect(shape(mixed)).toEqual(shape(all));
        expect(
          shape(all)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(all.map((_, at) => at));
      },
    ),
  );
});

test('a dissent stands until its author takes it back, settled or not', () => {
  const at = Instant.parse('2026-11-25T10:00:00.000Z');
  const dissent = { isDissent: true, withdrawnAt: null, resolved: { as: 'rejected', at, by: 'A', answerId: null } };
  const taken = { isDissent: true, withdrawnAt: at, resolved: null };
  expect(standingDissents([dissent, taken, { isDissent: false, withdrawnAt: null }])).toEqual([dissent]);
});

test('a verdict of agreement speaks for itself; doubt and dissent need words', () => {
  const problem = (text: string, verdict: Comment['verdict'], isDissent = false) =>
    problemOfComment({ text, verdict, isDissent }) !== null;
  expect([
    problem('', 'agrees'),
    problem(' ', null),
    problem('', 'disagrees'),
    problem('No.', 'disagrees'),
    problem('', null, true),
    problem('I hold the opposite.', null, true),
  ]).toEqual([false, true, true, false, true, false]);
});
