/**
 * What the public documents of the open formats in a bundle demand, read from their text, since no validator of them ships with us:
 * RO-Crate 1.1, the Web Annotation Data Model, RFC 7946, GraphML, FollowTheMoney. Each answers what is wrong; nothing: it is valid.
 */
import { createRequire } from 'node:module';
import { isA, schemaNamed } from '../../shared/domain/ftm/index.ts';

/** It comes without types; of it only this is wanted: a parser that throws where XML is not well formed. */
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (text: string, options: { contentType: string }) => { window: { document: Document } };
};

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** @param paths of the payload, from the crate's own folder: `exhibits/EX-0001.pdf` */
export function problemsOfCrate(crate: Json, paths: readonly string[]): string[] {
  const graph = listOf(crate['@graph']).filter(isObject);
  const byId = new Map(graph.map(node => [node['@id'], node]));
  const problems: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || problems.push(what));
  must(listOf(crate['@context']).includes('https://w3id.org/ro/crate/1.1/context'), 'the context is not that of 1.1');
  must(byId.size === graph.length, 'an @id stands twice');
  const descriptor = byId.get('ro-crate-metadata.json') ?? {};
  must(descriptor['@type'] === 'CreativeWork', 'the descriptor is no CreativeWork');
  must(idsIn(descriptor['conformsTo']).includes('https://w3id.org/ro/crate/1.1'), 'the descriptor names no version');
  must(idsIn(descriptor['about']).includes('./'), 'the descriptor is not about the root');
  const root = byId.get('./') ?? {};
  must(root['@type'] === 'Dataset', 'the root is no Dataset');
  for (const property of ['name', 'description']) must(isText(root[property]), `the root has no ${property}`);
  must(/^\d{4}-\d\d-\d\d/.test(String(root['datePublished'])), 'the root has no date of publication');
  must(idsIn(root['license']).length > 0, 'the root has no licence');
  for (const node of graph) {
    must(isText(node['@id']) && listOf(node['@type']).every(isText), `${JSON.stringify(node)} has no @id or no @type`);
    for (const id of idsIn(Object.entries(node).flatMap(([key, value]) => (key === '@id' ? [] : [value]))))
      must(byId.has(id) || /^https?:/.test(id), `${id} is referred to and not described`);
  }
  const parts = new Set(idsIn(root['hasPart']));
  const folders = [...parts].filter(id => id.endsWith('/'));
  for (const path of paths)
    must(
      parts.has(path) || path === 'ro-crate-metadata.json' || folders.some(folder => path.startsWith(folder)),
      `${path} is no part`,
    );
  for (const node of graph.filter(one => one['@type'] === 'File')) {
    must(paths.includes(String(node['@id'])), `${node['@id']} is described and not there`);
    must(/^[a-z]+\/[a-z0-9.+-]+$/.test(String(node['encodingFormat'])), `${node['@id']} has no format`);
  }
  return problems;
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isObject(value)) return [];
  const { '@id': id, ...others } = value;
  return [...(isText(id) ? [id] : []), ...Object.values(others).flatMap(idsIn)];
}

const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  );

/** @param paths as above; the collection stands in `annotations/`. */
export function problemsOfAnnotations(collection: Json, paths: readonly string[]): string[] {
  const problems: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || problems.push(what));
  must(listOf(collection['@context']).includes('http://www.w3.org/ns/anno.jsonld'), 'not the context of annotations');
  must(collection['type'] === 'AnnotationCollection' && isText(collection['id']), 'no collection with an id');
  const page = isObject(collection['first']) ? collection['first'] : {};
  must(page['type'] === 'AnnotationPage' && isText(page['id']), 'no page with an id');
  const items = listOf(page['items']).filter(isObject);
  must(items.length === collection['total'], `${items.length} of ${collection['total']} annotations`);
  must(new Set(items.map(item => item['id'])).size === items.length, 'an annotation stands twice');
  for (const item of items) {
    const name = String(item['id']);
    must(isIri(item['id']) && item['type'] === 'Annotation', `${name} is no annotation`);
    must(
      listOf(item['motivation']).every(one => MOTIVATIONS.includes(String(one))),
      `${name}: motivation`,
    );
    for (const body of listOf(item['body']).filter(isObject)) {
      must(body['type'] !== 'TextualBody' || typeof body['value'] === 'string', `${name}: a body without words`);
      must(MOTIVATIONS.includes(String(body['purpose'])), `${name}: purpose ${body['purpose']}`);
      const source = isObject(body['source']) ? body['source'] : null;
      must(source === null || (isIri(source['id']) && listOf(source['type']).every(isIri)), `${name}: of nothing`);
    }
    const targets = listOf(item['target']).filter(isObject);
    must(targets.length > 0, `${name} has no target`);
    for (const { source, selector } of targets) {
      must(paths.includes(String(source).replace(/^\.\.\//, '')), `${name}: ${source} is not there`);
      must(listOf(selector).length > 0, `${name} selects nothing`);
      for (const one of listOf(selector)) must(isSelector(one), `${name}: ${JSON.stringify(one)}`);
    }
  }
  return problems;
}

const isIri = (value: unknown): boolean => /^(?:urn:[a-z0-9]+:\S+|https?:\/\/\S+)$/.test(String(value));

function isSelector(selector: unknown): boolean {
  if (!isObject(selector)) return false;
  if (selector['refinedBy'] !== undefined && !isSelector(selector['refinedBy'])) return false;
  switch (selector['type']) {
    case 'FragmentSelector':
      return isText(selector['value']);
    case 'TextQuoteSelector':
      return isText(selector['exact']);
    case 'TextPositionSelector':
      return Number.isInteger(selector['start']) && Number(selector['end']) > Number(selector['start']);
    default:
      return false;
  }
}

export function problemsOfGeoJson(collection: Json): string[] {
  if (collection['type'] !== 'FeatureCollection' || !Array.isArray(collection['features'])) return ['no collection'];
  return collection['features'].flatMap((feature: Json): string[] => {
    const geometry = isObject(feature['geometry']) ? feature['geometry'] : {};
    const { type, coordinates } = geometry;
    const points = type === 'Point' ? [coordinates] : type === 'MultiPoint' ? listOf(coordinates) : [];
    const name = String(feature['id']);
    return [
      ...(feature['type'] === 'Feature' && isObject(feature['properties']) ? [] : [`${name} is no feature`]),
      ...(points.length > 0 && points.every(isPosition) ? [] : [`${name} is nowhere`]),
    ];
  });
}

/** Longitude first. */
function isPosition(point: unknown): boolean {
  const [longitude, latitude] = listOf(point);
  return Math.abs(Number(longitude)) <= 180 && Math.abs(Number(latitude)) <= 90;
}

export function problemsOfGraphml(text: string): string[] {
  const { document } = new JSDOM(text, { contentType: 'application/xml' }).window;
  const all = (name: string) => [...document.getElementsByTagNameNS('http://graphml.graphdrawing.org/xmlns', name)];
  const attribute = (name: string) => (element: Element) => element.getAttribute(name) ?? '';
  const nodes = new Set(all('node').map(attribute('id')));
  const keys = new Map(all('key').map(key => [attribute('id')(key), attribute('for')(key)]));
  return [
    ...(document.documentElement.localName === 'graphml' && all('graph').length === 1 ? [] : ['no graph']),
    ...(nodes.size === all('node').length ? [] : ['a node stands twice']),
    ...all('edge').flatMap(edge =>
      ['source', 'target']
        .map(side => attribute(side)(edge))
        .filter(id => !nodes.has(id))
        .map(id => `no node ${id}`),
    ),
    ...all('data').flatMap(data => {
      const of = keys.get(attribute('key')(data));
      return of === data.parentElement?.localName ? [] : [`no key ${attribute('key')(data)} of this kind`];
    }),
  ];
}

/** One entity a line. */
export function problemsOfFtm(lines: string): string[] {
  const entities = lines
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> });
  const known = new Map(entities.map(entity => [entity.id, entity]));
  return [
    ...(known.size === entities.length ? [] : ['an entity stands twice']),
    ...entities.flatMap(({ id, schema: name, properties }) => {
      const schema = schemaNamed(name);
      if (!schema || schema.isAbstract) return [`${id} is a ${name}, of which there are none`];
      const ends = schema.edge ? [schema.edge.source, schema.edge.target] : [];
      return [
        ...ends.filter(end => (properties[end] ?? []).length === 0).map(end => `${id} has no ${end}`),
        ...Object.entries(properties).flatMap(([property, values]) => {
          const { type, range, isOurs, isStub } = schema.properties.get(property) ?? { isOurs: true };
          if (isOurs || isStub) return [`${id}: a ${name} has no ${property}`];
          if (values.length === 0 || !values.every(isText)) return [`${id}: ${property} has no values`];
          if (type !== 'entity') return [];
          return values.flatMap(value => {
            const other = known.get(value);
            return other && (!range || isA(other.schema, range)) ? [] : [`${id}: ${property} leads to no ${range}`];
          });
        }),
      ];
    }),
  ];
}
