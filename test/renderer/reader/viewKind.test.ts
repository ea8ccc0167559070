import { describe, expect, test } from 'vitest';
import { unreadableNote } from '../../../renderer/reader/unreadableNote.ts';
import { isMessage, isUndrawnPicture, viewKind } from '../../../renderer/reader/viewKind.ts';

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
    expect(kinds.map(viewKind)).toEqual(['pdf', 'picture', 'picture', 'picture', 'text', 'text', 'text']);
  });

  test('a TIFF is a picture that cannot be drawn; an SVG is a document', () => {
    expect([isUndrawnPicture('image/tiff'), isUndrawnPicture('image/svg+xml'), isUndrawnPicture('image/png')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('messages have headers', () =>
    expect([isMessage('message/rfc822'), isMessage('text/plain')]).toEqual([true, false]));

  test('a document without pages says why, one with pages says nothing', () => {
    const none = { reading: 'unreadable' as const, problem: 'The archive is cut off.', pageCount: 0 };
    expect(unreadableNote(none, 'application/zip')).toBe('The archive is cut off.');
    expect(unreadableNote({ ...none, reading: 'no-text', problem: null }, 'image/tiff')).toMatch(/cannot be drawn/);
    expect(unreadableNote({ ...none, pageCount: 3 }, 'application/zip')).toBeNull();
    expect(unreadableNote(none, 'application/pdf')).toBeNull();
  });
});
