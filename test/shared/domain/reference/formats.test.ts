/** Records through CSL-JSON, RIS and BibTeX and back: no field is lost, whatever it holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCslJson, writeCslJson } from '../../../../shared/domain/reference/cslJson.ts';
import {
  CSL_DATES,
  CSL_NAMES,
  CSL_TYPES,
  type CslItem,
  type ReadReference,
} from '../../../../shared/domain/reference/cslItem.ts';
import { readBibtex } from '../../../../shared/domain/reference/readBibtex.ts';
import { readRis } from '../../../../shared/domain/reference/readRis.ts';
import { writeBibtex } from '../../../../shared/domain/reference/writeBibtex.ts';
import { writeRis } from '../../../../shared/domain/reference/writeRis.ts';

type Format = 'csl-json' | 'bibtex' | 'ris';

const writers = { 'csl-json': writeCslJson, bibtex: writeBibtex, ris: writeRis };
const readers = { 'csl-json': readCslJson, bibtex: readBibtex, ris: readRis };

function inPieces(text: string, size: number): () => AsyncIterable<string> {
  return async function* pieces() {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
  };
}

async function readAll(format: Format, text: string, size = 4096): Promise<ReadReference[]> {
  const read: ReadReference[] = [];
  for await (const one of readers[format](inPieces(text, size))) read.push(one);
  return read;
}

async function through(format: Format, items: readonly CslItem[], size: number): Promise<unknown[]> {
  const text = [...writers[format](items)].join('');
  return (await readAll(format, text, size)).map(one => ('item' in one ? one.item : one.problem));
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'{}\\"@#%$&_^~-,=/ \n\ta북선é'), minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    'Order No. {12',
    'a -- b --- c',
    "''quoted``",
    '@article{x,',
    'ER  - ',
    'TY  - JOUR',
    'A, B and C',
    '  spaced  ',
  ),
);
const name = fc.oneof(
  fc.record({ literal: words }),
  fc.record({ family: words, given: words }),
  fc.record(
    { family: words, given: words, suffix: words, 'non-dropping-particle': words, 'dropping-particle': words },
    { requiredKeys: ['family'] },
  ),
);
const date = fc.oneof(
  fc.record({
    'date-parts': fc.array(fc.array(fc.integer({ min: 0, max: 2030 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({ 'date-parts': fc.constant([[2021, 3, 7]]), circa: fc.boolean() }),
  fc.record({ literal: words }),
  fc.record({ raw: words, season: fc.integer({ min: 1, max: 4 }) }),
  fc.constantFrom('2021-03~', '2020/2021', '2017-11-26?'),
);
const plain = [
  'title',
  'container-title',
  'publisher',
  'DOI',
  'URL',
  'ISSN',
  'ISBN',
  'note',
  'abstract',
  'keyword',
  'page',
  'volume',
  'archive',
];
const item: fc.Arbitrary<CslItem> = fc
  .tuple(
    fc.record({ id: words, type: fc.constantFrom(...CSL_TYPES) }),
    fc.dictionary(fc.constantFrom(...plain), fc.oneof(words, fc.integer({ min: 0, max: 9999 })), { maxKeys: 6 }),
    fc.dictionary(fc.constantFrom(...CSL_NAMES), fc.array(name, { minLength: 1, maxLength: 3 }), { maxKeys: 3 }),
    fc.dictionary(fc.constantFrom(...CSL_DATES), date, { maxKeys: 3 }),
    fc.dictionary(
      fc.constantFrom('x-unknown', 'residue', 'custom', 'shortTitle'),
      fc.oneof(words, fc.record({ inner: fc.array(words) })),
      { maxKeys: 2 },
    ),
  )
  .map(([base, texts, names, dates, others]) => ({ ...base, title: 'T', ...texts, ...names, ...dates, ...others }));

describe.each<Format>(['csl-json', 'bibtex', 'ris'])('%s', format => {
  it('gives back every field of every record, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 900 }),
        async (items, size) => {
          expect(await through(format, items, size)).toEqual(items);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes the same bytes of the same records, and of what was read back', async () => {
    await fc.assert(
      fc.asyncProperty(item, async one => {
        const first = [...writers[format]([one])].join('');
        const [read] = await readAll(format, first);
        expect(read && 'item' in read ? [...writers[format]([read.item])].join('') : read).toBe(first);
      }),
      { numRuns: 200 },
    );
  });

  it('reads any text without failing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'@{}()"#,=\\ \n[]:TYER- a1'), maxLength: 300 }),
        async text => {
          for (const one of await readAll(format, text, 7)) expect(one.row).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the formats of others', () => {
  it('a plain record needs no residue', () => {
    const report: CslItem = {
      id: 'EX-0001',
      type: 'article-journal',
      title: 'Ship-to-ship transfers',
      author: [{ family: 'Byrne', given: 'Ana' }, { literal: 'Harbour Office' }],
      'container-title': 'Journal of Trade',
      issued: { 'date-parts': [[2021, 3, 7]] },
      page: '12-19',
      DOI: '10.1000/182_x',
    };
    expect([...writeBibtex([report]), ...writeRis([report])].join('')).not.toContain('probatum-csl');
  });
});
