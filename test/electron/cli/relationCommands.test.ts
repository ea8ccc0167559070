/** `probatum exhibit copies|thread|translations|translate`, as a person runs them: the built program in a process of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { CopyGroup } from '../../../shared/contract/copy.ts';
import { threadContract } from '../../../shared/contract/thread.ts';
import { Translation } from '../../../shared/domain/translation.ts';
import { runBuilt } from '../../support/runBuilt.ts';

const report = Array.from({ length: 300 }, (_, at) => `w${((at + 7) * 2654435761) % 99_991}`).join(' ');
const mail = (id: string, answers: string | null, subject: string, day: number) =>
  [
    'From: one@example.org',
    'To: two@example.org',
    `Message-ID: <${id}>`,
    ...(answers === null ? [] : [`In-Reply-To: <${answers}>`, `References: <${answers}>`]),
    `Subject: ${subject}`,
    `Date: ${day} Mar 2018 10:00:00 +0000`,
    '',
    `Words of ${id}.`,
  ].join('\r\n');
const evidence = {
  '1 보고서.txt': `연습. 12 March. ${report}`,
  '2 copy.txt': `연습. 13 March. ${report}`,
  '3 first.eml': mail('1@x', null, 'Charter', 1),
  '4 answer.eml': mail('2@x', '1@x', 'Re: Charter', 2),
  '5 late.eml': mail('4@x', '3@x', 'Charter', 4),
};

let folder: string;
let vault: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'probatum-cli-'));
  vault = join(folder, 'team.probatum');
  writeFileSync(join(folder, 'passphrase'), 'granite otter lantern seventeen\n');
  mkdirSync(join(folder, 'evidence'));
  for (const [name, text] of Object.entries(evidence)) writeFileSync(join(folder, 'evidence', name), text);
  expect(run('vault', 'create', vault, '--person', 'Test Person').status).toBe(0);
  expect(run('case', 'create', vault, '--ref', 'C-1', '--title', 'A case (exercise)').status).toBe(0);
  // Two are read at a time, and whichever is read first is the first of its group: one before the others, for the tests.
  for (const path of [join('evidence', '1 보고서.txt'), 'evidence'])
    expect(run('import', vault, join(folder, path), '--case', 'C-1')).toMatchObject({ status: 0 });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runBuilt(...args, '--passphrase-file', join(folder, 'passphrase'));
const exhibit = (command: string, ...args: string[]) => run('exhibit', command, vault, ...args, '--case', 'C-1');
const jsonLines = <Value>(text: string, schema: z.ZodType<Value>): Value[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map(line => schema.parse(JSON.parse(line)));

test('copies: each group as a line of JSON, or as a table that a person reads', () => {
  const { status, stdout } = exhibit('copies', '--json');
  expect(status).toBe(0);
  expect(jsonLines(stdout, CopyGroup)).toMatchObject([
    { kind: 'text', size: 2, undecided: 1, exhibits: [{ number: 1 }, { number: 2 }] },
  ]);
  expect(exhibit('copies').stdout).toBe(
    ['text  EX-0001  1 보고서.txt  1 undecided', '      EX-0002  2 copy.txt', ''].join('\n'),
  );
});

test('thread: the conversation is indented, what is missing is told, and what only shares a subject is a proposal', () => {
  expect(exhibit('thread', 'EX-0004')).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      'EX-0003  2018-03-01T10:00:00.000Z  Charter',
      '  EX-0004  2018-03-02T10:00:00.000Z  Re: Charter',
      'proposed by subject only: EX-0005  Charter',
      '',
    ].join('\n'),
  });
  expect(exhibit('thread', '5').stdout).toMatch(/^\[not in this case: 3@x\]\n {2}EX-0005 {2}/);
  const [thread] = jsonLines(exhibit('thread', '1', '--json').stdout, threadContract['thread.forExhibit'].output);
  expect(thread).toEqual({ lines: [], isCut: false, proposed: [], proposedCount: 0 });
});

test('translate puts a translation beside a page with whose it is; translations prints it, and steers no terminal', () => {
  const words = join(folder, 'words.txt');
  writeFileSync(words, 'An exercise.\n\u001b[2J12 March.');
  const given = ['--page', '1', '--text-file', words, '--into', 'en'];
  expect(exhibit('translations', 'EX-0001')).toMatchObject({ status: 0, stdout: '' });
  const by = ['--translator', 'Kim Example', '--certified', '--note', 'Court of Example', '--made-on', '2021-03'];
  expect(exhibit('translate', 'EX-0001', ...given, ...by)).toEqual({
    status: 0,
    stderr: '',
    stdout: 'EX-0001, page 1: translation by Kim Example, human, certified\n',
  });
  expect(jsonLines(exhibit('translations', '1', '--json').stdout, Translation)).toMatchObject([
    {
      of: { kind: 'page', pageIndex: 0 },
      text: 'An exercise.\n\u001b[2J12 March.',
      language: 'en',
      certificationNote: 'Court of Example',
      madeOn: '2021-03',
      version: 1,
      writtenBy: 'Test Person',
    },
  ]);
  expect(exhibit('translations', '1').stdout).toBe(
    '— page 1, en, translation by Kim Example, human, certified —\nAn exercise.\n\\x1b[2J12 March.\n',
  );
});

test('what cannot be put beside a page is refused in a sentence, with the code that its kind has', () => {
  const words = join(folder, 'bytes.txt');
  writeFileSync(words, new Uint8Array([0xc7, 0xd1, 0xb1]));
  const text = join(folder, 'text.txt');
  writeFileSync(text, 'Words.');
  const translate = (page: string, file: string, ...more: string[]) =>
    exhibit('translate', 'EX-0002', '--page', page, '--text-file', file, '--into', 'en', ...more);
  expect(translate('1', words)).toMatchObject({ status: 1, stderr: expect.stringContaining('it is not UTF-8 text') });
  expect(translate('1', join(folder, 'none.txt'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('it is not there'),
  });
  expect(translate('9', text)).toMatchObject({ status: 1, stderr: expect.stringContaining('EX-0002') });
  expect(translate('x', text).status).toBe(2);
  expect(translate('1', text, '--method', 'guesswork').status).toBe(2);
  expect(translate('1', text, '--made-on', 'yesterday').status).toBe(2);
  expect(exhibit('translations', 'EX-0099')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('EX-0099'),
  });
  expect(jsonLines(exhibit('translations', 'EX-0002', '--json').stdout, Translation)).toEqual([]);
});
