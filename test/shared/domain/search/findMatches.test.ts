import { Database } from '@signalapp/sqlcipher';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  findMatches,
  matchesPage,
  parseQuery,
  type QueryNode,
  toFtsMatch,
} from '../../../../shared/domain/search/index.ts';
import { toIndexText } from '../../../../shared/domain/text/index.ts';

function query(input: string): QueryNode {
  const result = parseQuery(input);
  if (!result.ok || !result.query.text) throw new Error(`no words in ${input}`);
  return result.query.text;
}

const found = (page: string, input: string) =>
  findMatches(page, query(input)).map(({ start, end }) => page.slice(start, end));

describe('matches', () => {
  it.each([
    ['whole words, whatever their case and accents', 'Señor SENOR senorita', 'senor', ['Señor', 'SENOR']],
    ['words that begin so', 'tank tanker untanked', 'tank*', ['tank', 'tanker']],
    [
      'phrases across line ends and hyphenation',
      'port\nof Nam-\npo, port Nampo',
      '"port of nampo"',
      ['port\nof Nam-\npo'],
    ],
    ['Korean inside longer words', '북한에서 석탄을', '석탄', ['석탄']],
    ['one Chinese character', '中國船', '船', ['船']],
    ['both of AND, neither side of NOT', 'coal iron draft', 'coal iron NOT draft', ['coal', 'iron']],
    ['near words only where they are near', 'coal a nampo. b c d e f coal', 'NEAR(coal nampo, 1)', ['coal', 'nampo']],
    ['ligatures, mapped back to the whole character', 'oﬀshore oil', 'offshore', ['oﬀshore']],
  ])('%s', (_rule, page, input, expected) => {
    expect(found(page, input)).toEqual(expected);
  });

  it('finds thousands on a page of megabytes, up to its limit', () => {
    const page = '석탄 coal in the hold, '.repeat(60_000);
    expect(findMatches(page, query('coal OR 석탄'))).toHaveLength(10_000);
  });
});

describe('FTS5 and our own matching', () => {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE page USING fts5(words, tokenize = "unicode61 remove_diacritics 0")`);
  afterAll(() => db.close());

  const word = fc.constantFrom('coal', 'coaling', 'iron', 'É', 'e', '북한', '북', '石', '-', '.', '\n');
  const term = fc.constantFrom(
    'coal',
    'coal*',
    'iron',
    'é',
    '"coal iron"',
    '북한',
    '한',
    '石',
    '"iron 石"*',
    'NEAR(coal iron, 1)',
    'coal NEAR/2 북한',
    'NEAR(é iron "북", 0)',
  );
  const typed = fc
    .array(fc.tuple(fc.constantFrom('', 'AND', 'OR', 'NOT'), term), { minLength: 1, maxLength: 4 })
    .map(parts => parts.map(([operator, each], at) => (at === 0 ? each : `${operator} ${each}`)).join(' '));

  it('agree on which pages answer a query, and a page that does shows why', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), typed, (words, input) => {
        const page = words.join(' ');
        const node = query(input);
        db.exec('DELETE FROM page');
        db.prepare('INSERT INTO page VALUES (?)').run([toIndexText(page)]);
        const row = db.prepare('SELECT count(*) AS found FROM page WHERE page MATCH ?').get([toFtsMatch(node)]);
        expect({ page, input, found: matchesPage(page, node) }).toEqual({ page, input, found: row?.found === 1 });
        if (row?.found === 1) expect(findMatches(page, node).length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});
