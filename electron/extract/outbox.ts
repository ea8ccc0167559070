/** Collects what an extractor produces into batches, numbers it, holds it to the limits and sends it on. */
import type { ExtractedPage } from '../../shared/domain/extraction.ts';
import { cleanLine, cleanText } from './cleanText.ts';
import { ExtractionFailure } from './extractionFailure.ts';
import type { NewPage, NewPart } from './extractor.ts';
import {
  CHUNK_BYTES,
  checkPageCount,
  checkPageText,
  type ExtractLimits,
  MAX_BATCH_CHARS,
  MAX_BATCH_PAGES,
} from './limits.ts';
import type { FromExtractor } from './protocol.ts';

/** Enough text to propose a language, from the whole beginning rather than from a title page alone. */
const SAMPLE_CHARS = 20_000;
const MAX_WARNINGS = 100;

export function openOutbox(job: number, limits: ExtractLimits, deliver: (message: FromExtractor) => Promise<void>) {
  let batch: ExtractedPage[] = [];
  let batchChars = 0;
  let pages = 0;
  let parts = 0;
  let sample = '';
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
    batch.push({ confidence: null, method: 'converted', ...page, label: label || null, index: pages, text });
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
    const { bytes, disposition } = part;
    const header = {
      index: parts,
      name: cleanLine(part.name, 500),
      mediaType: cleanLine(part.mediaType, 150),
      disposition,
      sizeBytes: bytes.byteLength,
    };
    parts += 1;
    await deliver({ type: 'part', job, header });
    for (let offset = 0; offset < bytes.byteLength; offset += CHUNK_BYTES) {
      await deliver({ type: 'part-bytes', job, bytes: bytes.slice(offset, offset + CHUNK_BYTES) });
    }
  }

  function warn(sentence: string): void {
    const line = cleanLine(sentence, 500);
    if (warnings.length < MAX_WARNINGS && !warnings.includes(line)) warnings.push(line);
  }

  return {
    addPage,
    addPart,
    warn,
    flush,
    pageCount: () => pages,
    partCount: () => parts,
    sample: () => sample,
    warnings: () => warnings,
  };
}
