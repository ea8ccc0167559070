import { expect, test } from 'vitest';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';

const ISLAND = (content: string) => `<!--[if gte mso 9]><xml>${content}</xml><![endif]-->`;
const HEAD = `<head><meta name=ProgId content=Excel.Sheet>${ISLAND('<o:DocumentProperties><o:Author>A. Example</o:Author><o:Created>2003-05-06T10:00:00Z</o:Created></o:DocumentProperties>')}${ISLAND('<x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Cargo</x:Name></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>Fees</x:Name><x:WorksheetOptions><x:Visible>SheetVeryHidden</x:Visible></x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook>')}</head>`;
const TABLE =
  "<table><tr><td x:str>Port</td><td></td><td>Day</td></tr><tr style='display:none'><td>원산</td><td x:num=\"1234.5\">1,234.50</td></tr><tr height=0 style='display:none'><td width=64></td></tr></table>";

test('a workbook saved as a page gives rows with tabs, hidden ones too, and says who wrote it', async () => {
  const { outcome, pages } = await extractHere(bytesOf(`<html>${HEAD}<body>${TABLE}</body></html>`), 'cargo.xls');
  expect(textOf(pages).trim()).toBe('Port\t\tDay\n원산\t1,234.50');
  expect(outcome).toMatchObject({
    summary: {
      metadata: { author: 'A. Example', created: '2003-05-06T10:00:00Z' },
      warnings: [
        'The workbook hides 1 row or cell and the sheet “Fees”; what is there of them was read like the rest.',
      ],
    },
  });
});

test('a table that is only called a workbook gives its rows; what another page hides stays out, and that is said', async () => {
  const bare = '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>';
  expect(textOf((await extractHere(bytesOf(bare), 'report.xls')).pages).trim()).toBe('a\tb\n1\t2');
  const { outcome, pages } = await extractHere(bytesOf(`<html><body>${TABLE}</body></html>`), 'page.html');
  expect(textOf(pages).trim()).toBe('Port\t\tDay');
  expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('hides some of its own words')] } });
});

test('a workbook saved as one file of several pages is known by its few headers, and gives every sheet', async () => {
  const part = (location: string, html: string) =>
    `--b\r\nContent-Location: file:///C:/x/${location}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${html}\r\n\r\n`;
  const saved = `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${part('Book.htm', `<html>${HEAD}</html>`)}${part('sheet001.htm', `<html>${HEAD}<body>${TABLE}</body></html>`)}${part('sheet002.htm', '<html><body><table><tr><td>second</td><td>sheet</td></tr></table></body></html>')}--b--\r\n`;
  const { outcome, pages } = await extractHere(bytesOf(saved), 'book.xls');
  expect(pages.map(page => page.text.trim())).toEqual(['Port\t\tDay\n원산\t1,234.50', 'second\tsheet']);
  expect(outcome).toMatchObject({
    summary: {
      detected: { mediaType: 'multipart/related' },
      metadata: { author: 'A. Example' },
      warnings: [expect.stringContaining('1 row or cell and the sheet “Fees”')],
    },
  });
});

test('a comment of Office that is cut, deep or endless gives nothing and stops nothing', async () => {
  for (const island of ['<xml><o:DocumentProperties><o:Author>A', `<xml>${'<a>'.repeat(10_000)}</xml>`]) {
    const { outcome, pages } = await extractHere(
      bytesOf(`<html><head><!--[if gte mso 9]>${island}<![endif]--></head><body>words</body></html>`),
      'p.html',
    );
    expect([outcome.ok, textOf(pages).trim()]).toEqual([true, 'words']);
  }
});
