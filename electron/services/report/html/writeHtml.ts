/**
 * A report as one HTML file that reaches for nothing: no script, no address outside itself; its figures stand in it as data.
 * The same page is what Chromium prints as PDF. Notes stand at the end of the section that calls them, with a way back.
 */
import { createHash } from 'node:crypto';
import {
  figuresOfReport,
  notesOfSection,
  type ReportBlock,
  type ReportDocument,
  type ReportFigureBlock,
  type ReportFootnote,
  type ReportRun,
  type ReportSection,
  type ReportTextRun,
} from '../../../../shared/domain/report/index.ts';
import { type Pictures, pictureFor } from '../figurePictures.ts';
import { figureCaption, figureSource, tablePlace } from '../figureWords.ts';
import { mastheadRows } from '../mastheadRows.ts';
import { reportStyle } from './reportStyle.ts';

export interface HtmlOptions {
  fontFaceCss?: string;
  sheetHeads?: boolean;
  pictures?: Pictures;
}

export function writeHtml(
  document: ReportDocument,
  { fontFaceCss = '', sheetHeads = true, pictures = new Map() }: HtmlOptions = {},
): string {
  const { masthead, sections, language } = document;
  const style = reportStyle({
    fontFaceCss,
    sheetHeads,
    handlingMark: masthead.handlingMark,
    reference: masthead.reference,
    shares: sharesOf(sections),
  });
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'; font-src data:;${figuresOfReport(document).length > 0 ? ' img-src data:;' : ''} base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(masthead.title)} (${escapeHtml(masthead.handlingMark)})</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="mark"><span>${escapeHtml(masthead.reference)}</span><strong>${escapeHtml(masthead.handlingMark)}</strong></p>
<h1>${escapeHtml(masthead.title)}</h1>
${masthead.exercise ? `<p class="caution"><strong>${escapeHtml(masthead.exercise)}</strong></p>\n` : ''}<dl class="head">${mastheadRows(
    document,
  )
    .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('')}</dl>
</header>
<nav aria-label="Contents"><ol>${sections.map(section => `<li${section.level === 1 ? ' class="top"' : ''}><a href="#${escapeHtml(section.id)}">${escapeHtml(section.title)}</a></li>`).join('')}</ol></nav>
<main>
${sections.map(section => sectionHtml(document, section, pictures)).join('\n')}
</main>
</body>
</html>
`;
}

function sharesOf(sections: readonly ReportSection[]): number[] {
  const shares = sections
    .flatMap(section => section.blocks)
    .flatMap(block => (block.type === 'table' ? block.columns.map(column => column.share) : []));
  return [...new Set(shares)].sort((left, right) => left - right);
}

function sectionHtml(document: ReportDocument, section: ReportSection, pictures: Pictures): string {
  const level = section.level + 1;
  const notes = notesOfSection(document, section);
  return `<section id="${escapeHtml(section.id)}" class="${section.kind}">
<h${level}>${escapeHtml(section.title)}</h${level}>
${section.blocks.map(block => blockHtml(block, pictures)).join('\n')}
${notes.length === 0 ? '' : `<ol class="notes" aria-label="Notes">\n${notes.map(noteHtml).join('\n')}\n</ol>\n`}</section>`;
}

function noteHtml({ n, runs }: ReportFootnote): string {
  return `<li id="note-${n}" value="${n}">${runsHtml(runs)} <a class="back" href="#call-${n}" aria-label="Back to the call of note ${n}">↩</a></li>`;
}

function blockHtml(block: ReportBlock, pictures: Pictures): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph': {
      const number = block.number === null ? '' : `<span class="n">${block.number}.</span> `;
      return `<p${block.number === null ? '' : ` id="p${block.number}"`}${block.tone === 'caution' ? ' class="caution"' : ''}>${number}${runsHtml(block.runs)}</p>`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map(item => `<li>${runsHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<table${block.id === undefined ? '' : ` id="${escapeHtml(block.id)}"`}><caption>${escapeHtml(block.caption)}</caption><colgroup>${block.columns.map(column => `<col class="w${column.share}">`).join('')}</colgroup>
<thead><tr>${block.columns.map(column => `<th scope="col">${escapeHtml(column.label)}</th>`).join('')}</tr></thead>
<tbody>
${block.rows.map(cells => `<tr>${cells.map((cell, at) => `<td${block.columns[at]?.mono ? ' class="mono"' : ''}>${runsHtml(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody></table>`;
    case 'figure':
      return figureHtml(block, pictures);
  }
}

function figureHtml(block: ReportFigureBlock, pictures: Pictures): string {
  const { id, figureId, picture, withheld, tableId } = block;
  const shown = picture
    ? `<img src="data:image/png;base64,${Buffer.from(pictureFor(pictures, figureId)).toString('base64')}" width="${picture.widthPx}" height="${picture.heightPx}" alt="${escapeHtml(picture.altText)}">`
    : `<p class="caution">${escapeHtml(withheld)}</p>`;
  const table =
    tableId === null
      ? ''
      : ` <a href="#${escapeHtml(tableId)}">${escapeHtml(tablePlace(block).replace(/\.$/, ''))}</a>.`;
  return `<figure id="${escapeHtml(id)}"><figcaption>${escapeHtml(figureCaption(block))}</figcaption>
${shown}
<p class="source">${escapeHtml(figureSource(block))}${table}</p></figure>`;
}

/** Notes that follow one another get a comma between, or 12 and 13 would read as 1213. */
function runsHtml(runs: readonly (ReportRun | ReportTextRun)[]): string {
  return runs
    .map((run, at) => {
      if (run.type === 'footnote')
        return `<sup>${runs[at - 1]?.type === 'footnote' ? ', ' : ''}<a id="call-${run.n}" href="#note-${run.n}" aria-label="Note ${run.n}">${run.n}</a></sup>`;
      // A shape without its word at the end of a line would say nothing.
      const text = escapeHtml(run.text.replace(/^([●◐○◇△⊘]) /u, '$1\u00a0'));
      const words = run.italic ? `<em>${text}</em>` : text;
      return run.bold ? `<strong>${words}</strong>` : words;
    })
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
