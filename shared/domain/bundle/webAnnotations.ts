/** data/annotations/annotations.jsonld: every passage as a W3C Web Annotation (Recommendation of 23 February 2017). */
import type { BundleCase, BundlePassage } from '../bundle.ts';

type JsonObject = Record<string, unknown>;

export function webAnnotations(bundle: BundleCase): JsonObject {
  const exhibits = new Map(bundle.exhibits.map(exhibit => [exhibit.number, exhibit] as const));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:probatum:annotations:${encodeURIComponent(bundle.case.reference)}`,
    type: 'AnnotationCollection',
    label: `${bundle.case.reference} ${bundle.case.title}`,
    total: bundle.passages.length,
    first: {
      id: `urn:probatum:annotations:${encodeURIComponent(bundle.case.reference)}:1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: bundle.passages.map(passage => ({
        id: `urn:probatum:${passage.id}`,
        type: 'Annotation',
        motivation: 'highlighting',
        ...bodies(passage),
        target: {
          source: `../exhibits/${exhibits.get(passage.exhibitNumber)?.fileName ?? passage.exhibitNumber}`,
          selector: selectors(passage),
        },
      })),
    },
  };
}

function bodies({ note, tags, translation }: BundlePassage): JsonObject {
  const body = [
    ...(note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]),
    // The vocabulary has no motivation for translating; a description in another language is the nearest.
    ...(translation
      ? [
          {
            type: 'TextualBody',
            purpose: 'describing',
            format: 'text/plain',
            language: translation.language,
            value: translation.text,
            ...(translation.translator === '' ? {} : { creator: { name: translation.translator } }),
          },
        ]
      : []),
    ...tags.map(tag => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
  ];
  return body.length > 0 ? { body } : {};
}

/** Each selector finds the passage by itself; offsets count in the page's text, so they refine the page. */
function selectors({ quote, position, pageIndex, rects }: BundlePassage): JsonObject[] {
  const page = {
    type: 'FragmentSelector',
    conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
    value: `page=${pageIndex + 1}`,
  };
  const area = boundingBox(rects);
  return [
    ...(quote.exact === '' ? [] : [{ ...page, refinedBy: { type: 'TextQuoteSelector', ...quote } }]),
    ...(position ? [{ ...page, refinedBy: { type: 'TextPositionSelector', ...position } }] : []),
    ...(area
      ? [
          {
            ...page,
            refinedBy: { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: area },
          },
        ]
      : []),
    ...(quote.exact === '' && !position && !area ? [page] : []),
  ];
}

function boundingBox(rects: BundlePassage['rects']): string | undefined {
  if (rects.length === 0) return undefined;
  const left = Math.min(...rects.map(rect => rect.x));
  const top = Math.min(...rects.map(rect => rect.y));
  const right = Math.max(...rects.map(rect => rect.x + rect.w));
  const bottom = Math.max(...rects.map(rect => rect.y + rect.h));
  const percent = (part: number): string => String(Math.round(part * 10_000) / 100);
  return `xywh=percent:${percent(left)},${percent(top)},${percent(right - left)},${percent(bottom - top)}`;
}
