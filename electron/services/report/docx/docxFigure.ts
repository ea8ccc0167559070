/** A figure in Word: a caption that Word can list, the picture with its words for those who do not see it, the source line. */
import { type FileChild, ImageRun, Paragraph, SimpleField, TextRun } from 'docx';
import type { ReportFigureBlock } from '../../../../shared/domain/report/index.ts';
import { pictureFor, type Pictures } from '../figurePictures.ts';
import { figureSource, tablePlace } from '../figureWords.ts';
import { PAGE, TEXT_WIDTH } from './docxStyles.ts';

/** Word's library takes sizes in pixels of a 96th of an inch; a twip is a 1440th. */
const TWIPS_PER_PIXEL = 15;
const WIDEST = TEXT_WIDTH / TWIPS_PER_PIXEL;
/** Leaves room on the sheet for the caption and a source line of several lines. */
const TALLEST = (PAGE.height - 2 * PAGE.margin) / TWIPS_PER_PIXEL - 180;

export function figureChildren(block: ReportFigureBlock, pictures: Pictures, drawing: number): FileChild[] {
  return [
    new Paragraph({
      style: 'Caption',
      children: [
        new TextRun('Figure '),
        new SimpleField('SEQ Figure \\* ROMAN', block.numeral),
        new TextRun(`. ${block.caption}`),
      ],
    }),
    pictureParagraph(block, pictures, drawing),
    new Paragraph({
      style: 'FigureSource',
      children: [new TextRun([figureSource(block), tablePlace(block)].filter(Boolean).join(' '))],
    }),
  ];
}

function pictureParagraph(
  { figureId, picture, withheld, numeral, caption }: ReportFigureBlock,
  pictures: Pictures,
  drawing: number,
): Paragraph {
  if (!picture) return new Paragraph({ style: 'Caution', children: [new TextRun(withheld)] });
  return new Paragraph({
    style: 'FigurePicture',
    children: [
      new ImageRun({
        type: 'png',
        data: pictureFor(pictures, figureId),
        transformation: printedSize(picture),
        altText: { id: String(drawing), name: `Figure ${numeral}`, title: caption, description: picture.altText },
      }),
    ],
  });
}

/** Within the text, never larger than drawn. */
export function printedSize({ widthPx, heightPx }: { widthPx: number; heightPx: number }): {
  width: number;
  height: number;
} {
  const scale = Math.min(1, WIDEST / widthPx, TALLEST / heightPx);
  return { width: Math.max(1, Math.round(widthPx * scale)), height: Math.max(1, Math.round(heightPx * scale)) };
}
