import { describe, expect, test } from 'vitest';
import { decodeEncodedWords } from '../../../electron/extract/formats/mail/encodedWords.ts';
import { bytesOf, type Extracted, extractHere, textOf } from './support/extractHere.ts';

const HEAD = [
  'From: Ana Example <ana@example.org>',
  'To: Ben Beispiel <ben@example.net>',
  'Date: Tue, 3 Mar 2026 10:00:00 +0900',
  'MIME-Version: 1.0',
];

function mail(...lines: string[]): Uint8Array {
  return bytesOf([...HEAD, ...lines].join('\r\n'));
}

const MIXED = mail(
  'Subject: =?iso-2022-kr?B?GyQpQw5HUTE5Dw==?= shipment',
  'Content-Type: multipart/mixed; boundary=outer',
  '',
  '--outer',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=windows-1251',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '=CF=F0=E8=E2=E5=F2 from the exercise',
  '',
  '--inner',
  'Content-Type: text/html',
  '',
  '<p>Same words in HTML</p>',
  '--inner--',
  '--outer',
  'Content-Type: application/pdf; name="=?utf-8?Q?Frachtbrief_=E2=84=961.pdf?="',
  'Content-Disposition: attachment',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0xLjc=',
  '',
  '--outer',
  'Content-Type: message/rfc822',
  '',
  'From: c@example.org',
  'Subject: Enclosed / order',
  'Date: Mon, 2 Mar 2026 10:00:00 +0900',
  '',
  'Inner words',
  '--outer--',
  '',
);

describe('an e-mail', () => {
  test('gives headers as printed and its text; attachments and enclosed messages become parts', async () => {
    const { outcome, pages, parts } = await extractHere(MIXED, 'mail.eml');
    expect(textOf(pages)).toBe(
      [
        'From: Ana Example <ana@example.org>',
        'To: Ben Beispiel <ben@example.net>',
        'Date: Tue, 3 Mar 2026 10:00:00 +0900',
        'Subject: 한국 shipment',
        '',
        'Привет from the exercise',
        '',
        '[Attachments: Frachtbrief №1.pdf; Enclosed - order.eml]',
      ].join('\n'),
    );
    expect(parts.map(({ name, mediaType, disposition }) => ({ name, mediaType, disposition }))).toEqual([
      { name: 'Frachtbrief №1.pdf', mediaType: 'application/pdf', disposition: 'attachment' },
      { name: 'Enclosed - order.eml', mediaType: 'message/rfc822', disposition: 'attachment' },
    ]);
    expect(new TextDecoder().decode(parts[0]?.bytes)).toBe('%PDF-1.7');
    expect(new TextDecoder().decode(parts[1]?.bytes)).toContain('Inner words');
    expect(outcome).toMatchObject({
      summary: {
        title: '한국 shipment',
        structure: { kind: 'mail', bodyKind: 'plain' },
        metadata: { from: 'Ana Example <ana@example.org>' },
      },
    });
    const structure = outcome.ok ? outcome.summary.structure : null;
    expect(structure?.kind === 'mail' && structure.headers.map(([name]) => name)).toEqual([
      'From',
      'To',
      'Date',
      'MIME-Version',
      'Subject',
      'Content-Type',
    ]);
  });

  test('without plain text gives the text of its HTML, and loads nothing', async () => {
    const { outcome, pages } = await extractHere(
      mail(
        'Subject: web',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<img src="http://tracker.example/x.gif"><p>Only <b>HTML</b></p><script>alert(1)</script>',
      ),
      'm.eml',
    );
    expect(textOf(pages)).toMatch(/Subject: web\n\nOnly HTML$/);
    expect(outcome).toMatchObject({ summary: { structure: { bodyKind: 'html' } } });
  });

  test('of an old program, with raw 8-bit headers and no charset, is read by its most likely encoding', async () => {
    const korean = [
      0xc7, 0xd1, 0xb1, 0xb9, 0xc0, 0xc7, 0x20, 0xbc, 0xb1, 0xb9, 0xda, 0xc0, 0xcc, 0x20, 0xc7, 0xd7, 0xb1, 0xb8, 0xbf,
      0xa1, 0x20, 0xb5, 0xb5, 0xc2, 0xf8, 0xc7, 0xcf, 0xbf, 0xb4, 0xb4, 0xd9,
    ];
    const message = Uint8Array.from([
      ...bytesOf(`${HEAD.join('\r\n')}\r\nSubject: `),
      ...korean,
      ...bytesOf('\r\n\r\n'),
      ...korean,
      ...bytesOf('\r\n'),
    ]);
    const { pages } = await extractHere(message, 'old.eml');
    expect(textOf(pages)).toContain('Subject: 한국의 선박이 항구에 도착하였다');
    expect(textOf(pages)).toMatch(/\n한국의 선박이 항구에 도착하였다$/);
  });

  test('that breaks off in the middle of an attachment still gives what it has', async () => {
    const { outcome, pages, parts } = await extractHere(
      MIXED.slice(0, new TextDecoder().decode(MIXED).indexOf('JVBERi') + 4),
      'cut.eml',
    );
    expect(outcome.ok).toBe(true);
    expect(textOf(pages)).toContain('Привет');
    expect(parts.map(part => new TextDecoder().decode(part.bytes))).toEqual(['%PD']);
  });

  test('fifty messages deep is unpacked to the limit and no deeper', async () => {
    let message = [...HEAD, 'Subject: innermost', '', 'the end'].join('\r\n');
    for (let level = 49; level >= 1; level -= 1) {
      message = [
        ...HEAD,
        `Subject: level ${level}`,
        `Content-Type: multipart/mixed; boundary=b${level}x`,
        '',
        `--b${level}x`,
        'Content-Type: message/rfc822',
        '',
        message,
        `--b${level}x--`,
      ].join('\r\n');
    }
    let next: Extracted = await extractHere(bytesOf(message), 'm.eml');
    let depth = 0;
    while (next.parts[0] !== undefined) {
      depth += 1;
      next = await extractHere(next.parts[0].bytes, next.parts[0].name, { depth });
    }
    expect(depth).toBe(10);
    expect(next.outcome).toMatchObject({
      ok: true,
      summary: { title: 'level 11', warnings: [expect.stringContaining('10 levels deep')] },
    });
  });

  test('with more parts than the limit keeps those before it and says so', async () => {
    const part = ['--b', 'Content-Type: application/octet-stream', '', 'x'];
    const { outcome, parts } = await extractHere(
      mail('Content-Type: multipart/mixed; boundary=b', '', ...part, ...part, ...part, '--b--'),
      'm.eml',
      { limits: { maxParts: 2 } },
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'too-large' } });
    expect(parts.length).toBe(2);
  });
});

test.each([
  ['=?utf-8?Q?a_b?= =?utf-8?Q?c?=', 'a bc'],
  ['=?utf-8?B?7ZU=?= =?utf-8?B?nA==?=', '한'],
  ['=?UTF-7?Q?Fr+APY-sche?= x', 'Frösche x'],
  ['=?unknown-8?Q?plain?=', 'plain'],
  ['no words here', 'no words here'],
  ['=?utf-8?Q?broken', '=?utf-8?Q?broken'],
])('encoded words: %s', (raw, text) => {
  expect(decodeEncodedWords(raw)).toBe(text);
});
