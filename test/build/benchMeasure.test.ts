// How a measurement compares texts, and where it takes passwords from.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { landOnPage, noLandings } from '../../build/measure/landHits.ts';
import { readPasswords } from '../../build/measure/passwords.ts';
import { shareOfWords } from '../../build/measure/wordShare.ts';
import { seededRandom } from '../../build/bench/seededRandom.ts';

const folder = mkdtempSync(join(tmpdir(), 'probatum-measure-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['order and case play no part', 'The Crane lifts', 'lifts THE crane', 3, 3],
  ['each occurrence is wanted', 'coal coal coal', 'coal and coal', 3, 2],
  ['a word broken at a line’s end counts joined', 'a trans-\nfer', 'a transfer', 2, 2],
  ['… or in its two parts', 'a ship-\nowner', 'a ship-owner', 2, 2],
  ['… and is missed when half of it is', 'ship-\nowner', 'ship', 1, 0],
  ['ligatures and full-width forms are folded', 'ﬁle ＡＢ１', 'file ab1', 2, 2],
  ['Chinese is compared by character, wherever the line breaks', '北京\n时间', '北京时间', 4, 4],
  ['Korean is compared by word', '거래를 중단', '거래를 계속', 2, 1],
  ['a text without words wants nothing', '— … —', 'anything', 0, 0],
])('%s', (_, wanted, ours, count, found) => {
  expect(shareOfWords(wanted, ours)).toEqual({ wanted: count, found });
});

test('hits land where the viewer has the words, and are counted where it has not', () => {
  const landings = noLandings();
  landOnPage(landings, 'the crew of the vessel', 'the crew of\nthe vessel', 'here', seededRandom(1));
  expect(landings).toMatchObject({ pages: 1, hits: 5, exact: 5, present: 5, presentLanded: 5, missed: [] });
  landOnPage(landings, 'quite other', 'zzz', 'there', seededRandom(1));
  expect(landings).toMatchObject({ pages: 2, hits: 7, exact: 5, present: 5, presentLanded: 5 });
});

test('passwords are found by the place of their table, under either name; a table without them is refused', () => {
  const table = join(folder, 'index.tsv');
  writeFileSync(table, 'path\tbytes\tuser_password\na.pdf\t1\topen sesame\nsub/b.pdf\t2\t\n');
  expect(readPasswords([table])).toEqual(new Map([[join(folder, 'a.pdf'), 'open sesame']]));
  writeFileSync(table, 'path\tbytes\n');
  expect(() => readPasswords([table])).toThrow('has no columns');
});
