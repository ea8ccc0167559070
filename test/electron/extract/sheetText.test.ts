import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDelimitedRows } from '../../../electron/extract/formats/sheet/delimitedRows.ts';
import { sheetRows } from '../../../shared/domain/sheet.ts';
import { bytesOf, extractHere } from './support/extractHere.ts';

describe('a table of text', () => {
  test('is read by the sign that parts its columns, with quotes, line breaks in cells and ragged rows', async () => {
    const { outcome, pages } = await extractHere(
      bytesOf('\uFEFFName;Note;Sum\r\n"Example; Ltd";"said ""no""\r\ntwice";3,5\r\n\r\nshort\r\n;;last;more'),
      'ledger.csv',
    );
    expect(pages).toMatchObject([
      {
        label: 'ledger',
        text: 'Name\tNote\tSum\nExample; Ltd\tsaid "no"\u2028twice\t3,5\n\nshort\n\t\tlast\tmore',
        sheet: { name: 'ledger', firstRow: 0, firstColumn: 0, isHidden: false },
      },
    ]);
    expect(outcome).toMatchObject({
      summary: { metadata: { encoding: 'utf-8', delimiter: 'semicolon', rows: '5' }, warnings: [] },
    });
  });

  test.each([
    ['a,b\n1,2\n3,4', 'x.csv', 'comma'],
    ['a\tb\n1\t2,5', 'x.csv', 'tab'],
    ['a|b|c\n1|2|3', 'x.csv', 'bar'],
    ['sep=;\na,b;c', 'x.csv', 'semicolon'],
    ['"a,b"\t1\n"c,d"\t2', 'x.tsv', 'tab'],
    ['one column\nonly', 'x.csv', 'comma'],
  ])('%j has its delimiter guessed', async (text, fileName, delimiter) => {
    expect((await extractHere(bytesOf(text), fileName)).outcome).toMatchObject({
      summary: { metadata: { delimiter } },
    });
  });

  test('in the encoding of its land is read so, and as a person chose where they did', async () => {
    // 선박,항구 in EUC-KR, twice with ASCII before.
    const korean = Uint8Array.from([
      ...bytesOf('id,name\n1,'),
      0xbc,
      0xb1,
      0xb9,
      0xda,
      0x0a,
      ...bytesOf('2,'),
      0xc7,
      0xd7,
      0xb1,
      0xb8,
      0x0a,
    ]);
    const { pages, outcome } = await extractHere(korean, 'k.csv', {
      task: { do: 'read', encoding: 'euc-kr' },
    } as object);
    expect(pages.map(page => page.text)).toEqual(['id\tname\n1\t선박\n2\t항구']);
    expect(outcome).toMatchObject({ summary: { metadata: { encoding: 'euc-kr' } } });
  });

  test('of any length is read as a stream, its foreign words found after megabytes of ASCII', async () => {
    const line = '2026-03-01,Example Roads,1000\n';
    const many = 60_000;
    const text = `${line.repeat(many)}2026-03-02,Đà Nẵng,7\n`;
    const { pages, outcome } = await extractHere(bytesOf(text), 'long.csv', { limits: { maxParseBytes: 1000 } });
    expect(outcome).toMatchObject({ ok: true, summary: { metadata: { rows: String(many + 1), encoding: 'utf-8' } } });
    expect(pages.length).toBe(Math.ceil((many + 1) / 200));
    expect(pages.at(-1)?.text.endsWith('2026-03-02\tĐà Nẵng\t7')).toBe(true);
    expect(pages.at(-1)?.sheet?.firstRow).toBe(many - (many % 200));
  });

  test('with a quote that never closes keeps every word, and says so', async () => {
    const { pages, outcome } = await extractHere(bytesOf('a,b\n"never,closed\nc,d'), 'q.csv');
    expect(pages.map(page => page.text)).toEqual(['a\tb\n"never\tclosed\nc\td']);
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('never closes')] } });
  });

  test('names cells that a spreadsheet program would take for formulas that call out', async () => {
    const { outcome } = await extractHere(
      bytesOf('a,"=HYPERLINK(""http://192.0.2.1/"")"\n-5,=cmd|\' /c calc\'!A0'),
      'f.csv',
    );
    expect(outcome).toMatchObject({
      summary: { warnings: [expect.stringMatching(/^2 formulas.*B1 =HYPERLINK.*B2 =cmd/)] },
    });
  });
});

test('rows written by the rules are read back, however the text is cut into pieces', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', ' ', '선') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, step) => {
      const text = `${rows.map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`;
      const reader = openDelimitedRows(',');
      const read: string[][] = [];
      for (let at = 0; at < text.length; at += step) read.push(...reader.add(text.slice(at, at + step)));
      const end = reader.end();
      expect([...read, ...end.rows]).toEqual(rows);
      expect(end.hasOpenQuote).toBe(false);
    }),
  );
});

test('any bytes under the name of a table give pages whose text tells cells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async bytes => {
      const { outcome, pages } = await extractHere(Uint8Array.from(bytes), 'any.csv');
      if (outcome.ok) for (const page of pages) expect(sheetRows(page.text).length).toBeGreaterThan(0);
      else expect(outcome.problem.code).toMatch(/^(unsupported-type|unreadable)$/);
    }),
    { numRuns: 40 },
  );
});
