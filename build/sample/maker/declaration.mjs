// Writes the port agent's declaration as a Word document, with its author and dates in the core properties.
import { writeFileSync } from 'node:fs';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { MARK } from './mark.mjs';

const SAVED_AT = '2026-04-20T08:15:00Z';
const run = (text, options = {}) => new TextRun({ text, font: 'Cambria', size: 22, ...options });
const para = (text, options = {}) =>
  new Paragraph({ children: [run(text)], spacing: { after: 160, line: 300 }, ...options });
const markLine = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [run(MARK, { size: 15, bold: true, color: '9B1C1C', font: 'Arial' })],
  });

const ROWS = [
  ['Event', 'Local time', 'Draught forward', 'Draught aft'],
  ['Pilot boarded', '19 March 2026, 12.05', '2.9 m', '4.1 m'],
  ['All fast, berth 2', '19 March 2026, 13.10', '2.9 m', '4.1 m'],
  ['Sailed', '20 March 2026, 09.45', '3.1 m', '4.2 m'],
];

function draughts() {
  const edge = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' };
  const rows = ROWS.map(
    (cells, index) =>
      new TableRow({
        tableHeader: index === 0,
        children: cells.map(
          cell =>
            new TableCell({
              borders: { top: edge, bottom: edge, left: edge, right: edge },
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              ...(index === 0 ? { shading: { fill: 'E8EDF3' } } : {}),
              children: [new Paragraph({ children: [run(cell, { size: 20, bold: index === 0 })] })],
            }),
        ),
      }),
  );
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });
}

function letter() {
  return [
    new Paragraph({
      children: [run('Declaration of the port agent', { bold: true, size: 32 })],
      spacing: { after: 240 },
    }),
    para('I, Odile Brackenshaw, ship agent at Port Selwick, declare what follows of my own knowledge.'),
    para(
      '1. On 11 March 2026 my agency was appointed by e-mail from Ellingvard & Moor Shipbrokers to attend the tanker FABULA HERON, said to bring 5,912.440 metric tons of gas oil under bill of lading CAL-FH-0309.',
    ),
    para(
      '2. On 17 March 2026 the same broker told me by telephone that the cargo had been sold afloat and that no tanks ashore were needed.',
    ),
    para(
      '3. I went on board on 19 March 2026 at 13.30. The cargo tanks were empty. FABULA HERON landed no cargo at Port Selwick.',
    ),
    para('4. I read the draughts from the quay myself and wrote them in my book:'),
    draughts(),
    new Paragraph({ children: [], spacing: { after: 120 } }),
    para(
      '5. The original bill of lading was never presented to me. I was notify party on its face and had expected it.',
    ),
    para(
      '6. The master, Captain Vanterpool-Reese, flew the flag of Marenda and showed me a certificate of registry of that State.',
    ),
    para('7. My fee was paid on 20 March 2026 in cash by a man who did not give his name.'),
    para('I make this declaration in the knowledge that it may be published under my name.'),
    new Paragraph({
      children: [run('Odile Brackenshaw', { italics: true, size: 30, color: '1C2F6B' })],
      spacing: { before: 300 },
    }),
    para('Brackenshaw Ship Agency, Customs Steps 2, Port Selwick, 20 April 2026'),
  ];
}

/** The library stamps the clock of the moment; the file shows the day of the story instead, and stays the same. */
function withDates(bytes) {
  const parts = unzipSync(bytes);
  const core = new TextDecoder()
    .decode(parts['docProps/core.xml'])
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${SAVED_AT}`);
  parts['docProps/core.xml'] = new TextEncoder().encode(core);
  return zipSync(parts, { mtime: new Date(2026, 3, 20, 8, 15), level: 9 });
}

export async function writeDeclaration(out) {
  const document = new Document({
    title: 'Declaration of the port agent, FABULA HERON',
    creator: 'Odile Brackenshaw',
    lastModifiedBy: 'Odile Brackenshaw',
    subject: MARK,
    description: MARK,
    keywords: 'exercise, invented',
    sections: [
      {
        headers: {
          default: new Header({
            children: [
              new Paragraph({ children: [run('BRACKENSHAW SHIP AGENCY', { bold: true, size: 26, color: '1C3D5A' })] }),
              new Paragraph({
                children: [
                  run('Customs Steps 2, Port Selwick · agency@brackenshaw.example', { size: 17, color: '5A6B7A' }),
                ],
                border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '1C3D5A', space: 4 } },
              }),
            ],
          }),
        },
        footers: { default: new Footer({ children: [markLine()] }) },
        children: [...letter(), markLine()],
      },
    ],
  });
  writeFileSync(out, withDates(new Uint8Array(await Packer.toBuffer(document))));
}
