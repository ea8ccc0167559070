import { describe, expect, it } from 'vitest';
import { describeQuote, landHit, locateInPages } from '../../../../shared/domain/anchoring/index.ts';

const HEADER = 'EXERCISE — Harbour authority of Sampleton — confidential\n';
const PAGES = [
  'The registry lists one owner, a company without an office, for the tanker.',
  'The insurance was cancelled in March, and the class society withdrew in April.',
  'A barge came alongside at night. The crew was told to write nothing down.',
].map((text, index) => `${HEADER}${text}\nPage ${index + 1} of 3`);

function quoteOn(pageIndex: number, words: string) {
  const page = PAGES[pageIndex] ?? '';
  const start = page.indexOf(words);
  return { quote: describeQuote(page, start, start + words.length), hint: { pageIndex, start } };
}

describe('locating a quote in pages', () => {
  it('finds it on its page', () => {
    const { quote, hint } = quoteOn(1, 'class society');
    expect(locateInPages(PAGES, quote, hint)).toMatchObject({ state: 'anchored', pageIndex: 1, start: hint.start });
  });

  it('finds it on another page and says that it moved', () => {
    const { quote, hint } = quoteOn(1, 'class society');
    expect(locateInPages(['a cover sheet', 'and another', ...PAGES], quote, hint)).toMatchObject({
      state: 'moved',
      pageIndex: 3,
    });
  });

  it('finds it without any hint', () => {
    expect(locateInPages(PAGES, quoteOn(2, 'barge').quote)).toMatchObject({ pageIndex: 2 });
  });

  it('keeps a header on its own page, and puts it on none if its page is not known', () => {
    const { quote, hint } = quoteOn(2, 'Harbour authority');
    const short = { ...quote, suffix: quote.suffix.slice(0, 20) };
    expect(locateInPages(PAGES, short, hint)).toMatchObject({ pageIndex: 2 });
    expect(locateInPages(PAGES, short)).toEqual({ state: 'orphaned' });
  });

  it('is orphaned when no page has it', () => {
    expect(locateInPages(PAGES, { exact: 'quite other words', prefix: '', suffix: '' })).toEqual({ state: 'orphaned' });
  });
});

describe('landing a hit in the viewer', () => {
  const page = 'coal here. Then a line. coal there. Then a line. coal again.';

  it('is exact where the surroundings say so', () => {
    const at = page.indexOf('coal there');
    expect(landHit(page.replaceAll(' ', '\n'), describeQuote(page, at, at + 4))).toMatchObject({
      start: at,
      certainty: 'exact',
    });
  });

  it('takes the equal word nearest to its share of the page, and says that this is only likely', () => {
    const quote = { exact: 'coal', prefix: '', suffix: '' };
    expect(landHit(page, quote, 0.9)).toEqual({
      start: page.lastIndexOf('coal'),
      end: page.lastIndexOf('coal') + 4,
      certainty: 'likely',
    });
  });

  it('shows a part where the words were torn apart', () => {
    expect(
      landHit('A: 4,200\nB: anthracite', { exact: 'bituminous anthracite', prefix: '', suffix: '' }),
    ).toMatchObject({
      start: 12,
      certainty: 'part',
    });
  });

  it('finds Arabic letters that a ligature put in another order', () => {
    expect(landHit('اخلطوط', { exact: 'الخطوط', prefix: '', suffix: '' })).toMatchObject({ start: 0, end: 6 });
  });

  it('is null where nothing of it stands', () => {
    expect(landHit('nothing of the kind', { exact: '석탄', prefix: '', suffix: '' })).toBeNull();
  });
});
