import { expect, test } from 'vitest';
import { byteReaderOver } from '../../../electron/extract/byteReader.ts';
import { detectType } from '../../../electron/extract/detect.ts';
import { bytesOf } from './support/extractHere.ts';
import { makePdf } from './support/makePdf.ts';

const RFC822 = 'From: a@example.org\nTo: b@example.org\nSubject: exercise\n\nwords\n';

test.each<[what: string, fileName: string, content: string | number[] | Uint8Array, mediaType: string]>([
  ['a PDF under another name', 'holiday.jpg', makePdf([{ lines: ['x'] }]), 'application/pdf'],
  [
    'a PDF after junk',
    'x.pdf',
    bytesOf(`junk\n${new TextDecoder('latin1').decode(makePdf([{ lines: ['x'] }]))}`),
    'application/pdf',
  ],
  ['text that is called a PDF', 'x.pdf', 'only words', 'text/plain'],
  ['a message without a suffix', 'message', RFC822, 'message/rfc822'],
  ['a message with one known header and the suffix', 'm.eml', 'Subject: x\nX-Strange: y\n\nwords', 'message/rfc822'],
  ['a list of fields that is no message', 'fields.txt', 'Name: x\nSubject: y\nPort: z\n', 'text/plain'],
  [
    'a mailbox',
    'mail',
    `From a@example.org Tue Mar  3 10:00:00 2026\n${RFC822}\nFrom b@example.org Tue Mar  3 11:00:00 2026\n${RFC822}`,
    'application/mbox',
  ],
  ['HTML without a suffix', 'page', '<!-- saved --><!DOCTYPE html><html><p>x</html>', 'text/html'],
  ['a piece of HTML with the suffix', 'x.htm', 'words <b>bold</b>', 'text/html'],
  ['text with an angle bracket', 'x.txt', 'a < b and c > d', 'text/plain'],
  ['XHTML', 'x', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>', 'application/xhtml+xml'],
  ['XML', 'x', '<?xml version="1.0"?><sanctions/>', 'application/xml'],
  ['RTF', 'x.doc', '{\\rtf1 words}', 'application/rtf'],
  ['JSON', 'x.json', '{"a": 1}', 'application/json'],
  ['a table', 'x.csv', 'a;b\n1;2\n', 'text/csv'],
  [
    'a PNG',
    'x.txt',
    [
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0,
      0, 0, 0,
    ],
    'image/png',
  ],
  [
    'an old office file',
    'x.txt',
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0, 0, 0, 0, 0],
    'application/x-ole-storage',
  ],
  ['noise', 'x.txt', [0, 1, 2, 3, 250, 251, 252, 4, 5, 0, 0, 9], 'application/octet-stream'],
  ['nothing', 'x.pdf', '', 'application/octet-stream'],
])('%s is detected by its content', async (_, fileName, content, mediaType) => {
  const bytes = typeof content === 'string' ? bytesOf(content) : Uint8Array.from(content);
  expect((await detectType(byteReaderOver(bytes), fileName)).mediaType).toBe(mediaType);
});
