/**
 * A report as Markdown with footnotes and tables (the dialect of Pandoc and GitHub), readable as plain text too. It is one
 * file, so a figure is told in words and has its table; where its picture stands beside it, it links there.
 */
import { describeInstantDay } from '../../../shared/kernel/dates.ts';
import type {
  ReportBlock,
  ReportDocument,
  ReportFigureBlock,
  ReportRun,
  ReportTextRun,
} from '../../../shared/domain/report/index.ts';
import { figureCaption, figureSource, tablePlace } from './figureWords.ts';
import { mastheadRows } from './mastheadRows.ts';

/** Where a figure's picture stands, seen from the file; null where it does not go with it. */
export type PicturePlace = (figure: ReportFigureBlock) => string | null;

export function writeMarkdown(document: ReportDocument, placeOf: PicturePlace = () => null): string {
  const { masthead, sections, footnotes } = document;
  const parts = [
    `# ${escapeMarkdown(masthead.title)}`,
    ...(masthead.exercise ? [`> **${escapeMarkdown(masthead.exercise)}**`] : []),
    mastheadRows(document)
      .map(([label, value]) => `**${escapeMarkdown(label)}:** ${escapeMarkdown(value)}`)
      .join('  \n'),
    ...sections.flatMap(section => [
      `${'#'.repeat(section.level + 1)} ${escapeMarkdown(section.title)}`,
      ...section.blocks.map(block => blockText(block, placeOf)),
    ]),
    ...footnotes.map(note => `[^${note.n}]: ${runsText(note.runs)}`),
    `*Compiled on ${describeInstantDay(masthead.compiledAt)}. Handling: ${escapeMarkdown(masthead.handlingMark)}.*`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: ReportBlock, placeOf: PicturePlace): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escapeMarkdown(block.text)}`;
    case 'paragraph': {
      // The full stop is escaped, or every interruption would start the counting anew.
      const words = `${block.number === null ? '' : `${block.number}\\. `}${runsText(block.runs)}`;
      return block.tone === 'caution' ? `> ${words}` : words;
    }
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${runsText(item)}`).join('\n');
    case 'table':
      return [
        `*${escapeMarkdown(block.caption)}*\n`,
        row(block.columns.map(column => escapeMarkdown(column.label))),
        row(block.columns.map(() => '---')),
        ...block.rows.map(cells => row(cells.map(runsText))),
      ].join('\n');
    case 'figure':
      return figureText(block, placeOf(block));
  }
}

function figureText(block: ReportFigureBlock, place: string | null): string {
  const alt = escapeMarkdown(block.picture?.altText ?? '');
  const picture =
    block.picture === null
      ? `> ${escapeMarkdown(block.withheld)}`
      : place === null
        ? `${alt} *(What the picture shows, in words. The picture itself stands in the other forms of this report.)*`
        : `![${alt}](${place})`;
  const source = [figureSource(block), tablePlace(block)].filter(Boolean).join(' ');
  return [`**${escapeMarkdown(figureCaption(block))}**`, picture, `*${escapeMarkdown(source)}*`].join('\n\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function runsText(runs: readonly (ReportRun | ReportTextRun)[]): string {
  return runs.map(run => (run.type === 'footnote' ? `[^${run.n}]` : marked(run))).join('');
}

/** Marks stand at the words: Markdown takes no emphasis that begins or ends with a space. */
function marked({ text, bold, italic }: ReportTextRun): string {
  const mark = bold && italic ? '***' : bold ? '**' : italic ? '*' : '';
  if (mark === '' || text.trim() === '') return escapeMarkdown(text);
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${before}${mark}${escapeMarkdown(words)}${mark}${after}`;
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>|#~^]/g, '\\$&')
    .replace(/^([-+]|\d+\.)(?=\s)/, '\\$1');
}
