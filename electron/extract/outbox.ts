/** Collects what an extractor produces into batches, numbers it, holds it to the limits and sends it on. */
import type { ExtractedPage } from '../../shared/domain/extraction.ts';
import { openTextSketch } from '../../shared/domain/nearCopy.ts';
import { cleanLine, cleanText } from './cleanText.ts';
import { ExtractionFailure } from './extractionFailure.ts';
import type { NewPage, NewPart } from './extractor.ts';
import { proposeLanguages } from './languages.ts';
import {
  CHUNK_BYTES,
  checkPageCount,
  checkPageText,
  type ExtractLimits,
  MAX_BATCH_CHARS,
  MAX_BATCH_PAGES,
} from './limits.ts';
import type { DrawnPicture, FromExtractor } from './protocol.ts';

/** Enough text to propose a language, from the whole beginning rather than from a title page alone. */
const SAMPLE_CHARS = 20_000;
/** A page is seldom in two languages, and its first lines tell. */
const PAGE_SAMPLE_CHARS = 2_000;
const MAX_WARNINGS = 100;

export function openOutbox(job: number, limits: ExtractLimits, deliver: (message: FromExtractor) => Promise<void>) {
  let batch: ExtractedPage[] = [];
  let batchChars = 0;
  let pages = 0;
  let parts = 0;
  let sample = '';
  const sketch = openTextSketch();
  const warnings: string[] = [];

  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    const full = batch;
    batch = [];
    batchChars = 0;
    await deliver({ type: 'pages', job, pages: full });
  }

  async function addPage(page: NewPage): Promise<void> {
    checkPageCount(pages + 1, limits);
    checkPageText(page.text.length, pages, limits);
    const text = cleanText(page.text);
    const label = page.label ? cleanLine(page.label, 100) : null;
    sketch.add(text);
    batch.push({
      confidence: null,
      method: 'converted',
      sheet: null,
      words: null,
      ...page,
      label: label || null,
      index: pages,
      text,
      languages: proposeLanguages(text.slice(0, PAGE_SAMPLE_CHARS)),
    });
    pages += 1;
    batchChars += text.length;
    if (sample.length < SAMPLE_CHARS) sample += text.slice(0, SAMPLE_CHARS - sample.length);
    if (batch.length >= MAX_BATCH_PAGES || batchChars >= MAX_BATCH_CHARS) await flush();
  }

  async function addPart(part: NewPart): Promise<void> {
    if (parts >= limits.maxParts) {
      throw new ExtractionFailure(
        'too-large',
        `The document holds more than ${limits.maxParts} parts; it was not unpacked further.`,
      );
    }
    await flush();
    const header = {
      index: parts,
      name: cleanLine(part.name, 500),
      mediaType: cleanLine(part.mediaType, 150),
      disposition: part.disposition,
      modifiedAt: part.modifiedAt ? cleanLine(part.modifiedAt, 60) : null,
    };
    parts += 1;
    await deliver({ type: 'part', job, header });
    let sizeBytes = 0;
    const { bytes } = part;
    for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
      sizeBytes += piece.byteLength;
      // What a container claims of a part's size is checked by its reader; this holds whatever it claims.
      if (sizeBytes > limits.maxPartBytes) {
        throw new ExtractionFailure(
          'too-large',
          `A part of the document is larger than ${limits.maxPartBytes} bytes; it was not unpacked.`,
        );
      }
      for (let offset = 0; offset < piece.byteLength; offset += CHUNK_BYTES) {
        await deliver({ type: 'part-bytes', job, bytes: piece.slice(offset, offset + CHUNK_BYTES) });
      }
    }
    await deliver({ type: 'part-end', job });
  }

  async function addPicture(picture: DrawnPicture): Promise<void> {
    await deliver({ type: 'picture', job, picture });
  }

  /** Words of pages that were asked for by index, not in the order of the document. */
  async function addRecognised(page: NewPage & { index: number }): Promise<void> {
    checkPageText(page.text.length, page.index, limits);
    const text = cleanText(page.text);
    const languages = proposeLanguages(text.slice(0, PAGE_SAMPLE_CHARS));
    const whole = { confidence: null, sheet: null, words: null, label: null, ...page, method: 'ocr', text, languages };
    await deliver({ type: 'pages', job, pages: [whole as ExtractedPage] });
    pages += 1;
  }

  function warn(sentence: string): void {
    const line = cleanLine(sentence, 500);
    if (warnings.length < MAX_WARNINGS && !warnings.includes(line)) warnings.push(line);
  }

  return {
    addPage,
    addPart,
    addPicture,
    addRecognised,
    warn,
    flush,
    pageCount: () => pages,
    partCount: () => parts,
    sample: () => sample,
    textSketch: () => sketch.result(),
    warnings: () => warnings,
  };
}
