/** `probatum identifier check` and `kinds`, as a person runs them: the built program in a process of its own. */
import { expect, test } from 'vitest';
import { identifierKinds } from '../../../shared/domain/identifier/index.ts';
import { runBuilt } from '../../support/runBuilt.ts';

const run = (...args: string[]) => runBuilt('identifier', ...args);

test('a value that holds ends with 0, one that does not with 1, an unknown kind with 2', () => {
  expect(run('check', 'imo-ship', 'IMO 9074729')).toEqual({
    status: 0,
    stdout: 'IMO ship number 9074729: valid. The check digit of a ship’s number holds.\n',
    stderr: '',
  });
  expect(run('check', 'imo-ship', '9074728')).toMatchObject({ status: 1, stderr: '' });
  expect(run('check', 'passportish', '9074728')).toMatchObject({ status: 2, stdout: '' });
  // A ship or a company: the kind is asked for, not guessed.
  expect(run('check', 'imo', '9074729').stderr).toContain('imo-ship or imo-company');
}, 60_000);

test('another name of a kind is taken, and the JSON line says which kind it was', () => {
  const { status, stdout } = run('check', 'btc-bech32', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', '--json');
  expect({ status, line: JSON.parse(stdout) }).toMatchObject({
    status: 0,
    line: { kind: 'btc', asked: 'btc-bech32', valid: true },
  });
}, 60_000);

test('the words of a date are read, not judged', () => {
  const { status, stdout } = run('check', 'date-text', 'a) 1964 b) 28.8.1962', '--json');
  expect({ status, line: JSON.parse(stdout) }).toMatchObject({
    status: 0,
    line: { valid: null, dates: ['1964', '1962-08-28'] },
  });
}, 60_000);

test('the kinds are listed', () => {
  const { stdout } = run('kinds', '--json');
  expect(JSON.parse(stdout).map((one: { kind: string }) => one.kind)).toEqual([...identifierKinds]);
}, 60_000);
