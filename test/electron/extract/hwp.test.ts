import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../../electron/extract/formats/hwp/distribution.ts';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';
import { concat, short, wide, word } from './support/makeDoc.ts';
import {
  HWP_FLAG,
  hwpCell,
  hwpControl,
  hwpControlRecord,
  hwpList,
  hwpParagraph,
  hwpRecord,
  makeHwp,
} from './support/makeHwp.ts';
import { makePropertySet } from './support/makeProperties.ts';

const TABLE = hwpRecord(0x4d, 2, new Uint8Array(8));

describe('a Hangul document', () => {
  test('gives its paragraphs, tables as rows, and begins a page where its author did', async () => {
    const { outcome, pages } = await extractHere(
      makeHwp([
        concat([
          hwpParagraph(0, `선박${hwpControl(9)}입항${hwpControl(3)}link${hwpControl(4)}`),
          hwpParagraph(0, hwpControl(11)),
          hwpControlRecord(1, 'tbl '),
          TABLE,
          hwpCell(2, 0, 0),
          hwpParagraph(2, 'Port'),
          hwpCell(2, 0, 1),
          hwpParagraph(2, '일자'),
          hwpCell(2, 1, 0),
          hwpParagraph(2, '원산'),
          hwpParagraph(2, 'two lines'),
          hwpCell(2, 1, 1),
          hwpParagraph(2, '2026'),
          hwpParagraph(0, 'next page', { breaksPage: true }),
        ]),
        hwpParagraph(0, 'second section'),
      ]),
      'a.hwp',
    );
    expect(pages.map(page => page.text.trim())).toEqual([
      '선박\t입항link\n\nPort\t일자\n원산\ntwo lines\t2026',
      'next page',
      'second section',
    ]);
    expect(outcome).toMatchObject({
      summary: {
        engine: 'probatum-hwp',
        detected: { mediaType: 'application/x-hwp', suffixHint: 'hwp' },
        metadata: { formatVersion: '5.0.3.0' },
        warnings: [],
      },
    });
  });

  test('gives notes, margins, text boxes, hidden comments and formulas', async () => {
    const section = concat([
      hwpParagraph(
        0,
        `Body${hwpControl(17)} and${hwpControl(17)}${hwpControl(16)}${hwpControl(15)} x${hwpControl(11)}${hwpControl(11)}`,
      ),
      hwpControlRecord(1, 'fn  '),
      hwpList(2),
      hwpParagraph(2, `${hwpControl(18)} 각주`),
      hwpControlRecord(3, 'atno', concat([word(1), short(1)])),
      hwpControlRecord(1, 'en  '),
      hwpList(2),
      hwpParagraph(2, 'endnote'),
      hwpControlRecord(1, 'head'),
      hwpList(2),
      hwpParagraph(2, 'Letterhead'),
      hwpControlRecord(1, 'tcmt'),
      hwpList(2),
      hwpParagraph(2, 'why?'),
      hwpControlRecord(1, 'gso '),
      hwpRecord(0x4c, 2, new Uint8Array(8)),
      hwpList(3),
      hwpParagraph(3, 'In a box'),
      hwpControlRecord(1, 'eqed'),
      hwpRecord(0x58, 2, concat([word(0), short(5), wide('a=b+c')])),
    ]);
    const { outcome, pages } = await extractHere(makeHwp([section]), 'a.hwp');
    expect(textOf(pages)).toBe(
      ['Letterhead', 'Body[1] and[i] xa=b+c\nIn a box', '[1] 각주', '[i] endnote', '[Comment] why?'].join('\n\n'),
    );
    expect(outcome).toMatchObject({ summary: { remarks: [{ kind: 'comment', text: 'why?' }] } });
  });

  test('hands over pictures and objects, and names links to files elsewhere', async () => {
    const picture = Uint8Array.from({ length: 3000 }, (_, at) => at % 256);
    const docInfo = concat([
      hwpRecord(0x12, 0, concat([short(1), short(1), short(3), wide('jpg')])),
      hwpRecord(0x12, 0, concat([short(0), short(14), wide('C:\\evil\\a.exe\0')])),
    ]);
    const summary = makePropertySet(1200, {
      2: { wide: '공문' },
      4: { wide: 'A. Example' },
      9: { wide: '8, 0, 0, 466' },
    });
    const { outcome, parts } = await extractHere(
      makeHwp([hwpParagraph(0, 'x')], {
        flags: HWP_FLAG.packed | HWP_FLAG.script,
        docInfo,
        more: [
          { name: 'BinData', children: [{ name: 'BIN0001.jpg', bytes: new Uint8Array(deflateRawSync(picture)) }] },
          { name: '\x05HwpSummaryInformation', bytes: summary },
        ],
      }),
      'a.hwp',
    );
    expect(parts.map(({ name, disposition }) => ({ name, disposition }))).toEqual([
      { name: 'BIN0001.jpg', disposition: 'inline' },
    ]);
    expect(parts[0]?.bytes).toEqual(picture);
    expect(outcome).toMatchObject({
      summary: {
        title: '공문',
        metadata: { author: 'A. Example', application: '8, 0, 0, 466' },
        warnings: [expect.stringContaining('script'), expect.stringContaining('C:\\evil\\a.exe')],
      },
    });
  });

  test('for distribution is read although it is encrypted', async () => {
    const flags = HWP_FLAG.packed | HWP_FLAG.distribution;
    const { outcome, pages } = await extractHere(makeHwp([hwpParagraph(0, '배포용 문서')], { flags }), 'a.hwp');
    expect(textOf(pages)).toBe('배포용 문서');
    expect(outcome).toMatchObject({ summary: { metadata: { protection: expect.stringContaining('distribution') } } });
  });

  test('that is not compressed is read as well', async () => {
    const { pages } = await extractHere(makeHwp([hwpParagraph(0, 'plain')], { flags: 0 }), 'a.hwp');
    expect(textOf(pages)).toBe('plain');
  });
});

test('the key of a document for distribution is found as others find it', () => {
  const seeded = Uint8Array.from({ length: 256 }, (_, at) => (at * 7 + 3) & 255);
  expect(Buffer.from(keyOf(seeded)).toString('hex')).toBe('0e0178736a6d645f7e6168939a9d848f');
});

describe('a Hangul document that is protected, damaged or hostile', () => {
  test('asks for an unprotected copy where its password scheme is not known', async () => {
    const { outcome } = await extractHere(makeHwp([], { flags: HWP_FLAG.password }), 'a.hwp');
    expect(outcome).toMatchObject({
      problem: { code: 'password-needed', detail: expect.stringContaining('not supported') },
    });
  });

  test('whose text is damaged shows its preview and says that it is no more than that', async () => {
    const preview = { name: 'PrvText', bytes: wide('미리보기') };
    const { outcome, pages } = await extractHere(makeHwp([], { more: [preview] }), 'a.hwp');
    expect(textOf(pages)).toBe('미리보기');
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('only the beginning')] } });
    expect((await extractHere(makeHwp([]), 'a.hwp')).outcome).toMatchObject({ problem: { code: 'unreadable' } });
  });

  test('that inflates like a bomb is refused', async () => {
    const bomb = makeHwp([hwpRecord(0x43, 0, new Uint8Array(30_000_000))]);
    expect((await extractHere(bomb, 'a.hwp')).outcome).toMatchObject({
      problem: { code: 'too-large', detail: expect.stringContaining('bomb') },
    });
  });

  test('nested a thousand levels deep, or cut off, still ends', async () => {
    const deep = concat(Array.from({ length: 1000 }, (_, level) => hwpControlRecord(level + 1, 'gso ')));
    const { outcome } = await extractHere(makeHwp([concat([hwpParagraph(0, 'x'), deep])]), 'a.hwp');
    expect(outcome.ok ? 'ok' : outcome.problem.code).toMatch(/^(ok|unreadable)$/);
    const cut = await extractHere(makeHwp([concat([hwpParagraph(0, 'x'), word(0x43 | (100 << 20))])]), 'a.hwp');
    expect(cut.outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('ends in the middle')] } });
  });

  test('of any records ends in text or in a reason', async () => {
    const record = fc
      .tuple(fc.constantFrom(0x42, 0x43, 0x47, 0x48, 0x4d, 0x58, 0x5d), fc.nat(4), fc.uint8Array({ maxLength: 40 }))
      .map(([tag, level, bytes]) => hwpRecord(tag, level, bytes));
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 20 }), async records => {
        const { outcome } = await extractHere(makeHwp([concat([hwpParagraph(0, 'x'), ...records])]), 'a.hwp');
        expect(outcome.ok).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

test('a document of Hangul 3 is recognised and described by its summary', async () => {
  const bytes = new Uint8Array(30 + 128 + 9 * 112 + 50);
  bytes.set(bytesOf('HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05'));
  const put = (index: number, codes: number[]) => bytes.set(concat(codes.map(short)), 158 + index * 112);
  put(0, [0xd065, 0x8b69, 0x41]);
  put(2, [0x42]);
  const { outcome } = await extractHere(bytes, 'old.hwp');
  expect(outcome).toMatchObject({
    summary: {
      detected: { mediaType: 'application/x-hwp' },
      title: '한글A',
      metadata: { author: 'B', formatVersion: '3.00' },
      warnings: [expect.stringContaining('old version of Hangul')],
    },
  });
});
