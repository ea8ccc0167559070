// Media types in the words of people, and back.
import { describe, expect, test } from 'vitest';
import { typePatterns, typeShape, typeWord } from '../../../shared/domain/mediaType.ts';

describe('a media type', () => {
  test.each([
    ['application/pdf', 'PDF', 'pdf'],
    ['message/rfc822', 'E-mail', 'mail'],
    ['application/vnd.ms-outlook', 'E-mail', 'mail'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Spreadsheet', 'sheet'],
    ['application/vnd.ms-excel', 'Spreadsheet', 'sheet'],
    ['application/vnd.oasis.opendocument.text', 'Document', 'text'],
    ['application/x-hwp', 'Document', 'text'],
    ['image/svg+xml', 'SVG', 'picture'],
    ['image/jpeg', 'JPEG', 'picture'],
    ['application/x-7z-compressed', 'Archive', 'archive'],
    ['application/geo+json', 'Map', 'map'],
    ['application/octet-stream', 'Unknown type', 'other'],
    ['application/x-something', 'x-something', 'other'],
  ])('%s is called %s', (mediaType, word, shape) => {
    expect([typeWord(mediaType), typeShape(mediaType)]).toEqual([word, shape]);
  });

  test('is found by our word, by a suffix, and by a part of itself', () => {
    expect(typePatterns('Mailbox')).toEqual(['application/mbox', 'application/vnd.ms-outlook-pst', '%mailbox%']);
    expect(typePatterns('xlsx')).toContain('application/vnd.openxmlformats-officedocument.spreadsheetml.%');
    expect(typePatterns('50%_off')).toEqual(['%50\\%\\_off%']);
  });
});
