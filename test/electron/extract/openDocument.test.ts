import { describe, expect, test } from 'vitest';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';
import { makeOpenDocument, openDocumentXml, understateSizes, zipOf } from './support/makeOffice.ts';

const META = `<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Memo</dc:title><dc:creator>A. Example</dc:creator><meta:generator>Writer/1</meta:generator><meta:editing-cycles>4</meta:editing-cycles></office:meta></office:document-meta>`;

describe('OpenDocument text', () => {
  test('gives paragraphs, lists with their numbers, tables, notes, comments and tracked changes', async () => {
    const { outcome, pages } = await extractHere(
      makeOpenDocument(
        'text',
        `<office:text>
          <text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>B. Example</dc:creator><dc:date>2026-03-01T10:00:00</dc:date></office:change-info><text:p>struck words</text:p></text:deletion></text:changed-region>
          <text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>C. Example</dc:creator><dc:date>2026-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
          <text:h text:outline-level="1">Voyage</text:h>
          <text:p>Sailed<text:s text:c="2"/>at <text:change-start text:change-id="c2"/>night<text:change-end text:change-id="c2"/>.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>By the log.</text:p></text:note-body></text:note><office:annotation><dc:creator>A. Example</dc:creator><dc:date>2026-03-03</dc:date><text:p>Which log?</text:p></office:annotation></text:p>
          <text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>
          <table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell><text:p>Day</text:p></table:table-cell></table:table-row></table:table>
          <text:p text:style-name="New">Next page <draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>
        </office:text>`,
        {
          styles: `<style:style style:name="New"><style:paragraph-properties fo:break-before="page"/></style:style><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>`,
          more: { 'meta.xml': META },
        },
      ),
      'memo.odt',
    );
    expect(pages.map(page => page.text)).toEqual([
      'Voyage\n\nSailed  at night.[1]\n\n1. one\na) inner\n2. two\n\nPort\tDay\n\n',
      'Next page \n\nboxed\n\n[1] By the log.\n\n[Comment by A. Example, 2026-03-03] Which log?',
    ]);
    expect(outcome).toMatchObject({
      summary: {
        title: 'Memo',
        metadata: {
          author: 'A. Example',
          application: 'Writer/1',
          revision: '4',
          trackedInsertions: '1',
          trackedDeletions: '1',
        },
        remarks: [
          { kind: 'comment', author: 'A. Example', at: '2026-03-03', text: 'Which log?' },
          { kind: 'deletion', author: 'B. Example', at: '2026-03-01T10:00:00', text: 'struck words' },
          { kind: 'insertion', author: 'C. Example', at: '2026-03-02T10:00:00', text: 'night' },
        ],
      },
    });
  });

  test('that is encrypted asks for its password; embedded documents become files again', async () => {
    const encrypted = makeOpenDocument('text', '<office:text/>', {
      manifest:
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>',
    });
    expect((await extractHere(encrypted, 'e.odt')).outcome).toMatchObject({ problem: { code: 'password-needed' } });

    const { parts } = await extractHere(
      makeOpenDocument('text', '<office:text><text:p>x</text:p></office:text>', {
        manifest:
          '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>',
        more: {
          'Object 1/content.xml': openDocumentXml(
            '<office:spreadsheet><table:table table:name="In"><table:table-row><table:table-cell><text:p>inner cell</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
          ),
          'Pictures/scan.png': new Uint8Array(4000),
        },
      }),
      'o.odt',
    );
    expect(parts.map(part => [part.name, part.disposition])).toEqual([
      ['scan.png', 'inline'],
      ['Object 1.ods', 'attachment'],
    ]);
    const inner = parts[1]?.bytes ?? new Uint8Array(0);
    expect(textOf((await extractHere(inner, 'Object 1.ods')).pages)).toBe('inner cell');
  });

  test('is known by its content wherever the type stands, and as one flat XML', async () => {
    const body = '<office:text><text:p>found</text:p></office:text>';
    const late = zipOf({
      'content.xml': openDocumentXml(body),
      'META-INF/manifest.xml':
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:media-type="application/vnd.oasis.opendocument.text" m:full-path="/"/></m:manifest>',
    });
    const flat = openDocumentXml(body)
      .replaceAll('document-content', 'document')
      .replace('<office:document ', '<office:document office:mimetype="application/vnd.oasis.opendocument.text" ');
    for (const [bytes, name] of [
      [late, 'late.zip'],
      [bytesOf(flat), 'flat.xml'],
    ] as const) {
      const { outcome, pages } = await extractHere(bytes, name);
      expect(textOf(pages)).toBe('found');
      expect(outcome).toMatchObject({ summary: { engine: 'probatum-opendocument' } });
    }
  });

  test('shows what its macros say, and runs none', async () => {
    const body = '<office:text><text:p>found</text:p></office:text>';
    const source = 'Sub Main\n  Shell("calc.exe")\nEnd Sub';
    const module = `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1">${source}</script:module>`;
    const packed = makeOpenDocument('text', body, {
      more: {
        'Basic/Standard/Module1.xml': module,
        'Basic/Standard/script-lb.xml': '<l/>',
        'Scripts/python/a.py': 'x',
      },
    });
    const flat = openDocumentXml(
      `<office:scripts xmlns:ooo="http://openoffice.org/2004/office"><ooo:module ooo:name="Module1"><ooo:source-code>${source}</ooo:source-code></ooo:module></office:scripts><office:body>${body}</office:body>`,
    )
      .replaceAll('document-content', 'document')
      .replace('<office:document ', '<office:document office:mimetype="application/vnd.oasis.opendocument.text" ');
    for (const [bytes, name, more] of [
      [packed, 'm.odt', ' · Scripts/python/a.py'],
      [bytesOf(flat), 'm.fodt', ''],
    ] as const) {
      const { outcome } = await extractHere(bytes, name);
      expect(outcome).toMatchObject({
        summary: {
          metadata: { scripts: `Module1: Sub Main Shell("calc.exe") End Sub${more}` },
          warnings: ['The document holds macros, which never run here; they stand in its metadata.'],
        },
      });
    }
  });

  test('of which the last two bytes are missing is whole all the same; without a third it is not', async () => {
    const whole = makeOpenDocument('text', '<office:text><text:p>found</text:p></office:text>');
    for (const cut of [1, 2])
      expect(textOf((await extractHere(whole.subarray(0, -cut), 'cut.odt')).pages)).toBe('found');
    expect((await extractHere(whole.subarray(0, -3), 'cut.odt')).outcome).toMatchObject({
      problem: { code: 'unreadable' },
    });
  });

  test('that is a bomb, a liar or cut short is refused or told', async () => {
    const bomb = makeOpenDocument(
      'text',
      `<office:text><text:p>x</text:p></office:text><!--${' '.repeat(5_000_000)}-->`,
    );
    for (const bytes of [bomb, understateSizes(bomb)])
      expect((await extractHere(bytes, 'bomb.odt')).outcome).toMatchObject({ problem: { code: 'too-large' } });
    const cut = makeOpenDocument('text', '', {
      more: {
        'content.xml':
          openDocumentXml('<office:text><text:p>begun</text:p><text:p>and').split('</office:body>')[0] ?? '',
      },
    });
    const { outcome, pages } = await extractHere(cut, 'cut.odt');
    expect(textOf(pages)).toBe('begun\n\nand');
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('ends in the middle')] } });
  });
});

describe('an OpenDocument spreadsheet', () => {
  const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;

  test('gives cells as the file shows them, hidden sheets, notes and formulas that call out', async () => {
    const { outcome, pages } = await extractHere(
      makeOpenDocument(
        'spreadsheet',
        `<office:spreadsheet><table:table table:name="Loads">${row(cell('Name') + cell('Sum'))}${row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="3"')}${row(`${cell('two<text:line-break/>lines')}<table:covered-table-cell/>${cell('1.234,50 €', 'office:value="1234.5" table:formula="of:=WEBSERVICE(&quot;http://192.0.2.1&quot;)"')}`)}</table:table>
        <table:table table:name="Apart" table:style-name="H">${row(`<table:table-cell><office:annotation><dc:creator>A. Example</dc:creator><text:p>why?</text:p></office:annotation><text:p>kept</text:p></table:table-cell>`)}</table:table></office:spreadsheet>`,
        { styles: '<style:style style:name="H"><style:table-properties table:display="false"/></style:style>' },
      ),
      'loads.ods',
    );
    expect(pages.map(({ label, text, sheet }) => [label, text, sheet?.isHidden])).toEqual([
      ['Loads', 'Name\tSum\n\n\n\ntwo\u2028lines\t\t1.234,50 €', false],
      ['Apart', 'kept', true],
    ]);
    expect(outcome).toMatchObject({
      summary: {
        remarks: [{ author: 'A. Example', text: 'Apart!A1: why?' }],
        warnings: [expect.stringContaining('“Apart”'), expect.stringMatching(/Loads!C5 =WEBSERVICE/)],
      },
    });
  });

  test('that repeats one cell a billion times is read a bounded number of times, and says so', async () => {
    const { outcome, pages } = await extractHere(
      makeOpenDocument(
        'spreadsheet',
        `<office:spreadsheet><table:table table:name="Bomb">${row(cell('x', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"')}</table:table></office:spreadsheet>`,
      ),
      'bomb.ods',
    );
    expect(pages.reduce((sum, page) => sum + page.text.length, 0)).toBeLessThan(3_000_000);
    expect(outcome).toMatchObject({ ok: true, summary: { warnings: [expect.stringContaining('repeats')] } });
  });
});

test('an OpenDocument presentation gives a page for each slide with its notes, and tells hidden ones', async () => {
  const { outcome, pages } = await extractHere(
    makeOpenDocument(
      'presentation',
      `<office:presentation><draw:page draw:name="Start"><draw:frame><draw:text-box><text:p>Plan</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box><text:p>quietly</text:p></draw:text-box></draw:frame></presentation:notes></draw:page><draw:page draw:name="Apart" draw:style-name="H"><draw:frame><draw:text-box><text:p>Second</text:p></draw:text-box></draw:frame></draw:page></office:presentation>`,
      {
        styles:
          '<style:style style:name="H"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>',
      },
    ),
    'plan.odp',
  );
  expect(pages.map(page => [page.label, page.text])).toEqual([
    ['Start', 'Plan\n\n[Notes] quietly'],
    ['Apart', '[Hidden slide]\n\nSecond'],
  ]);
  expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('hides slides (2)')] } });
});
