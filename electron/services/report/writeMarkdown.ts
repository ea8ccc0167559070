/** A report as Markdown with footnotes and tables (the dialect of Pandoc and GitHub), readable as plain text too. */
import { describeInstantDay } from '../../../shared/kernel/dates.ts';
import type { ReportBlock, ReportDocument, ReportRun, ReportTextRun } from '../../../shared/domain/report/index.ts';
import { mastheadRows } from './mastheadRows.ts';

export function writeMarkdown(document: ReportDocument): string {
  const { masthead, sections, footnotes } = document;
  const parts = [
    `# ${escapeMarkdown(masthead.title)}`,
    ...(masthead.exercise ? [`> **${escapeMarkdown(masthead.exercise)}**`] : []),
    mastheadRows(document)
      .map(([label, value]) => `**${escapeMarkdown(label)}:** ${escapeMarkdown(value)}`)
      .join('  \n'),
    ...sections.flatMap(section => [
      `${'#'.repeat(section.level + 1)} ${escapeMarkdown(section.title)}`,
      ...section.blocks.map(blockText),
    ]),
    ...footnotes.map(note => `[^${note.n}]: ${runsText(note.runs)}`),
    `*Compiled on ${describeInstantDay(masthead.compiledAt)}. Handling: ${escapeMarkdown(masthead.handlingMark)}.*`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: ReportBlock): string {
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
  }
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
