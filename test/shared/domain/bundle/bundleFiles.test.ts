import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BundleFile, bundleEntries } from '../../../../shared/domain/bundle/bundleEntries.ts';
import { CHUNK_BYTES, chunkCount } from '../../../../shared/domain/bundle/bundlePaths.ts';
import { cslItems } from '../../../../shared/domain/bundle/cslItems.ts';
import { indexHtml } from '../../../../shared/domain/bundle/indexHtml.ts';
import { viewerBytesScript, viewerScript } from '../../../../shared/domain/bundle/viewerScript.ts';
import { webAnnotations } from '../../../../shared/domain/bundle/webAnnotations.ts';
import { BundleCase } from '../../../../shared/domain/bundle.ts';
import { exerciseCase, exerciseParts, QUOTES } from '../../../support/exerciseBundle.ts';
import { problemsOfAnnotations } from '../../../support/openFormats.ts';

test('a script hands over any value and can end neither its element nor its line', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</script><!--\u2028\u2029')), value => {
      const text = new TextDecoder().decode(viewerScript('key', { value }));
      expect(text).not.toMatch(/<|\u2028|\u2029/);
      const got: unknown[] = [];
      runInNewContext(text, { __probatum: { receive: (...given: unknown[]) => got.push(...given) } });
      expect(JSON.stringify(got)).toBe(JSON.stringify(['key', { value }]));
    }),
  );
});

test('bytes are handed over as the base64 of everybody else', () => {
  const expected = (bytes: Uint8Array) => viewerScript('a"<key', Buffer.from(bytes).toString('base64'));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(viewerBytesScript('a"<key', bytes)).toEqual(expected(bytes));
    }),
  );
  const many = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) >> 3);
  expect(Buffer.compare(viewerBytesScript('a"<key', many), expected(many))).toBe(0);
});

test('an exhibit is handed over in as many scripts as its size says', () => {
  const count = (sizeBytes: number): number => chunkCount({ sizeBytes, fileName: 'EX-0001.pdf' });
  expect([0, 1, CHUNK_BYTES, CHUNK_BYTES + 1].map(count)).toEqual([0, 1, 1, 2]);
  expect(chunkCount({ sizeBytes: 5, fileName: null })).toBe(0);
});

async function allFiles(bundle: BundleCase): Promise<BundleFile[]> {
  const files: BundleFile[] = [];
  const viewer = { script: new Uint8Array(), style: new Uint8Array() };
  const pdfAssets = () => [
    { name: 'cmaps/LICENSE', bytes: Buffer.from('x') },
    { name: 'cmaps/Adobe-Korea1-UCS2.bcmap', bytes: Buffer.from('x') },
    { name: 'wasm/openjpeg_nowasm_fallback.js', bytes: Buffer.from('x') },
  ];
  for await (const file of bundleEntries(bundle, { ...exerciseParts, viewer, pdfAssets })) files.push(file);
  return files;
}

test('everything of a bundle stands where the schema says, sorted', async () => {
  const paths = (await allFiles(exerciseCase)).map(({ path }) => path);
  expect(paths).toEqual([
    'data/annotations/annotations.jsonld',
    'data/chart/chart.graphml',
    'data/csl.json',
    'data/custody/README.txt',
    'data/custody/custody-QRTBA.jsonl',
    'data/custody/custody.jsonl',
    'data/custody/receipts/ACNBP-receipt-1204-stamp-1.tsr',
    'data/custody/receipts/ACNBP-receipt-1204.sshsig',
    'data/custody/receipts/ACNBP-receipt-1204.txt',
    'data/custody/receipts/allowed_signers',
    'data/custody/receipts/receipts.json',
    'data/exhibits/EX-0001.pdf',
    'data/exhibits/EX-0002.pdf',
    'data/exhibits/EX-0003.eml',
    'data/exhibits/EX-0004.png',
    'data/exhibits/EX-0005.html',
    'data/exhibits/EX-0006.png',
    'data/exhibits/EX-0007.csv',
    'data/ftm/entities.ftm.json',
    'data/geo/places.geojson',
    'data/index.html',
    'data/report/case.json',
    'data/report/figures/figure-I.png',
    'data/ro-crate-metadata.json',
    'data/screening/screening.json',
    'data/text/EX-0003.json',
    'data/text/EX-0005.json',
    'data/text/EX-0006.json',
    'data/text/EX-0007.json',
    'data/viewer/boxes/EX-0006-000.js',
    'data/viewer/case.js',
    'data/viewer/chart.js',
    'data/viewer/custody/000.js',
    'data/viewer/custody/QRTBA-000.js',
    'data/viewer/custody/receipts.js',
    'data/viewer/entities/000.js',
    'data/viewer/entities/index.js',
    'data/viewer/events.js',
    'data/viewer/exhibits/EX-0001-000.js',
    'data/viewer/exhibits/EX-0002-000.js',
    'data/viewer/exhibits/EX-0003-000.js',
    'data/viewer/exhibits/EX-0004-000.js',
    'data/viewer/exhibits/EX-0005-000.js',
    'data/viewer/exhibits/EX-0006-000.js',
    'data/viewer/exhibits/EX-0007-000.js',
    'data/viewer/figures/I-000.js',
    'data/viewer/map/coasts.js',
    'data/viewer/map/places.js',
    'data/viewer/pdf/cmaps/LICENSE.txt',
    'data/viewer/pdf/cmaps/Adobe-Korea1-UCS2.bcmap.js',
    'data/viewer/search/places-000.js',
    'data/viewer/search/terms-0000.js',
    'data/viewer/search/terms-index.js',
    'data/viewer/text/EX-0003-000.js',
    'data/viewer/text/EX-0005-000.js',
    'data/viewer/text/EX-0006-000.js',
    'data/viewer/text/EX-0007-000.js',
    'data/viewer/timeline.js',
    'data/viewer/viewer.css',
    'data/viewer/viewer.js',
  ]);
});

test('a withheld exhibit is described, and none of its bytes are there', async () => {
  const withheld = BundleCase.parse({
    ...exerciseCase,
    exhibits: exerciseCase.exhibits.map(exhibit => ({
      ...exhibit,
      fileName: null,
      hasText: false,
      problem: 'Withheld: TLP:RED',
    })),
  });
  const paths = (await allFiles(withheld)).map(({ path }) => path);
  expect(paths.filter(path => /exhibits|text\/|boxes\/|pdf\//.test(path))).toEqual([]);
});

test('case.json reads back as the case', async () => {
  const file = (await allFiles(exerciseCase)).find(({ path }) => path === 'data/report/case.json');
  expect(BundleCase.parse(JSON.parse(new TextDecoder().decode(file?.bytes as Uint8Array)))).toEqual(exerciseCase);
});

test('a file name cannot lead out of data/exhibits/; the letters of another team are part of a number', () => {
  const ofTeam = { ...exerciseCase.exhibits[0], number: 'EX-QRTBA-0001', fileName: 'EX-QRTBA-0001.pdf' };
  expect(BundleCase.safeParse({ ...exerciseCase, exhibits: [ofTeam] }).success).toBe(true);
  const exhibits = [{ ...exerciseCase.exhibits[0], fileName: '../index.html' }];
  expect(BundleCase.safeParse({ ...exerciseCase, exhibits }).success).toBe(false);
});

test('a passage becomes a web annotation that others can follow', () => {
  const [first] = (webAnnotations(exerciseCase, exerciseParts.entities).first as { items: Record<string, unknown>[] })
    .items;
  expect(first).toEqual({
    id: `urn:probatum:${exerciseCase.passages[0]?.id}`,
    type: 'Annotation',
    motivation: 'highlighting',
    body: [
      { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: 'The name was painted over before.' },
      { type: 'TextualBody', purpose: 'tagging', value: 'identity' },
    ],
    target: {
      source: '../exhibits/EX-0001.pdf',
      selector: [
        {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
          value: 'page=2',
          refinedBy: { type: 'TextQuoteSelector', exact: QUOTES.registry, prefix: '', suffix: '' },
        },
      ],
    },
  });
});

test('annotations are valid, and each is of a file of the bundle; one that leads elsewhere is found', async () => {
  const paths = (await allFiles(exerciseCase)).map(({ path }) => path.replace(/^data\//, ''));
  const annotations = webAnnotations(exerciseCase, exerciseParts.entities);
  expect(problemsOfAnnotations(annotations, paths)).toEqual([]);
  const [first] = exerciseCase.passages;
  expect(
    problemsOfAnnotations(
      annotations,
      paths.filter(path => path !== 'exhibits/EX-0001.pdf'),
    ),
  ).toContain(`urn:probatum:${first?.id}: ../exhibits/EX-0001.pdf is not there`);
});

test('a page is named by a fragment only where its kind of file defines one; a region is one of the picture', () => {
  const { items } = webAnnotations(exerciseCase, exerciseParts.entities).first as {
    items: { target: { source: string; selector: { type: string; conformsTo?: string }[] } }[];
  };
  const selectorsOf = (file: string) =>
    items
      .find(({ target }) => target.source === `../exhibits/${file}`)
      ?.target.selector.map(one => [one.type, one.conformsTo]);
  expect(selectorsOf('EX-0002.pdf')).toEqual([['FragmentSelector', 'http://tools.ietf.org/rfc/rfc3778']]);
  expect(selectorsOf('EX-0003.eml')).toEqual([['TextQuoteSelector', undefined]]);
  expect(selectorsOf('EX-0004.png')).toEqual([['FragmentSelector', 'http://www.w3.org/TR/media-frags/']]);
});

test('exhibits become CSL items with dates that are no more exact than they were', () => {
  const items = cslItems(exerciseCase);
  expect(items.map(({ id, type, issued }) => ({ id, type, issued }))).toEqual([
    { id: 'EX-0001', type: 'document', issued: { 'date-parts': [[2026, 3, 20]] } },
    { id: 'EX-0002', type: 'document', issued: { 'date-parts': [[2026, 3]], circa: true, edtf: '2026-03~' } },
    { id: 'EX-0003', type: 'personal_communication', issued: undefined },
    { id: 'EX-0004', type: 'graphic', issued: { 'date-parts': [[2026, 3, 20]] } },
    { id: 'EX-0005', type: 'webpage', issued: { 'date-parts': [[2026, 3, 20]] } },
    { id: 'EX-0006', type: 'graphic', issued: { 'date-parts': [[2026, 3, 20]] } },
    { id: 'EX-0007', type: 'dataset', issued: { 'date-parts': [[2026, 3, 20]] } },
  ]);
});

test('what a reference manager said of an exhibit goes before what the exhibit says; of one that stays only number and digest go', () => {
  const [first, second] = exerciseCase.exhibits;
  const record = {
    type: 'report',
    title: 'Continuous synopsis record no. 4',
    author: [{ literal: 'Registry of Example Island' }],
  };
  const bundle = {
    ...exerciseCase,
    exhibits: [
      { ...first, record },
      { ...second, fileName: null, title: 'Withheld', problem: 'TLP:RED' },
    ],
  } as BundleCase;
  expect(cslItems(bundle)).toEqual([
    expect.objectContaining({ id: 'EX-0001', ...record, archive: 'C-2026-003', 'number-of-pages': 2 }),
    {
      id: 'EX-0002',
      type: 'document',
      title: 'EX-0002 (withheld: TLP:RED)',
      archive: 'C-2026-003',
      archive_location: 'EX-0002',
      note: `sha256: ${second?.documentSha256}`,
    },
  ]);
});

test('that nothing was screened is said, beside an empty list of runs', async () => {
  const file = (await allFiles(exerciseCase)).find(({ path }) => path === 'data/screening/screening.json');
  expect(JSON.parse(new TextDecoder().decode(file?.bytes as Uint8Array))).toEqual({
    state: 'none',
    sentence: 'No screening run in this case.',
    runs: [],
  });
});

test('the page carries its policy and no script of its own', () => {
  const html = indexHtml({ ...exerciseCase, case: { ...exerciseCase.case, title: '<script>alert(1)</script>' } });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toContain("default-src 'none'");
  expect(html).toContain("connect-src 'none'");
});
