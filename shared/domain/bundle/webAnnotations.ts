/**
 * data/annotations/annotations.jsonld: passages as W3C Web Annotations (Recommendation of 23 February 2017): each that a claim rests
 * on, and each that a statement of an entity rests on, with what it says of whom. Exhibits that stay have none: nothing of them is here.
 */
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';
import type { BundleCase, BundleExhibit, BundlePassage } from '../bundle.ts';
import type { BundleEntity, BundleStatement } from './bundleEntity.ts';
import type { BundleParts } from './bundleFile.ts';
import { hasBytes } from './bundlePaths.ts';

type JsonObject = Record<string, unknown>;
/** FollowTheMoney's own namespace. */
const FTM = 'https://w3id.org/ftm#';
type Entities = Pick<BundleParts['entities'], 'blockCount' | 'block'>;
/** Undefined for what stays: there is nothing here that could be annotated. */
type ExhibitOf = (passage: BundlePassage | undefined) => BundleExhibit | undefined;

/** In pieces, since there may be many; the collection around them says how many there are. */
export function* annotationsText(bundle: BundleCase, entities: Entities): Generator<string> {
  let total = 0;
  for (const _ of annotations(bundle, entities)) total += 1;
  const [before = '', after = ''] = canonicalJson(collection(bundle, total) as Json).split(PLACE_OF_ITEMS);
  yield before;
  let isFirst = true;
  for (const annotation of annotations(bundle, entities)) {
    yield `${isFirst ? '' : ','}${canonicalJson(annotation as Json)}`;
    isFirst = false;
  }
  yield `${after}\n`;
}

export function webAnnotations(bundle: BundleCase, entities: Entities): JsonObject {
  return JSON.parse([...annotationsText(bundle, entities)].join('')) as JsonObject;
}

/** Stands where the annotations go; JSON writes it as no title can be written, since titles hold no NUL. */
const ITEMS_GO_HERE = '\u0000items';
const PLACE_OF_ITEMS = JSON.stringify(ITEMS_GO_HERE);

function collection({ case: about }: BundleCase, total: number): JsonObject {
  const id = `urn:probatum:annotations:${encodeURIComponent(about.reference)}`;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: `${about.reference} ${about.title}`,
    total,
    first: { id: `${id}:1`, type: 'AnnotationPage', startIndex: 0, items: [ITEMS_GO_HERE] },
  };
}

function* annotations(bundle: BundleCase, { blockCount, block }: Entities): Generator<JsonObject> {
  const going = bundle.exhibits.filter(hasBytes);
  const exhibits = new Map(going.map(exhibit => [exhibit.number, exhibit] as const));
  const exhibitOf: ExhibitOf = passage => passage && exhibits.get(passage.exhibitNumber);
  for (const passage of bundle.passages) {
    const exhibit = exhibitOf(passage);
    if (!exhibit) continue;
    yield {
      id: `urn:probatum:${passage.id}`,
      type: 'Annotation',
      motivation: 'highlighting',
      ...bodies(passage),
      target: targetOf(passage, exhibit),
    };
  }
  for (let index = 0; index < blockCount; index += 1) {
    const { entities, passages } = block(index);
    const known = new Map(passages.map(passage => [passage.id, passage] as const));
    for (const entity of entities)
      for (const statement of entity.statements)
        for (const { id, passageId } of statement.citations) {
          const passage = known.get(passageId);
          const exhibit = exhibitOf(passage);
          if (passage && exhibit)
            yield { ...statementAnnotation(entity, statement, id), target: targetOf(passage, exhibit) };
        }
  }
}

function statementAnnotation(
  { id, caption, schema }: BundleEntity,
  statement: BundleStatement,
  citationId: string,
): JsonObject {
  return {
    id: `urn:probatum:${citationId}`,
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      {
        type: 'SpecificResource',
        purpose: 'identifying',
        source: { id: `urn:probatum:${id}`, label: caption, type: `${FTM}${schema}` },
      },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        value: `${caption}: ${statement.label}: ${statement.words}`,
      },
    ],
  };
}

function targetOf(passage: BundlePassage, exhibit: BundleExhibit): JsonObject {
  return {
    source: `../exhibits/${exhibit.fileName}`,
    selector: selectors(passage, pageFragment(passage, exhibit)),
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

/** Only of a PDF is the fragment defined (RFC 3778); elsewhere it names our own counting. Null where there is but one page. */
function pageFragment({ pageIndex }: BundlePassage, { mediaType, pageCount }: BundleExhibit): JsonObject | null {
  const page = { type: 'FragmentSelector', value: `page=${pageIndex + 1}` };
  if (mediaType === 'application/pdf') return { ...page, conformsTo: 'http://tools.ietf.org/rfc/rfc3778' };
  return pageCount > 1 ? page : null;
}

/** Each selector finds the passage by itself; offsets count in the page's text, so they refine the page. */
function selectors({ quote, position, rects }: BundlePassage, page: JsonObject | null): JsonObject[] {
  const area = boundingBox(rects);
  const within = [
    ...(quote.exact === '' ? [] : [{ type: 'TextQuoteSelector', ...quote }]),
    ...(position ? [{ type: 'TextPositionSelector', ...position }] : []),
    ...(area ? [{ type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: area }] : []),
  ];
  if (page === null) return within;
  return within.length === 0 ? [page] : within.map(selector => ({ ...page, refinedBy: selector }));
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
