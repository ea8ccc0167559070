/** The blocks of a report as paragraphs and tables of Word. */
import {
  BorderStyle,
  type FileChild,
  FootnoteReferenceRun,
  HeadingLevel,
  type ParagraphChild,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportBlock, ReportRun, ReportSection } from '../../../../shared/domain/report/index.ts';
import type { Pictures } from '../figurePictures.ts';
import { figureChildren } from './docxFigure.ts';
import { BULLETS, PARAGRAPHS, STEPS, TEXT_WIDTH } from './docxStyles.ts';
import { rowXml } from './tableRows.ts';

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export interface Surroundings {
  counters: {
    /** Each ordered list begins at (a) again. */
    steps: number;
    /** Numbers that Word wants different; the library would go on counting from one file to the next. */
    drawings: number;
  };
  pictures: Pictures;
  /** The rows of each table, put in once the library has written the rest. */
  rowsOfTables: string[];
}

export function sectionChildren(section: ReportSection, around: Surroundings): FileChild[] {
  return [
    new Paragraph({
      heading: headingLevels[section.level],
      pageBreakBefore: section.kind === 'annex',
      children: [new TextRun(section.title)],
    }),
    ...section.blocks.flatMap(block => blockChildren(block, around)),
  ];
}

function blockChildren(block: ReportBlock, { counters, pictures, rowsOfTables }: Surroundings): FileChild[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: headingLevels[block.level], children: [new TextRun(block.text)] })];
    case 'paragraph':
      return [
        new Paragraph({
          style: block.tone === 'caution' ? 'Caution' : 'NumberedParagraph',
          ...(block.number === null ? {} : { numbering: { reference: PARAGRAPHS, level: 0 } }),
          children: toRuns(block.runs),
        }),
      ];
    case 'list': {
      if (block.ordered) counters.steps += 1;
      const numbering = block.ordered
        ? { reference: STEPS, level: 0, instance: counters.steps }
        : { reference: BULLETS, level: 0 };
      return block.items.map(item => new Paragraph({ style: 'NumberedParagraph', numbering, children: toRuns(item) }));
    }
    case 'table':
      return [
        new Paragraph({ style: 'TableCaption', children: [new TextRun(block.caption)] }),
        toTable(block, rowsOfTables),
        new Paragraph({ style: 'TableText', children: [] }),
      ];
    case 'figure':
      counters.drawings += 1;
      return figureChildren(block, pictures, counters.drawings);
  }
}

/** Notes that follow one another get a comma between, or 12 and 13 would read as 1213. */
export function toRuns(runs: readonly ReportRun[]): ParagraphChild[] {
  return runs.flatMap((run, at): ParagraphChild[] => {
    if (run.type === 'text') return [new TextRun({ text: run.text, bold: run.bold, italics: run.italic })];
    const call = new FootnoteReferenceRun(run.n);
    return runs[at - 1]?.type === 'footnote' ? [new TextRun({ text: ', ', superScript: true }), call] : [call];
  });
}

type ReportTable = Extract<ReportBlock, { type: 'table' }>;

function toTable({ columns, rows }: ReportTable, rowsOfTables: string[]): Table {
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map(column => Math.floor((TEXT_WIDTH * column.share) / whole));
  const fonts = columns.map(({ mono }) => (mono ? 'Courier New' : undefined));
  const line = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  rowsOfTables.push(rows.map(cells => rowXml(cells, { widths, fonts })).join(''));
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: [
      new TableRow({
        // Repeated on each page, and told to screen readers as the head.
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ label }, at) => headCell(label, widths[at] ?? 0)),
      }),
    ],
  });
}

function headCell(label: string, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'ECECEC' },
    children: [new Paragraph({ style: 'TableText', children: toRuns([{ type: 'text', text: label, bold: true }]) })],
  });
}
