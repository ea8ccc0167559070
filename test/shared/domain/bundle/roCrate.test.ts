/** The must-haves of RO-Crate 1.1 (https://www.researchobject.org/ro-crate/1.1/), read from its text: no validator ships with it. */
import { expect, test } from 'vitest';
import { bundleEntries } from '../../../../shared/domain/bundle/bundleEntries.ts';
import { roCrate } from '../../../../shared/domain/bundle/roCrate.ts';
import { exerciseCase, exerciseParts } from '../../../support/exerciseBundle.ts';

type Node = Record<string, unknown> & { '@id': string; '@type': string };

const crate = roCrate(exerciseCase) as { '@context': unknown; '@graph': Node[] };
const graph = crate['@graph'];
const byId = new Map(graph.map(node => [node['@id'], node]));
const root = byId.get('./');

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  const { '@id': id, ...others } = value as Record<string, unknown>;
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(others).flatMap(references)];
}

test('the descriptor is a CreativeWork that conforms to 1.1 and is about the root', () => {
  expect(byId.get('ro-crate-metadata.json')).toEqual({
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
    about: { '@id': './' },
  });
});

test('the root is a Dataset with name, description, an ISO 8601 date, terms of use and authors', () => {
  expect(root?.['@type']).toBe('Dataset');
  for (const property of ['name', 'description']) expect(String(root?.[property])).not.toBe('');
  expect(root?.['datePublished']).toMatch(/^\d{4}-\d\d-\d\dT/);
  const terms = byId.get((root?.['license'] as Node)['@id']);
  expect(terms).toMatchObject({ '@type': 'CreativeWork', name: 'Handling: TLP:AMBER' });
  expect(String(terms?.['description'])).toContain('No licence is given');
  expect(references(root?.['author']).map(id => byId.get(id))).toMatchObject([
    { '@type': 'Person', name: 'A. Investigator' },
  ]);
});

test('each entity has one identifier and a type, and whatever is referred to is described', () => {
  expect(byId.size).toBe(graph.length);
  for (const node of graph) expect(node['@type']).toMatch(/^[A-Z]/);
  const elsewhere = new Set(['https://w3id.org/ro/crate/1.1']);
  expect(graph.flatMap(references).filter(id => !byId.has(id) && !elsewhere.has(id))).toEqual([]);
});

test('every file of the payload is described with its format, those of the viewer by their folder', async () => {
  const viewer = { script: new Uint8Array(), style: new Uint8Array() };
  const paths: string[] = [];
  for await (const { path } of bundleEntries(exerciseCase, { ...exerciseParts, viewer, pdfAssets: () => [] }))
    paths.push(path.replace(/^data\//, ''));
  const parts = new Set(references(root?.['hasPart']));
  const undescribed = paths.filter(
    path => path !== 'ro-crate-metadata.json' && !path.startsWith('viewer/') && !parts.has(path),
  );
  expect(undescribed).toEqual([]);
  expect(parts.has('viewer/')).toBe(true);
  const files = graph.filter(node => node['@type'] === 'File');
  expect(files.filter(file => !/^[a-z]+\/[a-z0-9.+-]+$/.test(String(file['encodingFormat'])))).toEqual([]);
  expect(files.map(file => file['@id']).filter(id => !paths.includes(id))).toEqual([]);
});

test('an exhibit has the digest on record', () => {
  expect(byId.get('exhibits/EX-0001.pdf')).toMatchObject({ sha256: exerciseCase.exhibits[0]?.documentSha256 });
});
