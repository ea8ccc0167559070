/** RIS as others write it. */
import { expect, it } from 'vitest';
import { readRis } from '../../../../shared/domain/reference/readRis.ts';

async function itemsOf(text: string): Promise<unknown[]> {
  const all: unknown[] = [];
  const open = async function* pieces() {
    for (let from = 0; from < text.length; from += 11) yield text.slice(from, from + 11);
  };
  for await (const one of readRis(open)) all.push('item' in one ? one.item : one);
  return all;
}

it('takes lines that go on, several of a kind, dates with strokes, and unknown tags', async () => {
  const text = [
    '\uFEFFProvider: somebody',
    'TY  - JOUR',
    'ID  - key1',
    'AU  - Byrne, Ana, Jr',
    'AU  - Harbour Office',
    'TI  - A title that',
    'goes on here',
    'T2  - Journal',
    'PY  - 2021',
    'DA  - 2021/03/07/about noon',
    'SP  - 12',
    'EP  - 19',
    'KW  - one',
    'KW  - two',
    'N1  - sha256: abc',
    'N1  - second',
    'L1  - internal-pdf://a.pdf',
    'ER  - ',
  ].join('\r\n');
  expect(await itemsOf(text)).toEqual([
    {
      id: 'key1',
      type: 'article-journal',
      author: [{ family: 'Byrne', given: 'Ana', suffix: 'Jr' }, { literal: 'Harbour Office' }],
      title: 'A title that goes on here',
      'container-title': 'Journal',
      issued: { 'date-parts': [[2021, 3, 7]] },
      page: '12-19',
      keyword: 'one, two',
      note: 'sha256: abc\nsecond',
      custom: { ris: { L1: ['internal-pdf://a.pdf'] } },
    },
  ]);
});

it('a record without its first line, without its end, or of an unknown type costs no other', async () => {
  expect(
    await itemsOf(
      'TY  - BOOK\nTI  - One\nTY  - NEWS\nTI  - Two\nER  -\nTI  - Stray\nAU  - X\nER  - \nTY  - ODD\rTI  - Three\rER  - ',
    ),
  ).toEqual([
    { type: 'book', title: 'One' },
    { type: 'article-newspaper', title: 'Two' },
    {
      row: 3,
      problem:
        '“TI  - Stray” stands in no record: its first line (TY) is missing. Up to the next record all was left out.',
    },
    { type: 'document', title: 'Three', custom: { ris: { TY: ['ODD'] } } },
  ]);
});
