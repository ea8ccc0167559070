import { describe, expect, test } from 'vitest';
import { bytesOf, extractHere } from './support/extractHere.ts';

const PAGE = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://news.example/story?id=1',
  'Subject: =?utf-8?Q?A_story?=',
  'Date: Tue, 3 Mar 2026 10:00:00 +0900',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://news.example/story?id=1',
  '',
  '<!doctype html><html lang=3D"ko"><title>=ED=95=9C=EA=B5=AD</title><body>words',
  '<img src=3D"https://news.example/pics/ship.png"><img src=3D"https://ads.example/x.gif">',
  '--b',
  'Content-Type: text/html',
  'Content-Location: https://news.example/frame',
  '',
  '<p>frame words',
  '--b',
  'Content-Type: image/png',
  'Content-Location: https://news.example/pics/ship.png',
  'Content-Transfer-Encoding: base64',
  '',
  'iVBORw==',
  '--b',
  'Content-Type: text/css',
  'Content-Location: https://news.example/s.css',
  '',
  'p { color: red }',
  '--b--',
];

describe('a page saved as one file', () => {
  test('gives its words, its origin and its pictures; what it does not hold is not loaded', async () => {
    const { outcome, pages, parts } = await extractHere(bytesOf(PAGE.join('\r\n')), 'page');
    expect(pages.map(({ text, label }) => [label, text])).toEqual([
      [null, 'words'],
      ['https://news.example/frame', 'frame words'],
    ]);
    expect(parts.map(({ name, disposition }) => [name, disposition])).toEqual([['ship.png', 'inline']]);
    expect(outcome).toMatchObject({
      summary: {
        detected: { mediaType: 'multipart/related' },
        title: '한국',
        languages: ['ko'],
        metadata: {
          savedFrom: 'https://news.example/story?id=1',
          savedAt: 'Tue, 3 Mar 2026 10:00:00 +0900',
          savedWith: 'Blink',
          remoteHosts: 'ads.example',
        },
        warnings: [expect.stringContaining('1 picture from elsewhere')],
      },
    });
  });

  test('without a page says so', async () => {
    const { outcome } = await extractHere(bytesOf(PAGE.slice(0, 8).join('\r\n')), 'page.mht');
    expect(outcome).toMatchObject({ ok: true, summary: { warnings: [expect.stringContaining('no web page')] } });
  });
});
