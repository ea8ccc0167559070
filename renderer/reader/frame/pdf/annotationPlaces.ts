/** Where on the page words stand that are no part of its text layer: form fields filled in, free text, notes. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageRect } from '../../../../shared/domain/exhibit.ts';
import type { PassageQuote } from '../../../../shared/domain/passage.ts';
import { landTarget } from '../../landing.ts';
import { tidyRect } from '../../pageRotation.ts';

/** A form with more fields than this is searched in part. */
const MAX_ANNOTATIONS = 2_000;

/** The boxes of those that hold the quote, as fractions of the unrotated page. */
export async function annotationPlaces(page: PDFPageProxy, quote: PassageQuote): Promise<PageRect[]> {
  const upright = page.getViewport({ scale: 1, rotation: 0 });
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' });
  const places: PageRect[] = [];
  for (const annotation of annotations.slice(0, MAX_ANNOTATIONS)) {
    if (!isRecord(annotation) || !isBox(annotation.rect)) continue;
    const landing = landTarget(wordsOf(annotation), quote);
    if (landing === null || landing.certainty === 'part') continue;
    const [x1, y1, x2, y2] = annotation.rect;
    const [ax, ay] = upright.convertToViewportPoint(x1, y1);
    const [bx, by] = upright.convertToViewportPoint(x2, y2);
    const { width, height } = upright;
    const [left, top] = [Math.min(ax, bx), Math.min(ay, by)];
    places.push(
      tidyRect({ x: left / width, y: top / height, w: Math.abs(bx - ax) / width, h: Math.abs(by - ay) / height }),
    );
  }
  return places;
}

function wordsOf(annotation: Record<string, unknown>): string {
  const { fieldValue, textContent, contentsObj, options } = annotation;
  const words = [fieldValue, textContent, isRecord(contentsObj) ? contentsObj.str : null].flat();
  for (const option of Array.isArray(options) ? options : []) if (isRecord(option)) words.push(option.displayValue);
  return words.filter(word => typeof word === 'string').join('\n');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isBox(value: unknown): value is [number, number, number, number] {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isFinite);
}
