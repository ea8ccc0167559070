import { expect, test } from 'vitest';
import { attachmentDepth } from '../../../../renderer/features/exhibit/list/attachmentDepth.ts';
import { idOfKey, keyOfRow, missingRange } from '../../../../renderer/features/exhibit/list/rowKeys.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';

const row = (id: string, parent: string | null = null) => ({
  id: id as ExhibitId,
  parentId: parent as ExhibitId | null,
});

test('attachments are indented under what they came with, theirs once more', () => {
  const rows = [row('mail'), row('a', 'mail'), row('inner', 'mail'), row('b', 'inner'), row('next')];
  expect(rows.map((_, at) => attachmentDepth(at, index => rows[index]))).toEqual([0, 1, 1, 2, 0]);
});

test('an attachment that stands alone is not indented under a stranger', () => {
  const rows = [row('other'), row('a', 'mail')];
  expect(attachmentDepth(1, index => rows[index])).toBe(0);
});

test('rows not read yet have a key by place, and a selection over them says which are missing', () => {
  expect(keyOfRow(undefined, 7)).toBe('#7');
  expect(idOfKey('#7')).toBeNull();
  expect(missingRange(['exh-1', '#7', '#9', '#8'])).toEqual({ first: 7, last: 9 });
  expect(missingRange(['exh-1'])).toBeNull();
});
