import { describe, expect, test } from 'vitest';
import { changeReader, openingState } from '../../../renderer/reader/readerState.ts';

describe('what the pane knows of its document', () => {
  test('opening, asking for a password, opening again, open', () => {
    const asked = changeReader(openingState, { type: 'password-needed', wrong: false });
    const given = changeReader(asked, { type: 'password-given' });
    const open = changeReader(given, { type: 'opened', pageCount: 12, hasOutline: true });
    expect([asked.phase, given.phase, open.phase, open.pageCount]).toEqual(['password', 'opening', 'open', 12]);
  });

  test('another document begins anew', () => {
    const failed = changeReader(openingState, { type: 'failed', sentence: 'It is damaged.' });
    expect(changeReader(failed, { type: 'begin' })).toEqual(openingState);
  });

  test('what failed stays failed when the rest of it arrives', () => {
    const failed = changeReader(openingState, { type: 'failed', sentence: 'It is damaged.' });
    expect(changeReader(failed, { type: 'opened', pageCount: 3, hasOutline: false })).toEqual(failed);
  });

  test('a clipped selection is told until it is let go', () => {
    const words = { kind: 'words' as const, pageIndex: 0, quote: { exact: 'a', prefix: '', suffix: '' }, rects: [] };
    const anchor = { x: 0, y: 0, width: 1, height: 1 };
    const selected = changeReader(openingState, { type: 'selected', selection: words, anchor, clipped: true });
    expect([selected.clipped, changeReader(selected, { type: 'unselected' }).clipped]).toEqual([true, false]);
  });
});
