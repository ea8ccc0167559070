/** Text by exhibit and block of pages, and the boxes of recognised words on these pages; both are loaded when a page is opened. */
import { z } from 'zod';
import { ExtractionMethod, SheetPlace, type WordBox } from '../extraction.ts';
import { ExhibitNumber } from './bundleNumbers.ts';

export const BundlePage = z.object({
  label: z.string().nullable(),
  text: z.string(),
  method: ExtractionMethod.optional(),
  /** Of the paper, where it is known. */
  widthPt: z.number().nullable().optional(),
  heightPt: z.number().nullable().optional(),
  /** Set where the text is cells of a sheet: rows end in \n, cells in \t (`../sheet.ts`). */
  sheet: SheetPlace.nullable().optional(),
});
export type BundlePage = z.infer<typeof BundlePage>;

/** `text/EX-0001-000`. The whole of an exhibit, with `firstPage` 0, is data/text/EX-0001.json. */
export const BundleText = z.object({
  number: ExhibitNumber,
  method: z.string(),
  firstPage: z.number().int().nonnegative().default(0),
  /** Of a message, in the first block: headers as printed, in the order of the message. The page's text begins with them. */
  mail: z
    .object({ headers: z.array(z.tuple([z.string(), z.string()])), bodyKind: z.enum(['plain', 'html', 'none']) })
    .nullable()
    .optional(),
  pages: z.array(BundlePage),
});
export type BundleText = z.infer<typeof BundleText>;

const NUMBERS_A_WORD = 7;
/** Fractions of the page are told in steps of this: a tenth of a millimetre on A4 is 1 of 2,970. */
const STEPS = 10_000;

/** `boxes/EX-0001-000`, beside the block of text of the same number; null for pages without boxes. */
export const BundleBoxes = z.object({
  number: ExhibitNumber,
  firstPage: z.number().int().nonnegative(),
  /** Seven whole numbers a word: start, length, x, y, w, h in 1/10,000 of the page, confidence in percent. */
  pages: z.array(z.array(z.number().int()).nullable()),
});
export type BundleBoxes = z.infer<typeof BundleBoxes>;

export function packBoxes(words: readonly WordBox[]): number[] {
  return words.flatMap(({ start, end, x, y, w, h, confidence }) => [
    start,
    end - start,
    ...[x, y, w, h].map(part => Math.round(part * STEPS)),
    Math.round(confidence * 100),
  ]);
}

export function unpackBoxes(numbers: readonly number[]): WordBox[] {
  const words: WordBox[] = [];
  for (let at = 0; at + NUMBERS_A_WORD <= numbers.length; at += NUMBERS_A_WORD) {
    const [start = 0, length = 0, x = 0, y = 0, w = 0, h = 0, percent = 0] = numbers.slice(at, at + NUMBERS_A_WORD);
    words.push({
      start,
      end: start + length,
      x: x / STEPS,
      y: y / STEPS,
      w: w / STEPS,
      h: h / STEPS,
      confidence: percent / 100,
    });
  }
  return words;
}
