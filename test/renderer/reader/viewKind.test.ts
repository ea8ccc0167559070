import { describe, expect, test } from 'vitest';
import { unreadableNote } from '../../../renderer/reader/unreadableNote.ts';
import { isDrawnElsewhere, isMessage, isUndrawnPicture, viewKind } from '../../../renderer/reader/viewKind.ts';

describe('how an exhibit is shown', () => {
  test('PDFs and pictures that Chromium decodes are drawn, all else is text', () => {
    const kinds = [
      'application/pdf',
      'image/png',
      'IMAGE/JPEG',
      'image/webp',
      'text/html; charset=utf-8',
      'image/svg+xml',
      'image/tiff',
    ];
    expect(kinds.map(kind => viewKind(kind))).toEqual([
      'pdf',
      'picture',
      'picture',
      'picture',
      'text',
      'text',
      'picture',
    ]);
  });

  test('a TIFF is drawn by the core, a PNG from its bytes; an SVG is a document; the rest cannot be drawn', () => {
    const kinds = ['image/tiff', 'image/png', 'image/svg+xml', 'image/vnd.adobe.photoshop'];
    expect(kinds.map(isDrawnElsewhere)).toEqual([true, false, false, false]);
    expect(kinds.map(isUndrawnPicture)).toEqual([false, false, false, true]);
  });

  test('messages have headers', () =>
    expect([isMessage('message/rfc822'), isMessage('text/plain')]).toEqual([true, false]));

  test('a document without pages says why, one with pages says nothing', () => {
    const none = { reading: 'unreadable' as const, problem: 'The archive is cut off.', pageCount: 0 };
    expect(unreadableNote(none, 'application/zip')).toBe('The archive is cut off.');
    expect(unreadableNote({ ...none, reading: 'no-text', problem: null }, 'image/vnd.adobe.photoshop')).toMatch(
      /cannot be drawn/,
    );
    expect(unreadableNote({ ...none, pageCount: 3 }, 'application/zip')).toBeNull();
    expect(unreadableNote(none, 'application/pdf')).toBeNull();
  });
});
