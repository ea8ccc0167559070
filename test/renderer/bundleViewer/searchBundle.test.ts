/** The viewer's search over an index as the export writes it; only the running of scripts is stood in for. */
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { searchEntries } from '../../../shared/domain/bundle/searchEntries.ts';
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import { matchesPage, parseQuery } from '../../../shared/domain/search/index.ts';
import { type SearchFound, searchBundle } from '../../../renderer/bundleViewer/content/searchBundle.ts';
import { exerciseCase, exerciseParts } from '../../support/exerciseBundle.ts';

const scripts = new Map<string, unknown>();
vi.mock('../../../renderer/bundleViewer/content/remembered.ts', () => ({
  loadParsed: async (key: string, parse: (untrusted: unknown) => unknown) => {
    if (!scripts.has(key)) throw new Error(`${key} is not there`);
    return parse(scripts.get(key));
  },
}));

const viewer = { script: new Uint8Array(), style: new Uint8Array() };

async function index(pages: readonly (readonly string[])[] | null): Promise<void> {
  scripts.clear();
  const exhibits = exerciseCase.exhibits.filter(exhibit => exhibit.hasText);
  const invented = (pages ?? []).map(
    (texts, at): BundleExhibit => ({
      ...(exhibits[0] as BundleExhibit),
      number: `EX-${String(at + 1).padStart(4, '0')}`,
      pageCount: texts.length,
      textBlocks: [0],
    }),
  );
  const readText: typeof exerciseParts.readText = async (exhibit, block) =>
    pages === null
      ? exerciseParts.readText(exhibit, block)
      : {
          number: exhibit.number,
          method: '',
          firstPage: 0,
          pages: (pages[invented.indexOf(exhibit)] ?? []).map(text => ({ label: null, text })),
        };
  const parts = { ...exerciseParts, viewer, pdfAssets: () => [], readText };
  for await (const { path, bytes } of searchEntries(exerciseCase, pages === null ? exhibits : invented, parts)) {
    const words = new TextDecoder().decode(bytes as Uint8Array);
    const value = /^__probatum\.receive\("[^"]+",(.*)\);\n$/s.exec(words)?.[1] ?? 'null';
    scripts.set(path.slice('data/viewer/'.length, -'.js'.length), JSON.parse(value));
  }
}

async function found(query: string): Promise<SearchFound> {
  const answer = await searchBundle(query);
  if (!answer.ok) throw new Error(answer.message);
  return answer;
}
const pagesFor = async (query: string) =>
  (await found(query)).pages.map(({ exhibitNumber, pageIndex }) => `${exhibitNumber} ${pageIndex}`);
const placesFor = async (query: string) => (await found(query)).places.map(({ kind, title }) => `${kind}: ${title}`);

beforeEach(() => scripts.clear());

test('words are found on pages, in titles, names, claims and quotes, in any script', async () => {
  await index(null);
  expect(await pagesFor('haneul')).toEqual(['EX-0006 0']);
  expect(await pagesFor('"dry dock"')).toEqual(['EX-0003 0']);
  expect(await pagesFor('crew')).toEqual([]);
  expect(await placesFor('등대')).toEqual(['entity: 푸른 등대호', 'entity: Transfer off Nampo']);
  expect(await placesFor('남')).toEqual(['exhibit: EX-0002 하늘 7호, 남포 앞바다에서 환적', 'passage: EX-0002']);
  expect(await placesFor('lantern')).toEqual(
    expect.arrayContaining([
      'entity: Paper Lantern Shipping Ltd',
      'request: Paper Lantern Shipping Ltd',
      'finding: F-1 The MV Haneul 7 took on fuel from another ship under a new name',
    ]),
  );
});

test('what nobody wrote is not found, and what cannot be understood is told', async () => {
  await index(null);
  expect(await found('zeppelin')).toMatchObject({ pages: [], places: [], isExact: true });
  expect(await searchBundle('(dock')).toMatchObject({ ok: false, at: 0 });
  expect((await found('type:pdf dock')).warnings).toEqual([{ message: 'type: is not known here', at: 0 }]);
});

const word = fc.constantFrom('ship', 'ships', 'shipping', 'fuel', '남', '포', '남포', '남포항', '船', '船舶', '7', 'Ø');
const page = fc.array(word, { maxLength: 8 }).map(words => words.join(' '));
const term = fc.oneof(
  word,
  word.map(one => `${one}*`),
  fc.array(word, { minLength: 2, maxLength: 3 }).map(list => `"${list.join(' ')}"`),
);
const query = fc.oneof(
  term,
  fc.tuple(term, term).map(both => both.join(' ')),
  fc.tuple(term, term).map(both => both.join(' OR ')),
  fc.tuple(term, term).map(([left, right]) => `${left} NOT ${right}`),
  fc.tuple(word, word).map(([left, right]) => `${left} NEAR/2 ${right}`),
);

test('the index names every page that answers a query, and, where it says so, no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(page, { maxLength: 4 }), { maxLength: 4 }), query, async (exhibits, asked) => {
      await index(exhibits);
      const parsed = parseQuery(asked);
      const node = parsed.ok ? parsed.query.text : null;
      if (!node) return;
      const answer = await found(asked);
      const texts = new Map<string, string>(
        exhibits.flatMap((pages, at) =>
          pages.map((text, pageIndex) => [`EX-${String(at + 1).padStart(4, '0')} ${pageIndex}`, text] as const),
        ),
      );
      const named: string[] = answer.pages.map(({ exhibitNumber, pageIndex }) => `${exhibitNumber} ${pageIndex}`);
      const right = [...texts].filter(([, text]) => matchesPage(text, node)).map(([name]) => name);
      expect(named.filter(name => matchesPage(texts.get(name) ?? '', node))).toEqual(right);
      if (answer.isExact) expect(named).toEqual(right);
    }),
    { numRuns: 300 },
  );
});
