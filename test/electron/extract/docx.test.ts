import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';
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
        engine: 'mammoth',
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
    expect(textOf(pages)).toBe('new');
    expect(outcome).toMatchObject({
      summary: {
        metadata: { trackedInsertions: '1', trackedDeletions: '1', comments: '1' },
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
    const bomb = makeDocx(`${paragraph('x')}<!--${' '.repeat(40_000_000)}-->`);
    const refused = { ok: false, problem: { code: 'too-large', detail: expect.stringContaining('bomb') } };
    expect((await extractHere(bomb, 'bomb.docx')).outcome).toMatchObject(refused);
    expect((await extractHere(understateSizes(bomb), 'liar.docx')).outcome).toMatchObject(refused);
  });

  test('nested too deeply, or cut off, is unreadable and nothing worse', async () => {
    const deep = makeDocx(`${'<w:sdt><w:sdtContent>'.repeat(60_000)}${'</w:sdtContent></w:sdt>'.repeat(60_000)}`);
    const outcome = (await extractHere(deep, 'deep.docx', { limits: { maxExpansionRatio: 100_000 } })).outcome;
    expect(outcome.ok ? 'ok' : outcome.problem.code).toMatch(/^(ok|unreadable|too-large)$/);
    const whole = makeDocx(paragraph('x'));
    expect((await extractHere(whole.slice(0, 400), 'cut.docx')).outcome).toMatchObject({
      ok: false,
      problem: { code: 'unsupported-type' },
      detected: { mediaType: 'application/zip' },
    });
  });
});

test('other containers are told by what is in them, and kept as bytes', async () => {
  const xlsx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
  expect((await extractHere(xlsx, 'list.docx')).outcome).toMatchObject({
    problem: { code: 'unsupported-type' },
    detected: { suffixHint: 'xlsx' },
  });
  expect((await extractHere(zipSync({ 'a.txt': strToU8('a') }), 'a.docx')).outcome).toMatchObject({
    detected: { mediaType: 'application/zip' },
  });
  expect(
    (await extractHere(bytesOf('PK is how this letter begins, and it is text.'), 'letter.txt')).outcome,
  ).toMatchObject({ ok: true, summary: { detected: { mediaType: 'text/plain' } } });
});

/** Writes an expanded size of 1000 into every entry of the directory and every local header. */
function understateSizes(zip: Uint8Array): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.byteLength; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return lying;
}
