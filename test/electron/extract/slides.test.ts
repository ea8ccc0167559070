import { describe, expect, test } from 'vitest';
import { extractHere } from './support/extractHere.ts';
import { makePptx, relationships, shape, understateSizes } from './support/makeOffice.ts';

const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const P = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" ${A}`;
const cell = (text: string) => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;

describe('a presentation', () => {
  test('gives a page for each slide in the order of showing, with tables, notes and titles as its outline', async () => {
    const { outcome, pages } = await extractHere(
      makePptx([
        { shapes: shape('Voyage plan', 'title') + shape('First leg'), notes: 'Say nothing of the second leg.' },
        {
          shapes: `<p:graphicFrame><a:tbl><a:tr>${cell('Port')}${cell('Day')}</a:tr><a:tr>${cell('Example Roads')}${cell('3')}</a:tr></a:tbl></p:graphicFrame>`,
          isHidden: true,
        },
      ]),
      'plan.pptx',
    );
    expect(pages.map(page => page.text)).toEqual([
      'Voyage plan\n\nFirst leg\n\n[Notes] Say nothing of the second leg.',
      '[Hidden slide]\n\nPort\tDay\nExample Roads\t3',
    ]);
    expect(outcome).toMatchObject({
      summary: {
        outline: [{ title: 'Voyage plan', pageIndex: 0, level: 0 }],
        metadata: { slides: '2' },
        warnings: ['The presentation hides slide 2; it was read like the others.'],
      },
    });
  });

  test('gives comments with their authors, charts, words of the master, and files as parts', async () => {
    const { outcome, pages, parts } = await extractHere(
      makePptx(
        [
          {
            shapes: `${shape('Figures')}<p:graphicFrame><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="ch"/></p:graphicFrame>`,
            more: [
              ['ch', 'chart', '../charts/chart1.xml'],
              ['co', 'comments', '../comments/comment1.xml'],
              ['rm', 'image', 'http://192.0.2.1/beacon.png', 'External'],
            ],
          },
        ],
        {
          'ppt/charts/chart1.xml': `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:ser><c:tx><c:v>Coal</c:v></c:tx><c:cat><c:v>May</c:v><c:v>June</c:v></c:cat><c:val><c:v>10</c:v><c:v>20</c:v></c:val></c:ser></c:chartSpace>`,
          'ppt/commentAuthors.xml': `<p:cmAuthorLst ${P}><p:cmAuthor id="4" name="B. Example"/></p:cmAuthorLst>`,
          'ppt/comments/comment1.xml': `<p:cmLst ${P}><p:cm authorId="4" dt="2026-03-01T10:00:00"><p:text>Too high?</p:text></p:cm></p:cmLst>`,
          'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${P}>${shape('Click to edit', 'title')}${shape('Example Co. — internal')}</p:sldMaster>`,
          'ppt/embeddings/book.xlsx': 'book',
        },
      ),
      'figures.pptx',
    );
    expect(pages.map(page => page.text)).toEqual([
      'Figures\n\n\tMay\tJune\nCoal\t10\t20\n\n[Comment by B. Example, 2026-03-01T10:00:00] Slide 1: Too high?',
      'Example Co. — internal',
    ]);
    expect(parts.map(part => [part.name, part.disposition])).toEqual([['book.xlsx', 'attachment']]);
    expect(outcome).toMatchObject({
      summary: {
        remarks: [{ kind: 'comment', author: 'B. Example', at: '2026-03-01T10:00:00', text: 'Slide 1: Too high?' }],
        warnings: [expect.stringContaining('http://192.0.2.1/beacon.png')],
      },
    });
  });

  test('that lacks a slide says so and keeps the numbers of the others; a bomb is refused', async () => {
    const gap = makePptx([{ shapes: shape('one') }, { shapes: shape('two') }], {
      'ppt/_rels/presentation.xml.rels': relationships(
        ['s0', 'slide', 'slides/gone.xml'],
        ['s1', 'slide', 'slides/slide1.xml'],
      ),
    });
    const { outcome, pages } = await extractHere(gap, 'gap.pptx');
    expect(pages.map(page => page.text)).toEqual(['', 'two']);
    expect(outcome).toMatchObject({ summary: { warnings: ['Slide 1 is missing from the presentation.'] } });

    const bomb = makePptx([{ shapes: `${shape('x')}<!--${' '.repeat(5_000_000)}-->` }]);
    for (const bytes of [bomb, understateSizes(bomb)])
      expect((await extractHere(bytes, 'bomb.pptx')).outcome).toMatchObject({ problem: { code: 'too-large' } });
  });
});
