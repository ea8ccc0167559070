import { expect, test } from 'vitest';
import { withoutControls } from '../../../electron/cli/output.ts';

test('a name cannot steer the terminal, and text in any script stays as it is', () => {
  expect(withoutControls('\u001b[2J\u001b]0;owned\u0007 한글 문서.pdf\u009b1m')).toBe(
    '\\x1b[2J\\x1b]0;owned\\x07 한글 문서.pdf\\x9b1m',
  );
  expect(withoutControls('line one\nline two\tend')).toBe('line one\nline two\tend');
});
