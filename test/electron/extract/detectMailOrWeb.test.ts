import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { byteReaderOver } from '../../../electron/extract/byteReader.ts';
import { detectType } from '../../../electron/extract/detect.ts';
import { bytesOf } from './support/extractHere.ts';

const FROM = 'From ana@example.org Tue Mar  3 10:00:00 2026\n';
const MAIL = 'From: a@example.org\nTo: b@example.org\nSubject: s\n\n';

test.each([
  ['WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n', 'a.txt', 'application/warc'],
  [gzipSync('WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n'), 'a.gz', 'application/warc'],
  [gzipSync('WARC is not only a format'), 'a.gz', 'application/gzip'],
  ['WARC is a format', 'a.txt', 'text/plain'],
  [Uint8Array.from([0x78, 0x9f, 0x3e, 0x22, 0, 0]), 'winmail.dat', 'application/ms-tnef'],
  [Buffer.concat([Buffer.from('!BDN\0\0\0\0SM'), Buffer.alloc(600)]), 'a', 'application/vnd.ms-outlook-pst'],
  ['BEGIN:VCARD\r\nVERSION:3.0\r\n', 'a', 'text/vcard'],
  ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\n', 'a', 'text/calendar'],
  [`${FROM}${MAIL}x\n\n${FROM}${MAIL}`, 'a', 'application/mbox'],
  [`${FROM}${MAIL}${'x\n'.repeat(40_000)}`, 'a', 'application/mbox'],
  [`${FROM}${MAIL}x`, 'a.mbox', 'application/mbox'],
  [`${FROM}${MAIL}x`, 'a', 'message/rfc822'],
  [`${FROM}${MAIL}${'x\n'.repeat(40_000)}`, 'a.eml', 'message/rfc822'],
  ['From: <Saved by Blink>\r\nSubject: s\r\nMIME-Version: 1.0\r\n\r\n', 'a', 'multipart/related'],
  [`Content-Type: multipart/related; boundary=b\n${MAIL}`, 'a', 'message/rfc822'],
])('%j in %s is %s', async (content, name, mediaType) => {
  const bytes = typeof content === 'string' ? bytesOf(content) : new Uint8Array(content);
  expect((await detectType(byteReaderOver(bytes), name)).mediaType).toBe(mediaType);
});
