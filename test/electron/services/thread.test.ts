import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

interface Mail {
  id?: string;
  refs?: string[];
  subject: string;
  day: number;
}

async function admitMail(name: string, { id, refs = [], subject, day }: Mail): Promise<ExhibitId> {
  const lines = [
    'From: one@example.org',
    'To: two@example.org',
    ...(id ? [`Message-ID: <${id}>`] : []),
    ...(refs.length > 0
      ? [`In-Reply-To: <${refs.at(-1)}>`, `References: ${refs.map(ref => `<${ref}>`).join(' ')}`]
      : []),
    `Subject: ${subject}`,
    `Date: ${day} Mar 2018 10:00:00 +0000`,
    '',
    `Words of ${name}.`,
  ];
  const [exhibitId] = await vault.admit(vault.write(`${name}.eml`, lines.join('\r\n')));
  if (!exhibitId) throw new Error(`${name} was not admitted`);
  return exhibitId;
}

/** `a`, ` b`, ` ?x@y`: titles by depth, gaps with a question mark. */
async function threadOf(exhibitId: ExhibitId): Promise<string[]> {
  const { lines } = await vault.run('thread.forExhibit', { exhibitId });
  return lines.map(line => ' '.repeat(line.depth) + (line.kind === 'gap' ? `?${line.messageId}` : `EX-${line.number}`));
}

test('a conversation is the same from whichever message one looks, gaps told', async () => {
  const first = await admitMail('a', { id: '1@x', subject: 'Charter', day: 1 });
  const answer = await admitMail('b', { id: '2@x', refs: ['1@x'], subject: 'Re: Charter', day: 2 });
  const late = await admitMail('c', { id: '4@x', refs: ['1@x', '3@x'], subject: 'AW: Charter', day: 4 });
  const other = await admitMail('d', { id: '9@x', subject: 'Crew list', day: 3 });
  const expected = ['EX-1', ' EX-2', ' ?3@x', '  EX-3'];
  expect(await threadOf(first)).toEqual(expected);
  expect(await threadOf(answer)).toEqual(expected);
  expect(await threadOf(late)).toEqual(expected);
  expect(await threadOf(other)).toEqual(['EX-4']);
});

test('messages that share nothing but a subject are proposed and not put into the conversation', async () => {
  const first = await admitMail('a', { id: '1@x', subject: '환적 일정', day: 1 });
  const answer = await admitMail('b', { id: '2@x', subject: '회신: 환적 일정', day: 2 });
  const { lines, proposed, proposedCount } = await vault.run('thread.forExhibit', { exhibitId: first });
  expect(lines).toHaveLength(1);
  expect({ proposed, proposedCount }).toMatchObject({ proposed: [{ exhibitId: answer, number: 2 }], proposedCount: 1 });
});

test('what is no mail has no thread', async () => {
  const [exhibitId] = await vault.admit(vault.write('a.txt', 'Subject: not a message'));
  expect(await vault.run('thread.forExhibit', { exhibitId: exhibitId as ExhibitId })).toEqual({
    lines: [],
    isCut: false,
    proposed: [],
    proposedCount: 0,
  });
});

test('messages that name each other in a circle, and one without any id, are all listed', async () => {
  const one = await admitMail('a', { id: '1@x', refs: ['2@x'], subject: 'S', day: 1 });
  await admitMail('b', { id: '2@x', refs: ['1@x'], subject: 'S', day: 2 });
  expect((await threadOf(one)).map(line => line.trim()).sort()).toEqual(['EX-1', 'EX-2']);
  const alone = await admitMail('c', { subject: 'T', day: 3 });
  expect(await threadOf(alone)).toEqual(['EX-3']);
});
