import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PIXELS_ASKED, MAX_READ_BYTES } from '../../../renderer/reader/frameMessages.ts';
import { readFrameMessage } from '../../../renderer/reader/frameProtocol.ts';

const selection = { kind: 'words', pageIndex: 2, quote: { exact: 'a', prefix: '', suffix: '' }, rects: [] };
const anchor = { x: 1, y: 2, width: 3, height: 4 };

describe('what the frame may say', () => {
  test('a selection passes whole', () => {
    const message = { type: 'selected', selection, anchor, clipped: false };
    expect(readFrameMessage(message)).toEqual(message);
  });

  test.each([
    ['a message of an unknown kind', { type: 'open-window' }],
    ['more bytes than it may ask for', { type: 'read', id: 1, offset: 0, length: MAX_READ_BYTES + 1 }],
    ['a picture beyond all measure', { type: 'draw', id: 1, pageIndex: 0, maxPixels: MAX_PIXELS_ASKED + 1 }],
    ['an offset before the beginning', { type: 'read', id: 1, offset: -1, length: 1 }],
    ['a key that no selection has', { type: 'selection-key', key: 'X' }],
    [
      'a quote beyond all measure',
      {
        type: 'selected',
        selection: { ...selection, quote: { exact: 'x'.repeat(30_000), prefix: '', suffix: '' } },
        anchor,
        clipped: false,
      },
    ],
    [
      'a place that is no number',
      { type: 'selected', selection, anchor: { ...anchor, x: Number.NaN }, clipped: false },
    ],
    ['a flood of words for a failure', { type: 'failed', sentence: 'x'.repeat(5_000) }],
  ])('%s is refused', (_, message) => expect(readFrameMessage(message)).toBeNull());

  test('nothing that it says throws', () => {
    fc.assert(fc.property(fc.anything(), message => void readFrameMessage(message)));
  });
});
