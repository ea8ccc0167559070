import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';

const rtf = (content: string, head = '\\ansi\\ansicpg1252\\deff0') => bytesOf(`{\\rtf1${head}${content}}`);
const hex = (bytes: Iterable<number>) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
/** 2026-02-03, five past four. */
const packed = (126 << 20) | (2 << 16) | (3 << 11) | (4 << 6) | 5;
const fonts =
  '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset129 Batang;}{\\f2\\fcharset128 Mincho;}{\\f3\\fcharset204 Times;}{\\f4\\fcharset134 SimSun;}{\\f5\\fcharset136 MingLiU;}{\\f6\\fcharset2 Wingdings;}}';

describe('RTF', () => {
  test('is read in the code page of each font, double-byte ones too, and as Unicode where it says so', async () => {
    const { pages } = await extractHere(
      rtf(
        `${fonts}\\f0 caf\\'e9 {\\f1 \\'bc\\'b1\\'b9\\'da} {\\f2 \\'83A\\'83\\'5c} {\\f3 \\'cf\\'f0\\'e8} {\\f4 \\'b4\\'ac} {\\f5 \\'b2\\'ee} {\\f6 \\'fe} \\uc1\\u8364? \\uc2\\u-10179\\'5f\\'5f\\u-8912\\'5f\\'5f{\\uc0\\u1080}.`,
      ),
      'names.rtf',
    );
    expect(textOf(pages)).toBe('café 선박 アソ При 船 船 ☑ € 🔰и.');
  });

  test('gives paragraphs, tables, notes, margins, comments, changes and properties', async () => {
    const { outcome, pages } = await extractHere(
      rtf(
        `{\\info{\\title Memo}{\\author A. Example}{\\operator B. Example}{\\creatim\\yr2026\\mo3\\dy1\\hr9\\min5}{\\*\\company Example Co.}\\edmins12}{\\stylesheet{\\s1 not text;}}{\\*\\revtbl{Unknown;}{C. Example;}}
        {\\header Letterhead\\par}\\pard Sworn{\\super\\chftn{\\footnote \\chftn Before a notary.}}\\par
        {\\trowd\\intbl Port\\cell Day\\cell\\row}\\pard {\\deleted\\revauthdel1\\revdttmdel${packed} struck}{\\revised\\revauth1 added} {\\v unseen}\\page
        second{\\*\\atnid CE}{\\*\\atnauthor D. Example}\\chatn{\\*\\annotation{\\*\\atndate ${packed}}Why?}{\\*\\unknown lost}{\\field{\\*\\fldinst HYPERLINK "http://192.0.2.1/"}{\\fldrslt  link}}`,
      ),
      'memo.rtf',
    );
    expect(pages.map(page => page.text)).toEqual([
      'Letterhead\n\nSworn[1]\n        Port\tDay\nadded unseen',
      '        second link\n\n[1] Before a notary.\n\n[Comment by D. Example, 2026-02-03T04:05] Why?',
    ]);
    expect(outcome).toMatchObject({
      summary: {
        title: 'Memo',
        metadata: {
          author: 'A. Example',
          lastModifiedBy: 'B. Example',
          company: 'Example Co.',
          created: '2026-03-01T09:05',
          totalEditingMinutes: '12',
          links: 'http://192.0.2.1/',
        },
        remarks: [
          { kind: 'deletion', author: 'C. Example', at: '2026-02-03T04:05', text: 'struck' },
          { kind: 'insertion', author: 'C. Example', at: '', text: 'added' },
          { kind: 'comment', author: 'D. Example', at: '2026-02-03T04:05', text: 'Why?' },
        ],
      },
    });
  });

  test('hands over pictures and the files that were dragged in, and names links to elsewhere', async () => {
    const picture = new Uint8Array(3000).fill(0x41);
    const file = bytesOf('the file itself');
    const word = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
    const named = (text: string) => [...word(text.length + 1), ...bytesOf(text), 0];
    const inner = [
      2,
      0,
      ...bytesOf('label\0C:\\dir\\plan.txt\0'),
      0,
      0,
      3,
      0,
      ...word(2),
      0x54,
      0,
      ...word(file.length),
      ...file,
    ];
    const object = [
      ...word(0x0501),
      ...word(2),
      ...named('Package'),
      ...word(0),
      ...word(0),
      ...word(inner.length),
      ...inner,
    ];
    const link = [
      ...word(0x0501),
      ...word(1),
      ...named('Word.Document.8'),
      ...named('http://192.0.2.1/x.doc'),
      ...word(0),
    ];
    const { outcome, parts } = await extractHere(
      rtf(
        `x{\\*\\shppict{\\pict\\pngblip ${hex(picture)}}}{\\nonshppict{\\pict\\wmetafile8 00}}{\\object{\\*\\objdata ${hex(object)}}{\\result shown}}{\\object\\objautlink{\\*\\objdata ${hex(link)}}}`,
      ),
      'parts.rtf',
    );
    expect(parts.map(({ name, disposition, bytes }) => [name, disposition, bytes.byteLength])).toEqual([
      ['picture1.png', 'inline', 3000],
      ['plan.txt', 'attachment', file.length],
    ]);
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('http://192.0.2.1/x.doc')] } });
  });

  test('that is cut, nested without end, or followed by something else says so, and does nothing worse', async () => {
    expect((await extractHere(bytesOf('{\\rtf1 begun {and'), 'cut.rtf')).outcome).toMatchObject({
      summary: { warnings: [expect.stringContaining('ends in the middle')] },
    });
    const deep = await extractHere(bytesOf(`{\\rtf1 top ${'{'.repeat(300_000)}`), 'deep.rtf');
    expect(textOf(deep.pages)).toBe('top');
    const tail = await extractHere(bytesOf(`{\\rtf1 shown}${'MZ'.repeat(500)}`), 'tail.rtf');
    expect(textOf(tail.pages)).toBe('shown');
    expect(tail.outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('1000 more bytes')] } });
    const lying = await extractHere(rtf('before {\\pict\\bin999999999 abc} after'), 'bin.rtf');
    expect(textOf(lying.pages)).toBe('before');
  });

  test('of any bytes is read or refused, never more', async () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '\\par ',
      '\\u-1?',
      "\\'8",
      "\\'ff",
      '\\*\\x ',
      '\\bin9 ',
      '\\f1 ',
      '\\pict ',
      '\\objdata 0105',
      'word',
      '\\',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 60 }), async tokens => {
        const { outcome } = await extractHere(bytesOf(`{\\rtf1${fonts}${tokens.join('')}`), 'any.rtf');
        expect(outcome.ok).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
