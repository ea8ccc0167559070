import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findArea } from '../../../../../shared/domain/sheetQuote.ts';
import { sheetText } from '../../../../../shared/domain/sheet.ts';
import { Selection } from '../../../../../shared/domain/passage.ts';
import { landOnCells, PageCellLights } from '../../../../../renderer/reader/frame/sheet/cellLights.ts';
import {
  areaBetween,
  cellSpan,
  clipboardText,
  selectCells,
  selectWords,
} from '../../../../../renderer/reader/frame/sheet/cellSelection.ts';
import { readSheetPage } from '../../../../../renderer/reader/frame/sheet/sheetPage.ts';

const place = { name: 'Crew', firstRow: 0, firstColumn: 0, isHidden: false };
const pageOf = (rows: string[][]) => readSheetPage({ index: 4, text: sheetText(rows), sheet: place });
const crew = pageOf([
  ['Name', 'Born', 'Rank'],
  ['Choe', '1960', 'Master'],
  ['', '', ''],
  ['Ri', '1960', 'Bosun\nsince 2019'],
]);

describe('cells that are selected', () => {
  test('are quoted as their cells alone, with where on the page they stand', () => {
    const area = { top: 1, left: 0, bottom: 3, right: 1 };
    expect(selectCells(crew, area)).toEqual({
      selection: {
        kind: 'words',
        pageIndex: 4,
        quote: { exact: 'Choe\t1960\n\nRi\t1960', prefix: 'Name\tBorn\tRank\n', suffix: '\tBosun\u2028since 2019' },
        rects: [],
        share: 15 / crew.text.length,
      },
      area,
      clipped: false,
    });
  });

  test('are those of them that hold something; an empty area is no selection', () => {
    expect(selectCells(crew, { top: 2, left: 0, bottom: 3, right: 0 })?.area).toEqual({
      top: 3,
      left: 0,
      bottom: 3,
      right: 0,
    });
    expect(selectCells(crew, { top: 2, left: 0, bottom: 2, right: 9 })).toBeNull();
  });

  test('run from either corner', () => {
    const [a, b] = [
      { pageIndex: 4, row: 3, column: 0 },
      { pageIndex: 4, row: 1, column: 2 },
    ];
    expect(areaBetween(a, b)).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
  });

  test('are clipped to what a passage holds, by whole rows, then by cells, then within one', () => {
    const long = 'x'.repeat(15_000);
    const many = pageOf(Array.from({ length: 300 }, (_, row) => [`row ${row}`, 'y'.repeat(200)]));
    const [rows, cells, one] = [
      selectCells(many, { top: 0, left: 0, bottom: 299, right: 1 }),
      selectCells(pageOf([[long, long]]), { top: 0, left: 0, bottom: 0, right: 1 }),
      selectCells(pageOf([['z'.repeat(30_000)]]), { top: 0, left: 0, bottom: 0, right: 0 }),
    ];
    expect([rows, cells, one].map(selected => selected?.clipped)).toEqual([true, true, true]);
    expect(rows?.area.bottom).toBeGreaterThan(80);
    expect(cells?.area).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
    for (const selected of [rows, cells, one]) expect(Selection.safeParse(selected?.selection).success).toBe(true);
  });

  test('words of one cell are quoted as words, without the blanks around them', () => {
    const { start } = cellSpan(crew, { row: 3, column: 2 });
    const selection = selectWords(crew, { start: start + 5, end: start + 12 });
    expect(selection).toMatchObject({
      quote: { exact: 'since', suffix: ' 2019' },
      share: (start + 6) / crew.text.length,
    });
  });

  test('go to the clipboard as other programs take them', () => {
    expect(clipboardText(crew, { top: 2, left: 1, bottom: 3, right: 2 })).toBe('\t\n1960\t"Bosun\nsince 2019"');
  });

  test('whatever is selected is found again where it stood, and just its cells are lit', () => {
    const cell = fc.constantFrom('', 'a', 'b', 'a b', '1960', '최철민', 'x\ny');
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.nat(4),
        fc.nat(5),
        fc.nat(4),
        (rows, top, left, height, width) => {
          const page = pageOf(rows);
          const selected = selectCells(page, { top, left, bottom: top + height, right: left + width });
          if (selected === null || selected.selection.kind !== 'words') return;
          const { quote, share = 0 } = selected.selection;
          const start = Math.round(share * page.text.length);
          const found = findArea(page.text, quote, start);
          expect(found?.start).toBe(start);
          const landed = landOnCells(page, quote, { start, end: found?.end ?? start });
          expect(landed?.area).toEqual(selected.area);
          const lights = new PageCellLights();
          if (landed !== null) lights.add(page, 'target', landed);
          for (const [row, cells] of page.rows.entries()) {
            for (const [column, text] of cells.entries()) {
              const { area } = selected;
              const isIn = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
              expect(lights.of(row, column).length).toBe(isIn && text !== '' ? 1 : 0);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('lights in cells', () => {
  test('words that run over cells light each of them in part', () => {
    const lights = new PageCellLights();
    const start = crew.text.indexOf('oe\t1960');
    lights.add(crew, 'found', { span: { start, end: start + 9 }, area: null });
    expect([lights.of(1, 0), lights.of(1, 1), lights.of(1, 2), lights.of(3, 0)]).toEqual([
      [{ light: 'found', start: 2, end: 4, isWhole: false }],
      [{ light: 'found', start: 0, end: 4, isWhole: true }],
      [{ light: 'found', start: 0, end: 1, isWhole: false }],
      [],
    ]);
  });

  test('equal cells are told apart by where they stood, else by what stands around them', () => {
    const second = crew.text.lastIndexOf('1960');
    const quote = { exact: '1960', prefix: '', suffix: '' };
    expect(landOnCells(crew, quote, { start: second, end: second + 4 })?.span.start).toBe(second);
    expect(landOnCells(crew, { ...quote, prefix: 'Ri\t' }, null)?.span.start).toBe(second);
  });

  test('words that are not there light nothing', () => {
    expect(landOnCells(crew, { exact: 'Golden Delta Holdings', prefix: '', suffix: '' }, null)).toBeNull();
  });
});
