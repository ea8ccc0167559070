/**
 * Recognises the words of a page's pixels. A page that lies askew is straightened first, one that lies on its side or head is
 * turned; the places of words are told on the page as it came.
 */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractorAssets, NewPage } from '../extractor.ts';
import type { Raster } from '../raster/raster.ts';
import { composePage } from './composePage.ts';
import { straighten } from './deskew.ts';
import { sharpEnough, toGrey, toPgm } from './grey.ts';
import { busiestSquare, type QuarterTurns, turnBack, turned } from './quarterTurns.ts';
import { confidenceOf, type RawWord, readTsv } from './readTsv.ts';
import { discardTesseract, loadTesseract, type Tesseract } from './tesseract.ts';

export interface Recogniser {
  /** Text in reading order, a box and confidence for each word, in fractions of the raster. */
  recognise(raster: Raster): Promise<NewPage>;
  close(): void;
}

/** Words of a page, with boxes as fractions of it. */
interface Reading {
  words: RawWord[];
  confidence: number;
}

/** Below this a page may lie on its side or head: upright print is seldom so unclear, other ways up always are. */
const DOUBTFUL = 0.7;
/** A sample has to be read so much better another way up before the whole page is tried so. */
const CLEARLY_BETTER = 1.3;
const SMALLEST_SLOPE = 0.005;
const AUTOMATIC_LAYOUT = 3;
/** What pages are drawn at; smaller pictures are enlarged to about that. */
const DPI = 300;

export async function openRecogniser({
  models,
  assets,
}: {
  models: string[];
  assets: ExtractorAssets;
}): Promise<Recogniser> {
  const tesseract = await loadTesseract(assets, models);
  return {
    async recognise(raster) {
      try {
        const { words, quarterTurns } = readAnyWayUp(tesseract, sharpEnough(toGrey(raster)));
        const pageTurns = (((raster.rotation ?? 0) / 90 + quarterTurns) % 4) as QuarterTurns;
        return composePage(words.map(word => ({ ...word, box: turnBack(word.box, pageTurns) })));
      } catch (error) {
        if (!(error instanceof ExtractionFailure)) discardTesseract();
        throw error;
      }
    },
    // The engine stays for the next document.
    close() {},
  };
}

/** The words as they stand on the page turned by so many quarters, clockwise. */
function readAnyWayUp(tesseract: Tesseract, page: Raster): { words: RawWord[]; quarterTurns: QuarterTurns } {
  const upright = readStraight(tesseract, page);
  if (upright.confidence >= DOUBTFUL) return { words: upright.words, quarterTurns: 0 };
  const quarterTurns = bestTurn(tesseract, page);
  if (quarterTurns === 0) return { words: upright.words, quarterTurns };
  const other = readStraight(tesseract, turned(page, quarterTurns));
  return other.confidence > upright.confidence
    ? { words: other.words, quarterTurns }
    : { words: upright.words, quarterTurns: 0 };
}

/** By a sample from where the page is busiest, read each way up. */
function bestTurn(tesseract: Tesseract, page: Raster): QuarterTurns {
  const sample = busiestSquare(page);
  const scores = ([0, 1, 2, 3] as const).map(quarterTurns => ({
    quarterTurns,
    score: scoreOf(readOnce(tesseract, turned(sample, quarterTurns))),
  }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > (scores[0]?.score ?? 0) * CLEARLY_BETTER ? best.quarterTurns : 0;
}

/** How much was read with some confidence: lone letters are found in anything. */
function scoreOf(words: RawWord[]): number {
  return words
    .filter(({ text, confidence }) => confidence > 0.5 && /[\p{L}\p{N}]{2}/u.test(text))
    .reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
}

function readStraight(tesseract: Tesseract, page: Raster): Reading {
  const { module, api } = tesseract;
  const slope = setPage(tesseract, page).slope();
  if (Math.abs(slope) < SMALLEST_SLOPE) return readingOf(finish(tesseract, page));
  api.Clear();
  const straight = straighten(page, slope);
  setPage({ module, api }, straight.raster);
  const words = finish(tesseract, straight.raster);
  return readingOf(words.map(word => ({ ...word, box: straight.boxBack(word.box) })));
}

function readOnce(tesseract: Tesseract, page: Raster): RawWord[] {
  setPage(tesseract, page);
  return finish(tesseract, page);
}

function readingOf(words: RawWord[]): Reading {
  return { words, confidence: confidenceOf(words) };
}

function setPage({ module, api }: Tesseract, page: Raster): { slope(): number } {
  module.FS.writeFile('/input', toPgm(page));
  try {
    api.SetPageSegMode(AUTOMATIC_LAYOUT);
    if (api.SetImageFile(1, 0) !== 0) throw new Error('the engine did not take the page');
  } finally {
    module.FS.unlink('/input');
  }
  api.SetSourceResolution(DPI);
  return { slope: () => (api.FindLines() === 0 ? api.GetGradient() : 0) };
}

function finish({ api }: Tesseract, { width, height }: Raster): RawWord[] {
  try {
    if (api.Recognize(null) !== 0) throw new Error('the engine gave the page up');
    return readTsv(api.GetTSVText(0), width, height);
  } finally {
    api.Clear();
  }
}
