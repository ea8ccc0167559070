import { expect, test } from 'vitest';
import { describeBug } from '../../../electron/ipc/describeBug.ts';

test('a bug is logged with kind, code and place, down to its cause, and without what it says', () => {
  const secret = 'SABLE FINCH\n    at anchor';
  const cause = Object.assign(new SyntaxError(`fts5: syntax error near "${secret}"`), { code: 'SQLITE_ERROR' });
  const words = describeBug(new Error(secret, { cause }));
  expect(words).not.toMatch(/SABLE|anchor/);
  expect(words).toMatch(/^Error\n\s+at .*describeBug\.test/);
  expect(words).toMatch(/SyntaxError SQLITE_ERROR/);
  expect(describeBug(secret)).toBe('string');
});
