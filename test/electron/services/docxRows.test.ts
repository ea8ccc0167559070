/** Rows of tables are written by us, and are what the library would have written. */
import {
  Document,
  FootnoteReferenceRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { rowXml, withRows } from '../../../electron/services/report/docx/tableRows.ts';
import type { ReportRun } from '../../../shared/domain/report/index.ts';

const mono = 'Courier New';

const run: fc.Arbitrary<ReportRun> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record(
      {
        type: fc.constant('text' as const),
        text: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 20 }).map(text => text.replace(/[{}]/g, '')),
          fc.constantFrom('a & <b>', '"q" \'s\'', '', ' 선박 ', '\u0000\u000b\u001f\u007f', ']]></w:tbl>', 'x\ny\tz'),
        ),
        bold: fc.boolean(),
        italic: fc.boolean(),
      },
      { requiredKeys: ['type', 'text'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('footnote' as const), n: fc.integer({ min: 1, max: 9999 }) }) },
);

const cells = fc.array(fc.array(run, { maxLength: 4 }), { minLength: 1, maxLength: 3 });

test('a row has the bytes that the library gives it', async () => {
  await fc.assert(
    fc.asyncProperty(cells, fc.array(fc.nat(9000), { minLength: 3, maxLength: 3 }), async (row, widths) => {
      const fonts = [undefined, mono, undefined];
      expect(rowXml(row, { widths, fonts })).toBe(await byLibrary(row, widths, fonts));
    }),
    { numRuns: 60 },
  );
});

test('each table gets its own rows, and text that looks like the end of a table is no end', () => {
  const table = (head: string) => `<w:tbl>${head}</w:tbl>`;
  expect(withRows(`<a/>${table('1')}<b/>${table('2')}<c/>`, ['<w:tr>$&</w:tr>', ''])).toBe(
    `<a/>${table('1<w:tr>$&</w:tr>')}<b/>${table('2')}<c/>`,
  );
  expect(withRows('<a/>', [])).toBe('<a/>');
  expect(() => withRows(table('1'), [])).toThrow('no place');
});

async function byLibrary(
  row: readonly (readonly ReportRun[])[],
  widths: readonly number[],
  fonts: readonly (string | undefined)[],
): Promise<string> {
  const children = row.map(
    (runs, at) =>
      new TableCell({
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        children: [
          new Paragraph({ style: 'TableText', children: runs.flatMap((_, nth) => runOf(runs, nth, fonts[at])) }),
        ],
      }),
  );
  const table = new Table({ rows: [new TableRow({ cantSplit: true, children })] });
  const packed = await Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
  const xml = strFromU8(unzipSync(packed)['word/document.xml'] ?? new Uint8Array(0));
  return xml.slice(xml.indexOf('<w:tr>'), xml.indexOf('</w:tbl>'));
}

function runOf(runs: readonly ReportRun[], at: number, font: string | undefined): (TextRun | FootnoteReferenceRun)[] {
  const one = runs[at];
  if (!one) return [];
  if (one.type === 'text')
    return [new TextRun({ text: one.text, bold: one.bold, italics: one.italic, ...(font ? { font } : {}) })];
  const call = new FootnoteReferenceRun(one.n);
  return runs[at - 1]?.type === 'footnote' ? [new TextRun({ text: ', ', superScript: true }), call] : [call];
}
