import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Figure, figureNumeral } from '../../../../shared/domain/figure.ts';
import {
  compileReport,
  type FigureGround,
  figureSourceLine,
  type FigurePage,
  figuresOfReport,
  type ReportFigure,
  reportFingerprint,
} from '../../../../shared/domain/report/index.ts';
import { columnShares } from '../../../../shared/domain/report/tableShares.ts';
import { at, exampleExhibit, exampleInput, id } from './reportExample.ts';

const page = (exhibitNumber: number, given: Partial<FigurePage> = {}): FigurePage => ({
  exhibitNumber,
  otherCase: null,
  mediaType: 'application/pdf',
  pageIndex: 0,
  pageLabel: null,
  ...given,
});

const ground = (number: number, given: Partial<FigureGround> = {}): FigureGround => ({
  exhibit: exampleExhibit(number),
  otherCase: null,
  pageIndex: 1,
  pageLabel: null,
  stands: true,
  ...given,
});

function exampleFigure(number: number, given: Partial<Figure> = {}, more: Partial<ReportFigure> = {}): ReportFigure {
  return {
    figure: Figure.parse({
      id: id('fig', number),
      caseId: id('cas', 1),
      findingId: null,
      kind: 'chart',
      caption: `Invented ties ${number}`,
      sourceLine: 'Source: EX-0001, p. 2, annotated by the team.',
      altText: 'Two boxes with a line between them.',
      pngSha256: 'a'.repeat(64),
      widthPx: 800,
      heightPx: 600,
      table: { columns: ['From', 'To'], rows: [['Paper Lantern Ltd', 'Blue Heron'], ['Only one cell']] },
      entityIds: [],
      citationIds: [],
      position: number,
      createdAt: at,
      createdBy: 'A. Tester',
      withdrawnAt: null,
      ...given,
    }),
    grounds: [ground(1)],
    namesSource: false,
    ...more,
  };
}

const [first, second] = exampleInput().findings;
const inFinding = (number: number, findingId = first?.id) => exampleFigure(number, { findingId: findingId ?? null });
const compiled = (figures: ReportFigure[], given: Parameters<typeof exampleInput>[0] = {}) =>
  compileReport(exampleInput({ figures, ...given }));
const sentences = (figures: ReportFigure[], given: Parameters<typeof exampleInput>[0] = {}) =>
  compiled(figures, given).problems.flatMap(problem => (problem.figureId ? [problem.sentence] : []));

describe('the source line', () => {
  test('names exhibits and printed pages in order, once each', () => {
    expect(
      figureSourceLine([
        page(4, { pageIndex: 8 }),
        page(1, { pageIndex: 1 }),
        page(4, { pageIndex: 5, pageLabel: 'iv' }),
        page(1, { pageIndex: 1 }),
        page(3, { otherCase: 'C-2026-002' }),
      ]),
    ).toBe(
      'Source: EX-0001, p. 2; EX-0004, p. iv (PDF 6) and p. 9; EX-0003 of C-2026-002, p. 1, annotated by the team.',
    );
  });

  test('is empty where nothing is cited', () => {
    expect(figureSourceLine([])).toBe('');
  });

  test('fits into its field, whatever it rests on, and says what it leaves out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ number: fc.integer({ min: 1, max: 2000 }), pageIndex: fc.nat(900) }), { maxLength: 1500 }),
        given => {
          const line = figureSourceLine(given.map(({ number, pageIndex }) => page(number, { pageIndex })));
          expect(line.length).toBeLessThanOrEqual(4000);
          const exhibits = new Set(given.map(({ number }) => number)).size;
          const named = line.match(/EX-\d{4}/g)?.length ?? 0;
          const left = Number(/; and (\d+) more exhibit/.exec(line)?.[1] ?? 0);
          expect(named + left).toBe(exhibits);
        },
      ),
      { numRuns: 30 },
    );
  });
});

test('the shares of a table make a hundred, and no column has none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 1, maxLength: 20 }),
      fc.array(fc.array(fc.string(), { maxLength: 20 }), { maxLength: 8 }),
      (labels, rows) => {
        const shares = columnShares(labels, rows);
        expect(shares).toHaveLength(labels.length);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
        expect(Math.min(...shares)).toBeGreaterThan(0);
      },
    ),
  );
});

test('a column has room for its longest word where there is room for all', () => {
  const shares = columnShares(
    ['What', 'How sure', 'Citations'],
    [['Long words on what happened at sea. '.repeat(4), 'confirmed', '4']],
  );
  expect(shares[1]).toBeGreaterThanOrEqual('confirmed'.length + 2);
  expect(shares[2]).toBeGreaterThanOrEqual('Citations'.length + 2);
  expect(shares[0]).toBeGreaterThan(60);
});

test('numerals read back as their numbers', () => {
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  const read = (numeral: string) =>
    [...numeral].reduce((sum, sign, place, all) => {
      const [value = 0, next = 0] = [values[sign], values[all[place + 1] ?? '']];
      return sum + (value < next ? -value : value);
    }, 0);
  fc.assert(fc.property(fc.integer({ min: 1, max: 399 }), count => read(figureNumeral(count)) === count));
});

describe('figures in a report', () => {
  test('stand with their finding, else in the annex, and count through the whole report', () => {
    const { document } = compiled([exampleFigure(1), inFinding(2, second?.id), inFinding(3)]);
    expect(figuresOfReport(document).map(({ block, section }) => [block.numeral, block.caption, section.id])).toEqual([
      ['I', 'Invented ties 3', 'F-1'],
      ['II', 'Invented ties 2', 'F-2'],
      ['III', 'Invented ties 1', 'annex-d'],
    ]);
  });

  test('each has its table in the annex, whole rows, led to from the picture', () => {
    const { document } = compiled([inFinding(1)]);
    const [figure] = figuresOfReport(document);
    const table = document.sections
      .find(section => section.id === 'annex-d')
      ?.blocks.find(block => block.type === 'table');
    expect(table).toMatchObject({ id: figure?.block.tableId, caption: 'Figure I as a table. Invented ties 1' });
    expect(table?.type === 'table' && table.rows.map(row => row.length)).toEqual([2, 2]);
  });

  test('leave the numbers of paragraphs and notes, and a report without any, as they were', () => {
    const numbers = ({ document }: ReturnType<typeof compileReport>) =>
      document.sections.flatMap(section =>
        section.blocks.flatMap(block => (block.type === 'paragraph' && block.number !== null ? block.number : [])),
      );
    const without = compiled([]);
    const withFigures = compiled([inFinding(1), exampleFigure(2)]);
    expect(numbers(withFigures)).toEqual(numbers(without));
    expect(withFigures.document.footnotes).toEqual(without.document.footnotes);
    expect(without.document.sections.map(section => section.id)).not.toContain('annex-d');
  });

  test('carry no bytes, and another picture makes another edition', () => {
    const { document } = compiled([inFinding(1)]);
    expect(JSON.stringify(document.sections)).toContain('a'.repeat(64));
    const other = compiled([exampleFigure(1, { findingId: first?.id ?? null, pngSha256: 'b'.repeat(64) as never })]);
    expect(reportFingerprint(compiled([inFinding(1)]).document)).toBe(reportFingerprint(document));
    expect(reportFingerprint(other.document)).not.toBe(reportFingerprint(document));
  });

  test('bring their exhibits into annex A, and the strictest of their marks to the head', () => {
    const red = exampleExhibit(6, { handlingMark: 'TLP:RED' });
    const exhibits = [...exampleInput().exhibits.slice(0, 3), exampleExhibit(4), exampleExhibit(5), red];
    const { document } = compiled([exampleFigure(1, {}, { grounds: [ground(6, { exhibit: red })] })], { exhibits });
    expect(document.exhibits.map(exhibit => exhibit.number)).toContain('EX-0006');
    expect(document.masthead.handlingMark).toBe('TLP:RED');
    expect(compiled([], { exhibits }).document.masthead.handlingMark).toBe('TLP:AMBER');
  });

  test('that rest on what is withheld go without picture and table; the caption stays', () => {
    const { document } = compiled([inFinding(1)], { withheld: new Map([[exampleExhibit(1).id, 'TLP:RED']]) });
    expect(figuresOfReport(document)[0]?.block).toMatchObject({
      caption: 'Invented ties 1',
      picture: null,
      tableId: null,
      withheld: 'The picture is left out: it rests on EX-0001 (TLP:RED).',
    });
    expect(JSON.stringify(document)).not.toContain('Blue Heron');
    expect(JSON.stringify(document)).not.toContain('Two boxes');
  });

  test('that spell out a confidential name go without picture; the table, where names are replaced, stays', () => {
    const { document } = compiled([exampleFigure(1, {}, { namesSource: true })]);
    expect(figuresOfReport(document)[0]?.block).toMatchObject({ picture: null, tableId: 'figure-I-table' });
  });

  test('say what was withdrawn under them since', () => {
    const grounds = [ground(1, { stands: false }), ground(2, { exhibit: exampleExhibit(2, { withdrawnAt: at }) })];
    const { document } = compiled([exampleFigure(1, {}, { grounds })]);
    const words = JSON.stringify(document);
    expect(words).toContain('Figure I: 1 citation that it rests on was withdrawn since it was made.');
    expect(words).toContain('Figure I: EX-0002, which it rests on, was withdrawn.');
  });
});

describe('problems of figures', () => {
  test('a figure that is in order has none', () => {
    expect(sentences([exampleFigure(1)])).toEqual([]);
  });

  test('a missing source, words that only repeat the caption, an empty table, nothing cited', () => {
    const table = { columns: [], rows: [] };
    expect(
      sentences([exampleFigure(1, { sourceLine: ' ', altText: 'Invented ties 1', table }, { grounds: [] })]),
    ).toEqual([
      'The words for those who do not see Figure I only repeat its caption.',
      'Figure I names no source.',
      'Figure I has no table that says the same.',
      'Figure I rests on no citation.',
    ]);
  });

  test('an exhibit that the source line leaves out, is withdrawn, doubtful, stricter or of another case', () => {
    const exhibit = exampleExhibit(2, { withdrawnAt: at, authenticity: 'doubtful', handlingMark: 'TLP:RED' });
    expect(
      sentences([
        exampleFigure(1, {}, { grounds: [ground(1, { stands: false }), ground(2, { exhibit, otherCase: 'C-2' })] }),
      ]),
    ).toEqual([
      'The source line of Figure I does not name EX-0002 of C-2.',
      'Figure I rests on 1 citation withdrawn since it was made. Make it anew.',
      'Figure I rests on EX-0002 of C-2, which was withdrawn.',
      'Figure I rests on EX-0002 of C-2, whose authenticity is doubtful.',
      'Figure I rests on EX-0002 of C-2, which is marked TLP:RED, stricter than the case.',
      'Figure I rests on EX-0002 of C-2, an exhibit of another case, which does not go with this report. Admit it to this case.',
    ]);
  });
});
