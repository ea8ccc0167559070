import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { cellRange } from '../../../shared/domain/sheet.ts';
import { extractHere } from './support/extractHere.ts';
import { makeXlsx, relationships, SHEET_NAMESPACE, textRow, understateSizes } from './support/makeOffice.ts';

const STYLES = `<styleSheet xmlns="${SHEET_NAMESPACE}"><numFmts><numFmt numFmtId="170" formatCode="d\\ mmmm\\ yyyy"/><numFmt numFmtId="171" formatCode="#,##0.00&quot; EUR&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

describe('an XLSX workbook', () => {
  test('gives each sheet as a table of cells as they are shown, and says which cells they are', async () => {
    const { outcome, pages } = await extractHere(
      makeXlsx(
        [
          {
            name: 'Crew',
            rows: `${textRow(1, 'Name', 'Born')}<row r="3"><c r="B3" s="2"><v>36526</v></c><c r="C3" s="3"><v>1234.5</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c></row>`,
          },
          {
            name: 'Ledger',
            rows: '<row r="7"><c r="D7" s="1"><v>45292</v></c><c r="E7" t="s"><v>0</v></c><c r="F7" s="4"><v>45292.5</v></c></row>',
          },
        ],
        {
          'xl/styles.xml': STYLES,
          'xl/sharedStrings.xml': `<sst xmlns="${SHEET_NAMESPACE}"><si><r><t>two </t></r><r><t>runs&#10;and a line</t></r><rPh><t>reading</t></rPh></si></sst>`,
        },
      ),
      'crew.xlsx',
    );
    expect(pages.map(({ label, text, sheet }) => ({ label, text, sheet }))).toEqual([
      {
        label: 'Crew',
        text: 'Name\tBorn\n\n\t1 January 2000\t1,234.50 EUR\tTRUE\t#N/A',
        sheet: { name: 'Crew', firstRow: 0, firstColumn: 0, isHidden: false },
      },
      {
        label: 'Ledger',
        text: '\t\t\t2024-01-01\ttwo runs\u2028and a line\t2024-01-01 12:00',
        sheet: { name: 'Ledger', firstRow: 6, firstColumn: 0, isHidden: false },
      },
    ]);
    expect(outcome).toMatchObject({
      summary: { engine: 'probatum-sheet', metadata: { sheets: 'Crew; Ledger' }, warnings: [] },
    });
  });

  test('is cut into pages whose rows and columns can be cited, and stray far cells make no empty million', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => textRow(at + 1, `row ${at + 1}`)).join('');
    const stray = '<row r="1048576"><c r="B1048576"><v>7</v></c><c r="XFD1048576"><v>8</v></c></row>';
    const { pages } = await extractHere(makeXlsx([{ name: 'Long', rows: rows + stray }]), 'long.xlsx');
    expect(pages.map(page => [page.sheet?.firstRow, page.sheet?.firstColumn, page.text.split('\n').length])).toEqual([
      [0, 0, 200],
      [200, 0, 200],
      [400, 0, 50],
      [1_048_575, 0, 1],
      [1_048_575, 16_383, 1],
    ]);
    const [, second, , , last] = pages;
    const at = second?.text.indexOf('row 256') ?? 0;
    expect(second?.sheet && cellRange(second.text, at, at + 7, second.sheet)).toBe('Long!A256');
    expect(last?.sheet && cellRange(last.text, 0, 1, last.sheet)).toBe('Long!XFD1048576');
  });

  test('shows what is hidden, what was noted and what reaches out, and calculates nothing', async () => {
    const { outcome, pages } = await extractHere(
      makeXlsx(
        [
          {
            name: 'Open',
            before: '<cols><col min="2" max="3" hidden="1"/></cols>',
            rows: `<row r="1" hidden="1"><c r="A1"><f>1+1</f><v>3</v></c><c r="B1" t="str"><f>WEBSERVICE("http://192.0.2.1/x")</f><v>stored</v></c><c r="C1"><f>cmd|'/c calc'!A0</f><v>0</v></c></row>`,
            after: '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"Draft&amp;RPage &amp;P</oddHeader></headerFooter>',
          },
          { name: 'Second set', rows: textRow(1, 'kept apart'), state: 'veryHidden' },
        ],
        {
          'xl/worksheets/_rels/sheet1.xml.rels': relationships(['c', 'comments', '../comments1.xml']),
          'xl/comments1.xml': `<comments xmlns="${SHEET_NAMESPACE}"><authors><author>A. Example</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>ask </t></r><r><t>again</t></r></text></comment></commentList></comments>`,
          'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${SHEET_NAMESPACE}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`,
          'xl/externalLinks/_rels/externalLink2.xml.rels': relationships([
            'x',
            'externalLinkPath',
            'file:///other.xlsx',
            'External',
          ]),
          'xl/vbaProject.bin': 'macros',
        },
      ),
      'secrets.xlsm',
    );
    expect(pages.map(page => [page.text, page.sheet?.isHidden ?? null])).toEqual([
      ['3\tstored\t0', false],
      ['Draft\tPage', null],
      ['kept apart', true],
    ]);
    expect(outcome).toMatchObject({
      summary: {
        metadata: { sheets: 'Open; Second set (hidden)', formulas: '3', comments: '1' },
        remarks: [{ kind: 'comment', author: 'A. Example', at: '', text: 'Open!A1: ask again' }],
        warnings: [
          expect.stringContaining('file:///other.xlsx'),
          expect.stringContaining('DDE cmd /c calc'),
          expect.stringContaining('macros'),
          expect.stringContaining('“Second set”'),
          'The document hides 1 rows and 2 columns; they were read like the others.',
          expect.stringMatching(
            /^2 formulas reach out.*Open!B1 =WEBSERVICE\("http:\/\/192\.0\.2\.1\/x"\); Open!C1 =cmd/,
          ),
        ],
      },
    });
  });

  test('hides no words behind other prefixes, and gives its pictures and files as parts', async () => {
    const { pages, parts, outcome } = await extractHere(
      makeXlsx([{ name: 'A', rows: '' }], {
        'xl/worksheets/sheet1.xml': `<q:worksheet xmlns:q="${SHEET_NAMESPACE}"><q:sheetData><q:row><q:c t="inlineStr"><q:is><q:t>unseen?</q:t></q:is></q:c></q:row></q:sheetData></q:worksheet>`,
        'xl/embeddings/note.txt': 'inside',
        'xl/media/scan.png': new Uint8Array(3000),
        'xl/media/dot.png': new Uint8Array(30),
      }),
      'prefix.xlsx',
    );
    expect(pages.map(page => page.text)).toEqual(['unseen?']);
    expect(parts.map(({ name, disposition, bytes }) => [name, disposition, bytes.byteLength])).toEqual([
      ['note.txt', 'attachment', 6],
      ['scan.png', 'inline', 3000],
    ]);
    expect(outcome).toMatchObject({
      summary: { warnings: ['One picture of less than 2 KB was left in the document.'] },
    });
  });

  test('with entities does not expand or load them; a bomb, a liar and a stump are refused or told', async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>`;
    const sheet = `${bomb}<worksheet xmlns="${SHEET_NAMESPACE}"><sheetData><row><c t="inlineStr"><is><t>&b;&f;seen</t></is></c></row></sheetData></worksheet>`;
    const entities = await extractHere(
      makeXlsx([{ name: 'E', rows: '' }], { 'xl/worksheets/sheet1.xml': sheet }),
      'e.xlsx',
    );
    expect(entities.pages.map(page => page.text)).toEqual(['&b;&f;seen']);

    const large = makeXlsx([{ name: 'B', rows: `<row><c><v>1</v></c></row>${' '.repeat(5_000_000)}` }]);
    const refused = { ok: false, problem: { code: 'too-large', detail: expect.stringContaining('bomb') } };
    expect((await extractHere(large, 'bomb.xlsx')).outcome).toMatchObject(refused);
    expect((await extractHere(understateSizes(large), 'liar.xlsx')).outcome).toMatchObject(refused);

    const stump = makeXlsx([{ name: 'S', rows: '' }], {
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET_NAMESPACE}"><sheetData>${textRow(1, 'begun')}<row r="2">`,
    });
    const cut = await extractHere(stump, 'stump.xlsx');
    expect(cut.pages.map(page => page.text)).toEqual(['begun']);
    expect(cut.outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('ends in the middle')] } });
  });
});

describe('XLS and XLSB workbooks', () => {
  const book = () => {
    const cells = utils.aoa_to_sheet([
      ['Name', 'Sum'],
      ['선박 Example', 1250.5],
    ]);
    const workbook = utils.book_new(cells, 'Loads');
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['unseen']]), 'Hidden');
    workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    return workbook;
  };

  test.each(['xlsb', 'biff8'] as const)('%s gives the same cells', async bookType => {
    const bytes = new Uint8Array(write(book(), { type: 'array', bookType }));
    const { outcome, pages } = await extractHere(bytes, `book.${bookType}`);
    expect(pages.map(({ label, text, sheet }) => [label, text, sheet?.isHidden])).toEqual([
      ['Loads', 'Name\tSum\n선박 Example\t1250.5', false],
      ['Hidden', 'unseen', true],
    ]);
    expect(outcome).toMatchObject({
      summary: {
        engine: 'sheetjs',
        metadata: { sheets: 'Loads; Hidden (hidden)' },
        warnings: [expect.stringContaining('“Hidden”')],
      },
    });
  });

  test('that are cut short end as unreadable or with what is left, at any length', async () => {
    for (const bookType of ['xlsb', 'biff8'] as const) {
      const whole = new Uint8Array(write(book(), { type: 'array', bookType }));
      for (let part = 1; part < 8; part += 1) {
        const { outcome } = await extractHere(whole.slice(0, Math.floor((whole.byteLength * part) / 8)), 'cut.xls');
        expect(outcome.ok ? 'ok' : outcome.problem.code).toMatch(/^(ok|unreadable|unsupported-type)$/);
      }
    }
  });
});
