import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';
import { understateSizes } from './support/makeOffice.ts';
import { makeDocx, paragraph, table, wordPart } from './support/makeDocx.ts';

describe('a Word document', () => {
  test('gives headings, paragraphs and tables as text, with letterhead and footer', async () => {
    const { outcome, pages } = await extractHere(
      makeDocx(
        paragraph('Exercise memorandum', '<w:pStyle w:val="Heading1"/>') +
          paragraph('The vessel called twice.') +
          table([
            ['Port', 'Date'],
            ['Example Roads', '2026-03-01'],
          ]),
        {
          'word/header1.xml': wordPart('hdr', paragraph('Example Shipping Co.')),
          'word/footer1.xml': wordPart('ftr', paragraph('Confidential exercise')),
          'docProps/core.xml':
            '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Memo</dc:title><dc:creator>A. Example</dc:creator><cp:lastModifiedBy>B. Example</cp:lastModifiedBy><cp:revision>7</cp:revision><dcterms:created>2026-03-02T00:00:00Z</dcterms:created></cp:coreProperties>',
        },
      ),
      'memo.docx',
    );
    expect(textOf(pages)).toBe(
      'Example Shipping Co.\n\nExercise memorandum\n\nThe vessel called twice.\n\nPort\tDate\nExample Roads\t2026-03-01\n\nConfidential exercise',
    );
    expect(outcome).toMatchObject({
      summary: {
        engine: 'probatum-docx',
        title: 'Memo',
        metadata: {
          author: 'A. Example',
          lastModifiedBy: 'B. Example',
          revision: '7',
          created: '2026-03-02T00:00:00Z',
        },
      },
    });
  });

  test('says that it holds tracked changes, comments and references to files elsewhere', async () => {
    const change =
      '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>';
    const { outcome, pages } = await extractHere(
      makeDocx(change, {
        'word/comments.xml': wordPart('comments', `<w:comment w:id="0">${paragraph('why?')}</w:comment>`),
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="r" Type="http://example/attachedTemplate" Target="http://tracker.example/t.dotm" TargetMode="External"/></Relationships>',
      }),
      'changes.docx',
    );
    expect(textOf(pages)).toBe('new\n\n[Comment] why?');
    expect(outcome).toMatchObject({
      summary: {
        metadata: { trackedInsertions: '1', trackedDeletions: '1', comments: '1' },
        remarks: [
          { kind: 'insertion', author: 'x', at: '', text: 'new' },
          { kind: 'deletion', author: 'x', at: '', text: 'old' },
          { kind: 'comment', author: '', at: '', text: 'why?' },
        ],
        warnings: [
          expect.stringContaining('tracked changes'),
          expect.stringContaining('http://tracker.example/t.dotm'),
        ],
      },
    });
  });

  test('breaks pages where its author did, and hands over embedded files', async () => {
    const { pages, parts } = await extractHere(
      makeDocx(`${paragraph('first')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${paragraph('second')}`, {
        'word/embeddings/sheet.csv': 'a,b',
      }),
      'e.docx',
    );
    expect(pages.map(page => page.text.trim())).toEqual(['first', 'second']);
    expect(parts.map(part => [part.name, new TextDecoder().decode(part.bytes)])).toEqual([['sheet.csv', 'a,b']]);
  });

  test('that is a bomb is refused by its directory, and by what really comes out when the directory lies', async () => {
    const bomb = makeDocx(`${paragraph('x')}<!--${' '.repeat(5_000_000)}-->`);
    const refused = { ok: false, problem: { code: 'too-large', detail: expect.stringContaining('bomb') } };
    expect((await extractHere(bomb, 'bomb.docx')).outcome).toMatchObject(refused);
    expect((await extractHere(understateSizes(bomb), 'liar.docx')).outcome).toMatchObject(refused);
  });

  test('nested too deeply, or cut off, is unreadable and nothing worse', async () => {
    const deep = makeDocx(`${'<w:sdt><w:sdtContent>'.repeat(60_000)}${'</w:sdtContent></w:sdt>'.repeat(60_000)}`);
    const outcome = (await extractHere(deep, 'deep.docx', { limits: { maxExpansionRatio: 100_000 } })).outcome;
    expect(outcome.ok ? 'ok' : outcome.problem.code).toMatch(/^(ok|unreadable|too-large)$/);
    const whole = makeDocx(paragraph('x'));
    // Without its directory nothing tells a document from any other ZIP.
    const cut = (await extractHere(whole.slice(0, 400), 'cut.docx')).outcome;
    expect((cut.ok ? cut.summary.detected : cut.detected)?.mediaType).toBe('application/zip');
  });
});

test('damage in one part of a Word document costs only that part', async () => {
  const whole = makeDocx(paragraph('still here'), { 'docProps/core.xml': '<a>x</a>' });
  const broken = whole.slice();
  const at = Buffer.from(broken).indexOf('docProps/core.xml') + 'docProps/core.xml'.length;
  broken.fill(0xff, at, at + 8);
  const { outcome, pages } = await extractHere(broken, 'broken.docx');
  expect(textOf(pages)).toBe('still here');
  expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('“docProps/core.xml”')] } });
});

test('a Word document of forty thousand paragraphs is read whole', async () => {
  const { outcome, pages } = await extractHere(
    makeDocx(paragraph('One more line of the log.').repeat(40_000)),
    'log.docx',
    {
      limits: { maxExpansionRatio: 10_000 },
    },
  );
  expect(outcome.ok).toBe(true);
  expect(pages.reduce((sum, page) => sum + page.text.split('log').length - 1, 0)).toBe(40_000);
});

describe('what a Word document holds beside its paragraphs', () => {
  test('the numbers of lists, which stand in no text', async () => {
    const level = (at: number, format: string, template: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${template}"/></w:lvl>`;
    const point = (text: string, at: number, list = 1) =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
    const { pages } = await extractHere(
      makeDocx(
        [
          paragraph('Counts', '<w:pStyle w:val="Numbered"/>'),
          point('first', 0),
          point('under', 1),
          point('under too', 1),
          point('second', 0),
          point('under again', 1),
          point('anew', 0, 2),
          point('dot', 2),
        ].join(''),
        {
          'word/numbering.xml': wordPart(
            'numbering',
            `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerRoman', '%1.%2)')}${level(2, 'bullet', '·')}</w:abstractNum>
             <w:abstractNum w:abstractNumId="1">${level(0, 'ganada', '제%1장')}</w:abstractNum>
             <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
             <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
             <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`,
          ),
          'word/styles.xml': wordPart(
            'styles',
            '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="Numbered"><w:basedOn w:val="Base"/></w:style>',
          ),
        },
      ),
      'list.docx',
    );
    expect(textOf(pages)).toBe(
      '제가장 Counts\n1. first\n1.i) under\n1.ii) under too\n2. second\n2.i) under again\n5. anew\n• dot',
    );
  });

  test('notes by their marks, text boxes once, hidden words, signs, pictures by their description, comments', async () => {
    const run = (content: string) => `<w:r>${content}</w:r>`;
    const drawing =
      '<w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" descr="Seal of the port"/></w:drawing>';
    const box = `<w:txbxContent>${paragraph('in a box')}</w:txbxContent>`;
    const body = `<w:p>${run('<w:t>Sworn</w:t>')}${run('<w:footnoteReference w:id="2"/>')}${run('<w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> and hidden</w:t>')}${run('<w:sym w:font="Wingdings" w:char="F0FE"/>')}${run(drawing)}
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${run(box)}</mc:Choice><mc:Fallback>${run(box)}</mc:Fallback></mc:AlternateContent>
      ${run('<w:endnoteReference w:id="1"/>')}${run('<w:commentReference w:id="0"/>')}</w:p>`;
    const { outcome, pages } = await extractHere(
      makeDocx(body, {
        'word/footnotes.xml': wordPart(
          'footnotes',
          `<w:footnote w:id="0" w:type="separator">${paragraph('—')}</w:footnote><w:footnote w:id="2">${paragraph('Before a notary.')}</w:footnote>`,
        ),
        'word/endnotes.xml': wordPart('endnotes', `<w:endnote w:id="1">${paragraph('See annex.')}</w:endnote>`),
        'word/comments.xml': wordPart(
          'comments',
          `<w:comment w:id="0" w:author="A. Example" w:date="2026-03-01T10:00:00Z">${paragraph('Which notary?')}</w:comment>`,
        ),
        'docProps/app.xml':
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>Letter.dotm</Template><Company>Example Co.</Company><Manager>C. Example</Manager><TotalTime>42</TotalTime></Properties>',
      }),
      'notes.docx',
    );
    expect(textOf(pages)).toBe(
      'Sworn[1] and hidden☑[Seal of the port][i]\n\nin a box\n\n[1] Before a notary.\n[i] See annex.\n\n[Comment by A. Example, 2026-03-01T10:00:00Z] Which notary?',
    );
    expect(outcome).toMatchObject({
      summary: {
        metadata: { template: 'Letter.dotm', company: 'Example Co.', manager: 'C. Example', totalEditingMinutes: '42' },
        remarks: [{ kind: 'comment', author: 'A. Example', at: '2026-03-01T10:00:00Z', text: 'Which notary?' }],
        warnings: [expect.stringContaining('hidden words')],
      },
    });
  });

  test('changes that Word splits into runs are one remark again, and moved words are both', async () => {
    const tracked = (tag: string, who: string, text: string) =>
      `<w:${tag} w:author="${who}" w:date="2026-01-01T00:00:00Z"><w:r>${tag === 'ins' || tag === 'moveTo' ? `<w:t>${text}</w:t>` : `<w:delText>${text}</w:delText>`}</w:r></w:${tag}>`;
    const { outcome, pages } = await extractHere(
      makeDocx(
        `<w:p>${tracked('ins', 'A', 'one')}${tracked('ins', 'A', 'more')}${tracked('ins', 'B', 'other')}${tracked('del', 'A', 'gone')}</w:p><w:p>${tracked('moveFrom', 'A', 'far')}${tracked('moveTo', 'A', 'far')}</w:p>`,
      ),
      'changes.docx',
    );
    expect(textOf(pages)).toBe('onemoreother\n\nfar');
    expect(outcome.ok && outcome.summary.remarks.map(({ kind, author, text }) => [kind, author, text])).toEqual([
      ['insertion', 'A', 'onemore'],
      ['insertion', 'B', 'other'],
      ['deletion', 'A', 'gone'],
      ['deletion', 'A', 'far'],
      ['insertion', 'A', 'far'],
    ]);
  });

  test('fields that would load something are named, and show what they showed last', async () => {
    const { outcome, pages } = await extractHere(
      makeDocx(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO cmd "/c calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>stored</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="HYPERLINK &quot;http://192.0.2.1/a&quot;"><w:r><w:t> link</w:t></w:r></w:fldSimple></w:p>',
      ),
      'fields.docx',
    );
    expect(textOf(pages)).toBe('stored link');
    expect(outcome).toMatchObject({
      summary: { metadata: { links: 'http://192.0.2.1/a' }, warnings: [expect.stringContaining('cmd /c calc')] },
    });
  });

  test('pictures as parts, unless they are a few bytes or a bomb, which costs no words', async () => {
    const { outcome, pages, parts } = await extractHere(
      makeDocx(paragraph('words'), {
        'word/media/a.png': new Uint8Array(3000).fill(7),
        'word/media/dot.png': new Uint8Array(10),
        'word/media/bomb.bmp': new Uint8Array(5_000_000),
      }),
      'pictures.docx',
    );
    expect(textOf(pages)).toBe('words');
    expect(parts.map(part => [part.name, part.disposition, part.bytes.byteLength])).toEqual([
      ['a.png', 'inline', 3000],
    ]);
    expect(outcome).toMatchObject({
      summary: {
        warnings: [
          'One picture of less than 2 KB was left in the document.',
          expect.stringContaining('“bomb.bmp” could not be taken out'),
        ],
      },
    });
  });
});

test('other containers are told by what is in them, whatever their names say', async () => {
  const xlsx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
  expect((await extractHere(xlsx, 'list.docx')).outcome).toMatchObject({
    summary: { engine: 'probatum-sheet', detected: { suffixHint: 'xlsx' } },
  });
  expect((await extractHere(zipSync({ 'a.txt': strToU8('a') }), 'a.docx')).outcome).toMatchObject({
    summary: { detected: { mediaType: 'application/zip' } },
  });
  expect(
    (await extractHere(bytesOf('PK is how this letter begins, and it is text.'), 'letter.txt')).outcome,
  ).toMatchObject({ ok: true, summary: { detected: { mediaType: 'text/plain' } } });
});
