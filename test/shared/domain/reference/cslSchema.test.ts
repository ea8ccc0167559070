/**
 * What leaves as CSL-JSON is valid by the public schema of the Citation Style Language (csl-data.json, 1.0.2), written out here in
 * short: its types, its variables by kind, its names and dates, and no others.
 */
import Ajv from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivedItem, leavingItem, withheldItem } from '../../../../shared/domain/reference/exhibitItem.ts';
import { CSL_TYPES } from '../../../../shared/domain/reference/cslItem.ts';

const list = (words: string) => words.trim().split(/\s+/);
const types =
  list(`article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
  dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation manuscript
  map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post
  post-weblog regulation report review review-book software song speech standard thesis treaty webpage`);
const names =
  list(`author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author performer
  producer recipient reviewed-author script-writer series-creator translator`);
const dates = list('accessed available-date event-date issued original-date submitted');
const texts = list(`language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location
  archive-place authority call-number citation-key citation-label collection-title container-title container-title-short
  dimensions division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher
  original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre
  reviewed-title scale source status title title-short URL version volume-title volume-title-short year-suffix`);
const numbers =
  list(`chapter-number citation-number collection-number edition first-reference-note-number issue locator number
  number-of-pages number-of-volumes page page-first part printing section supplement volume`);
const of = (keys: string[], schema: object) => Object.fromEntries(keys.map(key => [key, schema]));
const text = { type: 'string' };
const word = { type: ['string', 'number'] };
const flag = { type: ['string', 'number', 'boolean'] };
const schema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      type: { enum: types },
      id: word,
      categories: { type: 'array', items: text },
      custom: { type: 'object' },
      ...of(texts, text),
      ...of(numbers, word),
      ...of(names, {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            ...of(list('family given dropping-particle non-dropping-particle suffix literal'), text),
            ...of(list('comma-suffix static-ordering parse-names'), flag),
          },
          additionalProperties: false,
        },
      }),
      ...of(dates, {
        type: 'object',
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', minItems: 1, maxItems: 3, items: word },
          },
          season: word,
          circa: flag,
          literal: text,
          raw: text,
          edtf: { type: 'string', pattern: '^[0-9.,%~X?/-]+$' },
        },
        additionalProperties: false,
      }),
    },
    required: ['type', 'id'],
    additionalProperties: false,
  },
};
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const edtf = fc.constantFrom(
  null,
  '2021',
  '2021-03',
  '2021-03-07',
  '2021-03~',
  '2019?',
  '201X',
  '2018/2020',
  '2018/..',
  '../2020%',
);
const facts = fc.record({
  number: fc.constantFrom('EX-0001', 'EX-QRTBA-0001'),
  caseReference: fc.string({ minLength: 1 }),
  title: fc.string({ minLength: 1 }),
  fileName: fc.string(),
  mediaType: fc.constantFrom('application/pdf', 'message/rfc822', 'image/png', 'text/html', 'text/csv'),
  sourceName: fc.option(fc.string({ minLength: 1 })),
  publishedOn: edtf,
  obtainedOn: edtf,
  obtainedHow: fc.constantFrom('', 'from https://e.example/a?b=c, by mail'),
  languages: fc.subarray(['ko', 'en']),
  pageCount: fc.integer({ min: 0, max: 3 }),
  sha256: fc.constant('a'.repeat(64)),
  handlingMark: fc.constantFrom('TLP:GREEN', 'TLP:RED'),
});

test('every exhibit makes a valid item, whole, withheld, or with what was taken over from a reference manager', () => {
  fc.assert(
    fc.property(facts, one => {
      const record = {
        id: 'zotero-1',
        author: [{ family: 'Byrne' }],
        publisher: 'P',
        note: 'n',
        issued: { literal: 'spring' },
      };
      const valid = validate([derivedItem(one), withheldItem(one, 'TLP:RED'), leavingItem(one, record)]);
      expect(validate.errors ?? []).toEqual([]);
      expect(valid).toBe(true);
    }),
  );
});

test('the types that we know are those of the schema', () => {
  expect([...CSL_TYPES].sort()).toEqual([...types].sort());
  expect(validate([{ id: 1, type: 'no-such-type' }])).toBe(false);
});
