import { Database } from '@signalapp/sqlcipher';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { indexTokens, toFtsPhrase, toIndexText } from '../../../../shared/domain/text/index.ts';

describe('index tokens', () => {
  it.each([
    ['words of scripts with spaces', 'M/V Example-Star, 2,000 t', ['m', 'v', 'example', 'star', '2', '000', 't']],
    [
      'each ideograph, kana and syllable alone',
      '北朝鮮のABC 북한에서',
      ['北', '朝', '鮮', 'の', 'abc', '북', '한', '에', '서'],
    ],
    ['Thai by cluster', 'กั้น', ['กั้น'.slice(0, 3), 'น']],
    ['Devanagari as whole words', 'हिन्दी भाषा', ['हिन्दी', 'भाषा']],
    ['nothing from punctuation', ' … — !', []],
  ])('%s', (_rule, text, expected) => {
    expect(indexTokens(text)).toEqual(expected);
  });

  it('gives no phrase for punctuation alone', () => {
    expect(toFtsPhrase('—!')).toBeNull();
    expect(toFtsPhrase('북한')).toBe('"북 한"');
    expect(toFtsPhrase('Tank', true)).toBe('"tank" *');
  });
});

describe('FTS5 with unicode61', () => {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE page USING fts5(words, tokenize = "unicode61 remove_diacritics 0")`);
  db.exec(`CREATE VIRTUAL TABLE token USING fts5vocab(page, 'instance')`);
  afterAll(() => db.close());

  const asStored = (text: string) => {
    db.exec('DELETE FROM page');
    db.prepare('INSERT INTO page VALUES (?)').run([toIndexText(text)]);
    return db
      .prepare('SELECT term FROM token ORDER BY offset')
      .all()
      .map(row => row.term);
  };

  const mixed = fc
    .array(
      fc.constantFrom(
        'vessel',
        'É',
        'ß',
        '북한',
        '石炭',
        'の',
        'ё',
        'йод',
        'ไทย',
        'ខ្មែរ',
        'हिन्दी',
        'مُحمد',
        '٣',
        '-',
        '\n',
        ' ',
        '.',
        '"',
        "'",
        '*',
        '7',
        'Ⅷ',
        '𠮷',
        'ﬁ',
        '😀',
      ),
      { maxLength: 25 },
    )
    .map(pieces => pieces.join(''));

  it('sees exactly our tokens, in number and order', () => {
    fc.assert(
      fc.property(mixed, text => {
        expect(asStored(text)).toEqual(
          toIndexText(text)
            .split(' ')
            .filter(token => token !== ''),
        );
        expect(asStored(text)).toHaveLength(indexTokens(text).length);
      }),
      { numRuns: 150 },
    );
  });

  it('finds every piece of a text by its phrase', () => {
    fc.assert(
      fc.property(mixed, fc.nat(), fc.nat(), (text, from, length) => {
        const tokens = indexTokens(text);
        const piece = tokens
          .slice(from % (tokens.length + 1))
          .slice(0, 1 + (length % 4))
          .join(' ');
        const phrase = toFtsPhrase(piece);
        if (phrase === null) return;
        asStored(text);
        expect(db.prepare('SELECT count(*) AS found FROM page WHERE page MATCH ?').get([phrase])).toEqual({ found: 1 });
      }),
      { numRuns: 150 },
    );
  });
});
