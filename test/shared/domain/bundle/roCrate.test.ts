/** The must-haves of RO-Crate 1.1 (https://www.researchobject.org/ro-crate/1.1/), read from its text: no validator ships with it. */
import { expect, test } from 'vitest';
import { bundleEntries } from '../../../../shared/domain/bundle/bundleEntries.ts';
import { roCrate } from '../../../../shared/domain/bundle/roCrate.ts';
import { exerciseCase, exerciseParts } from '../../../support/exerciseBundle.ts';
import { problemsOfCrate } from '../../../support/openFormats.ts';

const crate = roCrate(exerciseCase, exerciseParts.receipts.shown) as {
  '@context': unknown;
  '@graph': Record<string, unknown>[];
};
const node = (id: string) => crate['@graph'].find(one => one['@id'] === id);

async function pathsOfPayload(): Promise<string[]> {
  const viewer = { script: new Uint8Array(), style: new Uint8Array() };
  const paths: string[] = [];
  for await (const { path } of bundleEntries(exerciseCase, { ...exerciseParts, viewer, pdfAssets: () => [] }))
    paths.push(path.replace(/^data\//, ''));
  return paths;
}

test('the crate is valid: context, descriptor, root, and every file of the payload described with its format', async () => {
  expect(problemsOfCrate(crate, await pathsOfPayload())).toEqual([]);
});

test('a file that is not described, one that is not there and an author who is nobody are found', async () => {
  const paths = await pathsOfPayload();
  const graph = crate['@graph'].filter(one => one['@id'] !== '#person-1');
  expect(
    problemsOfCrate({ ...crate, '@graph': graph }, [...paths.filter(path => path !== 'csl.json'), 'new.txt']),
  ).toEqual([
    '#person-1 is referred to and not described',
    'new.txt is no part',
    'csl.json is described and not there',
  ]);
});

test('terms of use say that no licence is given, and authors are those who lead the case or compiled its editions', () => {
  expect(node('#terms')).toMatchObject({
    '@type': 'CreativeWork',
    name: 'Handling: TLP:AMBER',
    description: expect.stringContaining('No licence is given'),
  });
  expect(node('./')).toMatchObject({ author: [{ '@id': '#person-1' }] });
  expect(node('#person-1')).toMatchObject({ '@type': 'Person', name: 'A. Investigator' });
});

test('an exhibit has the digest on record', () => {
  expect(node('exhibits/EX-0001.pdf')).toMatchObject({ sha256: exerciseCase.exhibits[0]?.documentSha256 });
});
