/** CSL-JSON as others write it, and as a hostile file would. */
import { expect, it } from 'vitest';
import { readReferences, ReferenceMatcher, recordOfItem } from '../../../../shared/domain/reference/index.ts';
import type { ReadReference } from '../../../../shared/domain/reference/index.ts';

async function readAll(text: string, size = 13): Promise<ReadReference[]> {
  const all: ReadReference[] = [];
  const open = async function* pieces() {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
  };
  for await (const one of readReferences('csl-json', open)) all.push(one);
  return all;
}

it('a list, a list under a key, or a single record, with a mark of the encoding before it', async () => {
  const item = { id: 'a', type: 'book', title: 'One' };
  for (const text of [JSON.stringify([item]), JSON.stringify({ items: [item] }), JSON.stringify(item, null, 2)])
    expect(await readAll(`\uFEFF${text}`)).toEqual([{ row: 1, item }]);
});

const FACTS = {
  number: 'EX-0001',
  caseReference: 'C-1',
  title: 'One',
  fileName: 'one.pdf',
  mediaType: 'application/pdf',
  sourceName: null,
  publishedOn: null,
  obtainedOn: null,
  obtainedHow: '',
  languages: [],
  pageCount: 1,
  sha256: 'a'.repeat(64),
  handlingMark: 'TLP:GREEN',
};

it('fields of wrong types cost neither the record nor the search for its exhibit', async () => {
  const wrong = [
    { id: 7, type: ['book'], title: { of: 'x' }, author: 'Byrne', issued: 2021, URL: null, note: 3, DOI: [] },
    { type: 'book', title: 5, author: [null, 7, { family: {} }, { family: 'Byrne' }], issued: { 'date-parts': 'x' } },
    { type: 'book', custom: 'none', issued: '2021-13-45', 'date-parts': [[]], archive: {}, archive_location: 1 },
  ];
  const read = await readAll(JSON.stringify(wrong));
  expect(read).toEqual(wrong.map((item, at) => ({ row: at + 1, item })));
  const matcher = new ReferenceMatcher([{ exhibitId: 'exh-1', facts: FACTS, record: wrong[0] ?? null }]);
  for (const one of read) {
    if (!('item' in one)) throw new Error(one.problem);
    expect(matcher.candidates(one.item)).toEqual([]);
    expect(recordOfItem(one.item, FACTS)).not.toBeNull();
  }
});

it('what is no record is told by its row, and costs no other', async () => {
  const deep = `{"type":"book","x":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  const long = JSON.stringify({ type: 'book', title: 'x'.repeat(200_001) });
  const text = `[null,"words",[{"type":"book"}],{},${deep},${long},{"type":"book","title":"Kept","__proto__":{"id":1}},{"type":`;
  expect(await readAll(text, 997)).toEqual([
    { row: 1, problem: 'This is no record of a work.' },
    { row: 2, problem: 'This is no record of a work.' },
    { row: 3, problem: 'This is no record of a work.' },
    { row: 4, problem: 'This record has neither a type nor a title, so it is none of a work.' },
    { row: 5, problem: 'This record is nested deeper than any of its kind.' },
    { row: 6, problem: 'This record is longer than 200000 characters.' },
    { row: 7, item: expect.objectContaining({ type: 'book', title: 'Kept' }) as unknown },
    { row: 8, problem: 'The file breaks off: its last record is not complete.' },
  ]);
});
