/** A report as a Word document: real footnotes, Word's own headings, continuous numbered paragraphs, tables with heads. */
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { ReportDocument } from '../../../../shared/domain/report/index.ts';
import type { Pictures } from '../figurePictures.ts';
import { mastheadRows } from '../mastheadRows.ts';
import { type Surroundings, sectionChildren, toRuns } from './docxBlocks.ts';
import { docxNumbering, docxStyles, PAGE, TEXT_WIDTH } from './docxStyles.ts';
import { sameBytes } from './sameBytes.ts';
import { withRows } from './tableRows.ts';

export async function writeDocx(document: ReportDocument, pictures: Pictures = new Map()): Promise<Uint8Array> {
  const { masthead, sections, footnotes } = document;
  const around: Surroundings = { counters: { steps: 0, drawings: 0 }, pictures, rowsOfTables: [] };
  const file = new Document({
    title: masthead.title,
    subject: `${masthead.reference} · ${masthead.handlingMark}`,
    creator: masthead.compiledBy || 'Probatum',
    lastModifiedBy: masthead.compiledBy || 'Probatum',
    keywords: [masthead.workstream, masthead.handlingMark].filter(Boolean).join(', '),
    styles: docxStyles,
    numbering: docxNumbering,
    footnotes: Object.fromEntries(
      footnotes.map(note => [
        String(note.n),
        { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...toRuns(note.runs)] })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        headers: {
          default: new Header({
            children: [
              runningLine(
                masthead.reference,
                masthead.exercise ? `EXERCISE · ${masthead.handlingMark}` : masthead.handlingMark,
              ),
            ],
          }),
        },
        footers: { default: new Footer({ children: [pageLine()] }) },
        children: [...mastheadParagraphs(document), ...sections.flatMap(section => sectionChildren(section, around))],
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(file), masthead.compiledAt, {
    'word/document.xml': xml => withRows(xml, around.rowsOfTables),
  });
}

function mastheadParagraphs(document: ReportDocument): Paragraph[] {
  const { title, exercise } = document.masthead;
  return [
    new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
    ...(exercise ? [new Paragraph({ style: 'Caution', children: [new TextRun({ text: exercise, bold: true })] })] : []),
    ...mastheadRows(document).map(
      ([label, value]) =>
        new Paragraph({
          spacing: { after: 40 },
          children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(value)],
        }),
    ),
  ];
}

function runningLine(left: string, right: string): Paragraph {
  return new Paragraph({
    style: 'RunningLine',
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [new TextRun(left), new TextRun({ text: `\t${right}`, bold: true })],
  });
}

function pageLine(): Paragraph {
  return new Paragraph({
    style: 'RunningLine',
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}
