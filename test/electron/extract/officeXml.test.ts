import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';

const SS = 'urn:schemas-microsoft-com:office:spreadsheet';
const EXCEL = 'xmlns="urn:schemas-microsoft-com:office:excel"';
const PROPERTIES = `<o:DocumentProperties xmlns:o="urn:schemas-microsoft-com:office:office"><o:Title>Manifest</o:Title><o:Author>A. Example</o:Author><o:LastAuthor>B. Example</o:LastAuthor><o:Created>2003-05-06T10:00:00Z</o:Created></o:DocumentProperties>`;

interface WorkbookSource {
  styles?: string;
  sheets: { name: string; rows: string; after?: string }[];
}

function makeWorkbook({ styles = '', sheets }: WorkbookSource): string {
  const worksheets = sheets.map(
    ({ name, rows, after = '' }) => `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${after}</Worksheet>`,
  );
  return `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="${SS}" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="${SS}">${PROPERTIES}<Styles>${styles}</Styles>${worksheets.join('')}</Workbook>`;
}

const cell = (text: string, { type = 'String', more = '', inside = '' } = {}) =>
  `<Cell ${more}><Data ss:Type="${type}">${text}</Data>${inside}</Cell>`;
const row = (cells: string, more = '') => `<Row ${more}>${cells}</Row>`;
const readSheet = (xml: string, limits = {}) => extractHere(bytesOf(xml), 'cargo.xls', { limits });

describe('a workbook of Excel 2003 as XML', () => {
  test('gives its cells where they stand, merged ones and left out ones counted', async () => {
    const { outcome, pages } = await readSheet(
      makeWorkbook({
        sheets: [
          {
            name: 'Cargo',
            rows:
              row(cell('선박', { more: 'ss:MergeAcross="1"' }) + cell('Port') + cell('Day', { more: 'ss:Index="6"' })) +
              row(cell('two\nlines'), 'ss:Index="4" ss:Span="2"') +
              row(cell('after three')),
          },
          { name: 'Second', rows: row(cell('x', { more: 'ss:Index="2"' })) },
        ],
      }),
    );
    expect(pages.map(({ text, sheet }) => [text, sheet])).toEqual([
      [
        '선박\t\tPort\t\t\tDay\n\n\ntwo\u2028lines\n\n\nafter three',
        { name: 'Cargo', firstRow: 0, firstColumn: 0, isHidden: false },
      ],
      ['\tx', { name: 'Second', firstRow: 0, firstColumn: 0, isHidden: false }],
    ]);
    expect(outcome).toMatchObject({
      summary: {
        detected: { mediaType: 'application/vnd.ms-excel.2003+xml', suffixHint: 'xml' },
        engine: 'probatum-sheet-xml',
        title: 'Manifest',
        metadata: {
          author: 'A. Example',
          lastModifiedBy: 'B. Example',
          created: '2003-05-06T10:00:00Z',
          sheets: 'Cargo; Second',
        },
        warnings: [],
      },
    });
  });

  test('shows numbers, dates, truth values and errors by the style of cell, row or column', async () => {
    const day = (time: string, style: string) => cell(time, { type: 'DateTime', more: `ss:StyleID="${style}"` });
    const { pages } = await readSheet(
      makeWorkbook({
        styles: `<Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="own" ss:Parent="day"/><Style ss:ID="share"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="code"><NumberFormat ss:Format="dd/mm/yyyy\\ hh:mm"/></Style><Style ss:ID="bare"/>`,
        sheets: [
          {
            name: 'S',
            rows:
              '<Column ss:Index="3" ss:Span="1" ss:StyleID="share"/>' +
              row(
                day('2003-05-06T00:00:00.000', 'own') +
                  day('2003-05-06T10:30:00.000', 'code') +
                  cell('0.5', { type: 'Number' }) +
                  cell('0.25', { type: 'Number' }) +
                  cell('1234.5', { type: 'Number' }),
              ) +
              row(
                day('1900-01-31T00:00:00.000', 'own') +
                  day('2003-05-06T00:00:00.000', 'bare') +
                  day('1756-01-27T00:00:00.000', 'own') +
                  cell('1', { type: 'Boolean' }) +
                  cell('#N/A', { type: 'Error' }),
              ) +
              row(cell('0.1', { type: 'Number' }), 'ss:StyleID="share"'),
          },
        ],
      }),
    );
    expect(textOf(pages)).toBe(
      [
        '2003-05-06\t06/05/2003 10:30\t50.00%\t25.00%\t1234.5',
        '1900-01-31\t2003-05-06\t1756-01-27\tTRUE\t#N/A',
        '10.00%',
      ].join('\n'),
    );
  });

  test('says what it hides, what reaches out, who commented and where its links lead', async () => {
    const { outcome, pages } = await readSheet(
      makeWorkbook({
        sheets: [
          {
            name: 'Deep',
            rows:
              '<Column ss:Hidden="1" ss:Span="2"/>' +
              row(
                cell('seen', {
                  more: 'ss:HRef="https://example.org/a" ss:Formula="=WEBSERVICE(&quot;https://example.org&quot;)"',
                  inside: `<Comment ss:Author="C. Example"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>Which</B> port?</ss:Data></Comment>`,
                }),
                'ss:Hidden="1"',
              ),
            after: `<WorksheetOptions ${EXCEL}><PageSetup><Header x:Data="&amp;CConfidential"/></PageSetup><Visible>SheetVeryHidden</Visible></WorksheetOptions><QueryTable ${EXCEL}><QuerySource><Connection>ODBC;DSN=cargo</Connection></QuerySource></QueryTable>`,
          },
        ],
      }),
    );
    expect(pages.map(({ text, sheet }) => [text, sheet?.isHidden])).toEqual([
      ['seen', true],
      ['Confidential', undefined],
    ]);
    expect(outcome).toMatchObject({
      summary: {
        metadata: { links: 'https://example.org/a', formulas: '1', comments: '1', sheets: 'Deep (hidden)' },
        remarks: [{ kind: 'comment', author: 'C. Example', at: '', text: 'Deep!A1: Which port?' }],
        warnings: [
          expect.stringContaining('hides the sheet “Deep”'),
          expect.stringContaining('1 rows and 3 columns'),
          expect.stringContaining('ODBC;DSN=cargo'),
          expect.stringContaining('Deep!A1 =WEBSERVICE'),
        ],
      },
    });
  });

  test('is known under any prefix, in UTF-16, and not by a name alone', async () => {
    const plain = makeWorkbook({ sheets: [{ name: 'S', rows: row(cell('found')) }] });
    const prefixed = `<q:Workbook xmlns:q="${SS}"><q:Worksheet q:Name="S"><q:Table><q:Row><q:Cell><q:Data q:Type="String">found</q:Data></q:Cell></q:Row></q:Table></q:Worksheet></q:Workbook>`;
    const wide = new Uint8Array(Buffer.from(`\uFEFF${plain}`, 'utf16le'));
    for (const bytes of [bytesOf(plain), bytesOf(`<!-- a -->\n${prefixed}`), wide]) {
      const { outcome, pages } = await extractHere(bytes, 'a.xml');
      expect([textOf(pages), pages[0]?.sheet?.name]).toEqual(['found', 'S']);
      expect(outcome).toMatchObject({ summary: { engine: 'probatum-sheet-xml' } });
    }
    const other = '<?xml version="1.0"?><Workbook xmlns="urn:other"><a/></Workbook>';
    expect((await extractHere(bytesOf(other), 'a.xml')).outcome).toMatchObject({
      summary: { detected: { mediaType: 'application/xml' } },
    });
  });

  test('that is cut short, lies about places or nests without end is told or bounded', async () => {
    const whole = makeWorkbook({ sheets: [{ name: 'S', rows: row(cell('kept')) + row(cell('lost')) }] });
    const cut = await readSheet(whole.slice(0, whole.indexOf('lost') + 2));
    expect(textOf(cut.pages)).toBe('kept\nlo');
    expect(cut.outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('ends in the middle')] } });
    const far = makeWorkbook({
      sheets: [
        {
          name: 'S',
          rows: `<Column ss:Span="99999999" ss:StyleID="x"/>${row(cell('far', { more: 'ss:Index="999999999" ss:MergeAcross="99999999"' }) + cell('on'), 'ss:Index="99999999999" ss:Span="99999999"')}${row(cell('last'))}`,
        },
      ],
    });
    expect((await readSheet(far)).pages.map(({ text, sheet }) => [text, sheet?.firstRow])).toEqual([
      ['far\ton\nlast', 0],
    ]);
    const wide = makeWorkbook({
      sheets: [{ name: 'S', rows: row(cell('end', { more: 'ss:Index="16384"' }) + cell('over') + cell('more')) }],
    });
    expect(textOf((await readSheet(wide)).pages)).toBe('end over more');
    const deep = makeWorkbook({ sheets: [{ name: 'S', rows: '<Row>'.repeat(10_000) }] });
    expect((await readSheet(deep)).outcome).toMatchObject({ problem: { code: 'unreadable' } });
    const openings = `<?xml version="1.0"?>${'<?a?>'.repeat(10_000)}`;
    expect((await readSheet(openings)).outcome).toMatchObject({ ok: true });
  });

  test('shows every text in the cell that it was put into', async () => {
    const words = fc.string({ unit: fc.constantFrom('a', '가', ' x', '-', '7'), minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async rows => {
          const xml = makeWorkbook({
            sheets: [{ name: 'S', rows: rows.map(cells => row(cells.map(text => cell(text)).join(''))).join('') }],
          });
          expect(textOf((await readSheet(xml)).pages)).toBe(rows.map(cells => cells.join('\t')).join('\n'));
        },
      ),
      { numRuns: 25 },
    );
  });
});

const WORD = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"';
const NAMES = `${WORD} xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;
const makeWord = (body: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument ${NAMES}>${PROPERTIES}${before}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const annotation = (type: string, content: string) =>
  `<aml:annotation aml:id="1" aml:author="C. Example" aml:createdate="2003-05-06T10:00:00Z" w:type="Word.${type}"><aml:content>${content}</aml:content></aml:annotation>`;
const picture = (name: string, bytes: Uint8Array) =>
  `<w:pict><w:binData w:name="wordml://${name}">${Buffer.from(bytes).toString('base64')}</w:binData></w:pict>`;
const readWord = (xml: string) => extractHere(bytesOf(xml), 'letter.xml');

describe('a document of Word 2003 as XML', () => {
  test('gives paragraphs, list labels, tables, notes, margins, comments and tracked changes', async () => {
    const { outcome, pages } = await readWord(
      makeWord(
        paragraph(
          run('Voyage ') +
            annotation('Insertion', run('at night')) +
            annotation('Deletion', '<w:r><w:delText>at noon</w:delText></w:r>') +
            `<w:r><w:footnote>${paragraph(run('By the log.'))}</w:footnote></w:r>` +
            `<w:r>${annotation('Comment', paragraph(run('Which log?')))}</w:r>`,
        ) +
          paragraph(run('first'), '<w:listPr><wx:t wx:val="1."/></w:listPr>') +
          paragraph(run('point'), '<w:listPr><wx:t wx:val="·" wx:font="Symbol"/></w:listPr>') +
          `<w:tbl><w:tr><w:tc>${paragraph(run('Port'))}</w:tc><w:tc>${paragraph(run('일자'))}</w:tc></w:tr></w:tbl>` +
          paragraph(
            `${run('next page')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run('boxed'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
            '<w:pageBreakBefore/>',
          ) +
          `<w:sectPr><w:hdr w:type="odd">${paragraph(run('Letterhead'))}</w:hdr><w:ftr w:type="odd">${paragraph(run('Footer'))}</w:ftr></w:sectPr>`,
      ),
    );
    expect(pages.map(page => page.text.trim())).toEqual([
      'Letterhead\n\nVoyage at night[1]\n\n1. first\n• point\n\nPort\t일자',
      'next page\n\nboxed\n\n[1] By the log.\n\n[Comment by C. Example, 2003-05-06T10:00:00Z] Which log?\n\nFooter',
    ]);
    expect(outcome).toMatchObject({
      summary: {
        detected: { mediaType: 'application/vnd.ms-word.2003+xml' },
        engine: 'probatum-word-xml',
        title: 'Manifest',
        metadata: { author: 'A. Example', trackedInsertions: '1', trackedDeletions: '1', comments: '1' },
        remarks: [
          { kind: 'insertion', text: 'at night', author: 'C. Example' },
          { kind: 'deletion', text: 'at noon', author: 'C. Example' },
          { kind: 'comment', text: 'Which log?', author: 'C. Example' },
        ],
        warnings: [expect.stringContaining('tracked changes (1 insertions, 1 deletions)')],
      },
    });
  });

  test('gives its pictures and objects as parts, and says what is hidden, remote, small, damaged or a macro', async () => {
    const { outcome, parts } = await readWord(
      makeWord(
        paragraph(
          run('unseen', '<w:vanish/>') +
            `<w:r>${picture('01.png', new Uint8Array(3000).fill(5))}${picture('02.gif', new Uint8Array(40))}<w:pict><w:binData w:name="wordml://03.png">!!!!</w:binData><v:shape href="https://example.org/b"><v:imagedata src="https://example.org/spy.gif"/></v:shape></w:pict></w:r>` +
            '<w:hlink w:dest="https://example.org/a"><w:r><w:t>link</w:t></w:r></w:hlink>',
        ),
        `<w:docSuppData><w:binData w:name="editdata.mso">${Buffer.from('macros').toString('base64')}</w:binData></w:docSuppData>`,
      ),
    );
    expect(parts.map(part => [part.name, part.disposition, part.bytes.byteLength])).toEqual([
      ['editdata.mso', 'attachment', 6],
      ['01.png', 'inline', 3000],
    ]);
    expect(outcome).toMatchObject({
      summary: {
        metadata: { links: 'https://example.org/b https://example.org/a' },
        warnings: [
          expect.stringContaining('macros'),
          expect.stringContaining('One picture or object in the document is damaged'),
          expect.stringContaining('One picture of less than 2 KB'),
          expect.stringContaining('hidden words'),
          expect.stringContaining('https://example.org/spy.gif'),
        ],
      },
    });
  });

  test('gives what is there however it is cut', async () => {
    const whole = makeWord(paragraph(run('kept')) + paragraph(run('rest')));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: whole.indexOf('<w:body>'), max: whole.length - 1 }), async at => {
        const { outcome } = await readWord(whole.slice(0, at));
        expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('ends in the middle')] } });
      }),
      { numRuns: 20 },
    );
    const deep = makeWord('<w:tbl><w:tr><w:tc>'.repeat(3000));
    expect((await readWord(deep)).outcome).toMatchObject({ problem: { code: 'unreadable' } });
  });
});
