/** How the Word document looks and counts: the styles that Word's own navigation and table of contents know, and numbering. */
import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  ShadingType,
} from 'docx';

/** In twentieths of a point; A4 with margins of 2.2 cm leaves this width of text. */
export const PAGE = { width: 11906, height: 16838, margin: 1247 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

export const PARAGRAPHS = 'report-paragraphs';
export const BULLETS = 'report-bullets';
export const STEPS = 'report-steps';

const serif = 'Times New Roman';
const indent = 567;

export const docxNumbering: INumberingOptions = {
  config: [
    {
      reference: PARAGRAPHS,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
        },
      ],
    },
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 2 * indent, hanging: 284 } } },
        },
      ],
    },
    {
      reference: STEPS,
      levels: [
        {
          level: 0,
          format: LevelFormat.LOWER_LETTER,
          text: '(%1)',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 2 * indent, hanging: 425 } } },
        },
      ],
    },
  ],
};

export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: { ascii: serif, hAnsi: serif, cs: serif },
        size: 21,
        language: { value: 'en-GB', eastAsia: 'ko-KR' },
      },
      paragraph: { spacing: { after: 120, line: 264 } },
    },
    title: { run: { size: 40, bold: true }, paragraph: { spacing: { before: 120, after: 160, line: 240 } } },
    heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 480, after: 160 }, keepNext: true } },
    heading2: { run: { size: 25, bold: true }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
    heading3: {
      run: { size: 22, italics: true, bold: true },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, line: 240 } } },
  },
  paragraphStyles: [
    { id: 'NumberedParagraph', name: 'Numbered Paragraph', basedOn: 'Normal', quickFormat: true },
    {
      id: 'Caution',
      name: 'Caution',
      basedOn: 'NumberedParagraph',
      quickFormat: true,
      paragraph: {
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: '7A4A00', space: 8 } },
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F7F1E6' },
      },
    },
    {
      id: 'TableCaption',
      name: 'Table Caption',
      basedOn: 'Normal',
      run: { bold: true, size: 19 },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
    // Word's own, by which it makes a list of figures.
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, size: 21 },
      paragraph: { spacing: { before: 240, after: 80, line: 240 }, keepNext: true },
    },
    {
      id: 'FigurePicture',
      name: 'Figure Picture',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 60, line: 240 }, keepNext: true },
    },
    {
      id: 'FigureSource',
      name: 'Figure Source',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 240, line: 240 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: { spacing: { before: 20, after: 20, line: 228 } },
    },
    {
      id: 'RunningLine',
      name: 'Running Line',
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
  ],
};
