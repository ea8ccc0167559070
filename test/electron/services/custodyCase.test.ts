/**
 * The custody log as CASE/UCO JSON-LD: the structure that the ontologies ask for, checked here; by an RDF library where there is one.
 * The SHACL shapes of CASE and UCO were not run: no program for them was to be had.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../../../electron/services/custody/index.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { custodyPreimage } from '../../../shared/domain/custody.ts';
import {
  actionsOf,
  type CaseFile,
  eventOf,
  follow,
  type Node,
  ofType,
  problemsOfCase,
} from '../../support/caseGraph.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeAll(async () => {
  vault = await openTestCase();
  const [first, second] = await vault.admit(
    vault.write('first.txt', 'A registry extract'),
    vault.write('second.txt', 'For named recipients'),
  );
  if (!first || !second) throw new Error('nothing was admitted');
  await vault.run('exhibit.update', { exhibitIds: [first], change: { title: 'Registry “extract” 등기부' } });
  await vault.run('exhibit.update', {
    exhibitIds: [second],
    change: { handlingMark: 'TLP:RED', title: 'A secret title' },
  });
  await vault.run('source.create', {
    name: 'Hollis Quennerby',
    kind: 'witness',
    reliability: 'B',
    confidential: true,
    codeName: 'HERON',
    note: '',
    originIds: [],
  });
});
afterAll(() => vault.close());

let count = 0;
async function exported(more: Partial<InputOf<'custody.export'>> = {}) {
  count += 1;
  const path = join(vault.folder, `${count}.jsonld`);
  const state = await vault.finish(
    await vault.run('custody.export', { caseId: vault.caseId, to: vault.core.grants.grant(path), ...more }),
  );
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  const text = readFileSync(path, 'utf8');
  const document = JSON.parse(text) as CaseFile;
  return { path, text, ...document, ...(state.result as { leftOut: string[]; events: number; exhibits: number }) };
}

test('every term is of a prefix of the context, every name is given once, and every reference is resolved', async () => {
  const file = await exported();
  expect(problemsOfCase(file)).toEqual([]);
  const [action] = actionsOf(file['@graph']);
  const dangling = file['@graph'].filter(node => node !== follow(file['@graph'], action, 'uco-action:environment'));
  expect(problemsOfCase({ ...file, '@graph': dangling }).length).toBeGreaterThan(0);
});

test('each event is an investigative action with performer, tool and time; each exhibit a file with its digest and its provenance', async () => {
  const { '@graph': graph, events, exhibits, leftOut } = await exported();
  const actions = actionsOf(graph);
  expect(actions).toHaveLength(events);
  for (const action of actions) {
    expect(action).toMatchObject({
      'uco-core:name': expect.any(String),
      'uco-action:startTime': {
        '@type': 'xsd:dateTime',
        '@value': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
      'uco-action:endTime': { '@type': 'xsd:dateTime' },
      'uco-action:performer': { '@id': expect.stringContaining('kb:Identity-') },
      'uco-action:instrument': { '@id': expect.stringContaining('kb:Tool-') },
      'uco-action:environment': { '@id': expect.stringContaining('kb:Vault-') },
    });
  }
  const files = ofType(graph, 'uco-observable:File');
  expect([files.length, exhibits]).toEqual([1, 1]);
  const { rows } = await vault.run('exhibit.list', { caseId: vault.caseId });
  const exhibitId = rows.find(one => one.number === 1)?.id;
  if (!exhibitId) throw new Error('the exhibit is gone');
  const { sha256 } = await vault.run('exhibit.get', { exhibitId });
  expect(files[0]).toMatchObject({
    'uco-core:name': 'Registry “extract” 등기부',
    'uco-core:hasFacet': [
      { '@type': 'uco-observable:FileFacet', 'uco-observable:fileName': 'first.txt' },
      {
        '@type': 'uco-observable:ContentDataFacet',
        'uco-observable:hash': [
          {
            '@type': 'uco-types:Hash',
            'uco-types:hashMethod': { '@type': 'uco-vocabulary:HashNameVocab', '@value': 'SHA256' },
            'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
          },
        ],
      },
    ],
  });
  const [record] = ofType(graph, 'case-investigation:ProvenanceRecord');
  const done = ((record?.['uco-core:object'] ?? []) as Node[]).map(
    one => actions.find(action => action['@id'] === one['@id'])?.['uco-core:name'],
  );
  expect(record?.['case-investigation:exhibitNumber']).toBe('EX-0001');
  expect(done.filter(Boolean)).toEqual(['exhibit-admitted', 'text-extracted', 'exhibit-changed']);
  expect(actions.find(one => one['uco-core:name'] === 'exhibit-admitted')?.['uco-action:result']).toEqual({
    '@id': files[0]?.['@id'],
  });
  const [investigation] = ofType(graph, 'case-investigation:Investigation');
  expect(investigation).toMatchObject({ 'uco-core:name': 'C-TEST-1', 'uco-core:tag': 'TLP:GREEN' });
  expect(leftOut[0]).toBe('EX-0002 stays, and what was done with it: TLP:RED.');
  const told = await vault.run('custody.preFlight', { caseId: vault.caseId, audience: null });
  expect(told).toMatchObject({
    goes: 1,
    events: actions.length,
    stays: [{ what: 'exhibit', name: 'EX-0002', why: 'TLP:RED' }],
    concerns: [expect.stringMatching(/^\d+ events stay: on what may not leave/)],
  });
  await exported();
  const [left] = (await vault.run('departure.list', { caseId: vault.caseId })).departures;
  expect(left?.listSha256).toBe(told.listSha256);
});

test('the hash of each event can be computed again from the file; what may not leave does not', async () => {
  const { '@graph': graph, text } = await exported();
  expect(text).not.toMatch(/A secret title|second\.txt|Quennerby/);
  for (const action of actionsOf(graph)) {
    const event = eventOf(graph, action);
    expect(sha256Hex(custodyPreimage(event))).toBe(event.hash);
  }
});

test('the same log makes the same bytes, whatever was exported before; a marked case stays', async () => {
  const first = await exported();
  // To whom things went, and what was refused, is no business of the reader's.
  expect(first['@graph'].map(node => node['uco-core:name'])).not.toContain('custody-exported');
  expect((await exported()).text).toBe(first.text);
  await vault.run('compartment.mark', { caseId: vault.caseId, exhibitId: null, reason: 'agreed' });
  await expect(exported()).rejects.toThrow('never-leaves');
  await vault.run('compartment.lift', { caseId: vault.caseId, exhibitId: null, reason: 'agreed' });
});

const python = ['python3', '/usr/bin/python3'].find(one => {
  try {
    execFileSync(one, ['-c', 'import rdflib, rdflib.plugins.parsers.jsonld'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

test.skipIf(python === undefined)('an RDF library (rdflib) reads it as the graph that is meant', async () => {
  const { path, events } = await exported();
  const script = `
import sys, rdflib
g = rdflib.Graph().parse(sys.argv[1], format='json-ld')
q = '''PREFIX ci: <https://ontology.caseontology.org/case/investigation/>
PREFIX ua: <https://ontology.unifiedcyberontology.org/uco/action/>
PREFIX uc: <https://ontology.unifiedcyberontology.org/uco/core/>
PREFIX uo: <https://ontology.unifiedcyberontology.org/uco/observable/>
PREFIX ut: <https://ontology.unifiedcyberontology.org/uco/types/>
SELECT %s WHERE { %s }'''
actions = len(list(g.query(q % ('?a', '?a a ci:InvestigativeAction ; ua:performer/uc:name ?n ; ua:startTime ?t . FILTER(datatype(?t) = <http://www.w3.org/2001/XMLSchema#dateTime>)'))))
hashes = [str(r[0]) + ' ' + str(r[1]) for r in g.query(q % ('?e ?v', '?r a ci:ProvenanceRecord ; ci:exhibitNumber ?e ; uc:object/uc:hasFacet/uo:hash/ut:hashValue ?v .'))]
print(actions, len(hashes), hashes[0].split()[0])
`;
  expect(execFileSync(python ?? '', ['-c', script, path], { encoding: 'utf8' }).trim()).toBe(`${events} 1 EX-0001`);
});
