import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type MailIds,
  mailIdsOf,
  mayShareThread,
  readIds,
  readSubject,
  type ThreadMessage,
  threadMessages,
} from '../../../shared/domain/mailThread.ts';
import { Instant } from '../../../shared/kernel/dates.ts';

function message(
  key: string,
  { id = key, refs = [], day }: { id?: string | null; refs?: string[]; day?: number } = {},
): ThreadMessage<string> {
  const sentAt = day === undefined ? null : Instant.parse(new Date(Date.UTC(2018, 2, day)).toISOString());
  return { key, ids: { messageId: id, references: refs, subject: '', isReply: false, sentAt } };
}

/** `a`, `  b`, `  ?x`: depth by indent, a gap by its question mark, a second copy by its equals sign. */
function drawn(messages: readonly ThreadMessage<string>[]): string[] {
  return threadMessages(messages).map(entry => {
    const words = entry.kind === 'gap' ? `?${entry.messageId}` : `${entry.isSameMessage ? '=' : ''}${entry.key}`;
    return ' '.repeat(entry.depth) + words;
  });
}

test('answers stand below what they answer, in the order of time, whatever the order they came in', () => {
  const all = [
    message('d', { refs: ['a', 'c'], day: 4 }),
    message('b', { refs: ['a'], day: 3 }),
    message('c', { refs: ['a'], day: 2 }),
    message('a', { day: 1 }),
  ];
  expect(drawn(all)).toEqual(['a', ' c', '  d', ' b']);
  expect(drawn(all.toReversed())).toEqual(['a', ' c', '  d', ' b']);
});

test('a message that is answered and is not there shows as a gap, below what came before it', () => {
  expect(
    drawn([
      message('a', { day: 1 }),
      message('c', { refs: ['a', 'x'], day: 3 }),
      message('b', { refs: ['x'], day: 2 }),
    ]),
  ).toEqual(['a', ' ?x', '  b', '  c']);
  expect(drawn([message('c', { refs: ['y', 'x'] })])).toEqual(['?x', ' c']);
});

test('the same message from two mailboxes stands once, with its copy beside it', () => {
  expect(drawn([message('a'), message('a again', { id: 'a' }), message('b', { refs: ['a'] })])).toEqual([
    'a',
    '=a again',
    ' b',
  ]);
});

test('messages without an id are not taken for each other', () => {
  expect(drawn([message('a', { id: null, day: 1 }), message('b', { id: null, day: 2 })])).toEqual(['a', 'b']);
});

test('circles, self-references and forged chains lose no message and end', () => {
  expect(drawn([message('a', { refs: ['b'] }), message('b', { refs: ['a'] })]).sort()).toEqual([' a', 'b']);
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'x');
  const given = fc.record({
    id: fc.option(id),
    refs: fc.array(id, { maxLength: 6 }),
    day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(given, { maxLength: 15 }), fields => {
      const messages = fields.map((one, at) => message(`m${at}`, one));
      const keys = threadMessages(messages).flatMap(entry => (entry.kind === 'message' ? [entry.key] : []));
      expect(keys.toSorted()).toEqual(messages.map(({ key }) => key).toSorted());
    }),
  );
});

test('a chain of thousands of answers is no matter', () => {
  const chain = Array.from({ length: 3000 }, (_, at) => message(`m${at}`, { refs: at > 0 ? [`m${at - 1}`] : [] }));
  expect(threadMessages(chain).at(-1)).toMatchObject({ key: 'm2999', depth: 2999 });
});

test('ids are read as mail programs write them, and no longer than they may be', () => {
  expect(readIds('<a@b> <c@d>\r\n <a@b>')).toEqual(['a@b', 'c@d']);
  expect(readIds('a@b, c@d')).toEqual(['a@b', 'c@d']);
  expect(readIds('Your message of Monday')).toEqual([]);
  expect(readIds(`<${'x'.repeat(501)}@y> <z@y>`)).toEqual(['z@y']);
  expect(readIds(null)).toEqual([]);
});

test('headers give id, references with the answered one last, subject and time', () => {
  const headers: [string, string][] = [
    ['Message-ID', '<3@x>'],
    ['In-Reply-To', '<1@x>'],
    ['References', '<1@x> <2@x> <3@x>'],
    ['Subject', 'RE: AW[2]: 회신: Charter  of the “Kum Un San 3”'],
    ['Date', 'Mon, 12 Mar 2018 10:00:00 +0900 (KST)'],
  ];
  expect(mailIdsOf({ kind: 'mail', headers, bodyKind: 'plain' }, {})).toEqual({
    messageId: '3@x',
    references: ['2@x', '1@x'],
    subject: 'charter of the “kum un san 3”',
    isReply: true,
    sentAt: '2018-03-12T01:00:00.000Z',
  });
  expect(mailIdsOf(null, {})).toBeNull();
});

test('a long list of references keeps its ends', () => {
  const many = Array.from({ length: 5000 }, (_, at) => `<r${at}@x>`).join(' ');
  const ids = mailIdsOf({ kind: 'mail', headers: [['References', many]], bodyKind: 'none' }, {});
  expect(ids?.references.length).toBe(100);
  expect([ids?.references[0], ids?.references.at(-1)]).toEqual(['r0@x', 'r4999@x']);
});

test.each([
  ['Re: Re: Fwd: Invoice', 'invoice'],
  ['回复：转发：发票', '发票'],
  ['返信: 請求書', '請求書'],
  ['Ответ: Счёт', 'счёт'],
  ['FW : Rechnung', 'rechnung'],
  ['Reference: 12', 'reference: 12'],
])('the words of an answer before %s are no part of its subject', (printed, subject) => {
  expect(readSubject(printed).subject).toBe(subject);
});

test('a subject proposes a thread only where one of the two claims to answer', () => {
  const ids = (subject: string, isReply: boolean): MailIds => ({
    messageId: null,
    references: [],
    subject,
    isReply,
    sentAt: null,
  });
  expect(mayShareThread(ids('invoice', false), ids('invoice', true))).toBe(true);
  expect(mayShareThread(ids('invoice', false), ids('invoice', false))).toBe(false);
  expect(mayShareThread(ids('', true), ids('', true))).toBe(false);
});
