import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyBag } from '../../../electron/bag/index.ts';
import { BundleCase } from '../../../shared/domain/bundle.ts';
import type { Figure } from '../../../shared/domain/figure.ts';
import { figuresOfReport, type ReportDocument } from '../../../shared/domain/report/index.ts';
import type { CitationId, EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { makePng } from '../../support/makePng.ts';
import { openReportCase, REAL_NAME, type ReportCase, SECRET_WORDS } from './reportCase.ts';

let testCase: ReportCase;
let printed = '';
beforeEach(async () => {
  testCase = await openReportCase({
    printPdf: async ({ html }) => {
      printed = html;
      return new TextEncoder().encode('%PDF-1.7 drawn');
    },
  });
});
afterEach(() => testCase.close());

const png = new Uint8Array(makePng(120, 80));
const table = { columns: ['From', 'To'], rows: [['Paper Lantern Ltd', 'Blue Heron']] };

type Given = Partial<Parameters<typeof testCase.run<'figure.add'>>[1]>;
const add = (given: Given = {}): Promise<Figure> =>
  testCase.run('figure.add', {
    caseId: testCase.caseId,
    kind: 'chart',
    caption: 'Ties of the Blue Heron',
    altText: 'Two boxes, “Paper Lantern Ltd” and “Blue Heron”, with a line between them.',
    table,
    entityIds: [],
    citationIds: [testCase.citations.open],
    png,
    ...given,
  });

const actions = async () =>
  (await testCase.run('custody.list', { caseId: testCase.caseId, limit: 200 })).events.filter(event =>
    /figure|entities-exported/.test(event.action),
  );

const preview = () => testCase.run('report.preview', { caseId: testCase.caseId });

/** A person of whom a statement rests on words of an exhibit that no finding cites. */
async function citedStatement(
  exhibitId: ExhibitId = testCase.exhibits.unused,
): Promise<{ entityId: EntityId; citationId: CitationId }> {
  const selection = {
    kind: 'words' as const,
    pageIndex: 0,
    quote: { exact: 'An exercise with invented names', prefix: '', suffix: '' },
    rects: [],
  };
  const { id: passageId } = await testCase.run('passage.mark', { exhibitId, selection, note: '', tags: [] });
  const { entityId } = await testCase.run('entity.create', {
    caseId: testCase.caseId,
    schema: 'Vessel',
    statements: [{ property: 'name', value: 'Blue Heron' }],
    cite: { passageId },
  });
  const [citation] = await testCase.run('entity.citations', { entityIds: [entityId] });
  if (!citation) throw new Error('the statement was not cited');
  return { entityId, citationId: citation.id };
}

async function compile(format: 'docx' | 'pdf' | 'html' | 'md'): Promise<Uint8Array> {
  const to = testCase.granted(`report.${format}`);
  const state = await testCase.finish(await testCase.run('report.compile', { caseId: testCase.caseId, format, to }));
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  return readFileSync(join(testCase.folder, `report.${format}`));
}

async function exportBundle(name = 'bundle.zip') {
  const to = testCase.granted(name);
  const state = await testCase.finish(
    await testCase.run('bundle.export', { caseId: testCase.caseId, recipient: 'Reviewer', to }),
  );
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  const path = join(testCase.folder, name);
  const files = new Map(
    Object.entries(unzipSync(readFileSync(path))).map(([file, bytes]) => [file.slice(file.indexOf('/') + 1), bytes]),
  );
  const text = (file: string) => strFromU8(files.get(file) ?? new Uint8Array(0));
  return { path, files, text, bundle: BundleCase.parse(JSON.parse(text('data/report/case.json'))) };
}

describe('a figure', () => {
  test('is frozen with the digest and size of its picture, and its source line follows from what it rests on', async () => {
    const { entityId, citationId } = await citedStatement();
    const figure = await add({ entityIds: [entityId], citationIds: [citationId, testCase.citations.open, citationId] });
    expect(figure).toMatchObject({
      widthPx: 120,
      heightPx: 80,
      pngSha256: createHash('sha256').update(png).digest('hex'),
      sourceLine: 'Source: EX-0001, p. 1; EX-0004, p. 1, annotated by the team.',
      citationIds: [citationId, testCase.citations.open],
    });
    expect(await testCase.run('figure.proposeSource', figure)).toEqual({ sourceLine: figure.sourceLine });
    expect((await testCase.run('figure.picture', { figureId: figure.id })).png).toEqual(png);
    expect(await actions()).toMatchObject([{ action: 'figure-added', subject: figure.id, sha256: figure.pngSha256 }]);
    expect(await testCase.run('custody.verify', {})).toMatchObject({ ok: true });
  });

  test('keeps a source line that was given', async () => {
    expect((await add({ sourceLine: 'Source: the team.' })).sourceLine).toBe('Source: the team.');
  });

  test.each([
    ['is not a PNG', new TextEncoder().encode('<svg></svg>')],
    ['is not a whole PNG', png.slice(0, -3)],
    ['is not a whole PNG', new Uint8Array([...png, 0])],
    ['is too large (30000 × 1 pixels)', new Uint8Array(makePng(30_000, 1))],
    ['has more than 8 MB', new Uint8Array(8 * 1024 * 1024 + 1)],
  ])('whose picture %s is refused', async (sentence, broken) => {
    await expect(add({ png: broken })).rejects.toThrow(sentence);
    expect(await testCase.run('figure.list', { caseId: testCase.caseId })).toEqual([]);
  });

  test('rests on citations and entities that the vault has, and stands in a finding of its case', async () => {
    await expect(add({ citationIds: ['cit-01900000-0000-7000-8000-000000000099' as never] })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(add({ entityIds: ['ent-01900000-0000-7000-8000-000000000099' as never] })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { id: caseId } = await testCase.run('case.create', {
      reference: 'C-TEST-2',
      title: 'Another (exercise)',
      workstream: 'cyber',
      handlingMark: 'TLP:GREEN',
      standard: 'un-panel',
      lead: '',
      isExercise: true,
    });
    await expect(add({ caseId, findingId: testCase.findingId })).rejects.toMatchObject({ code: 'other-case' });
  });

  test('changes its words and place, never what it shows', async () => {
    const { id: figureId } = await add();
    const change = { caption: 'Ties, as of March', sourceLine: 'Source: EX-0001.', findingId: testCase.findingId };
    expect(await testCase.run('figure.update', { figureId, change })).toMatchObject(change);
    expect((await actions()).map(event => event.details['fields'])).toContain('caption, sourceLine, findingId');
    expect(() =>
      testCase.core.session.connection.write(db =>
        db.prepare('UPDATE figure SET png = $png WHERE id = $figureId').run({ png: new Uint8Array(1), figureId }),
      ),
    ).toThrow('what a figure shows is frozen');
  });

  test('takes the place that it is moved to, and the others close up', async () => {
    const ids = [(await add()).id, (await add()).id, (await add()).id];
    const order = async () => (await testCase.run('figure.list', { caseId: testCase.caseId })).map(({ id }) => id);
    await testCase.run('figure.update', { figureId: ids[2] as never, change: { position: 0 } });
    expect(await order()).toEqual([ids[2], ids[0], ids[1]]);
    await testCase.run('figure.update', { figureId: ids[2] as never, change: { position: 2 } });
    expect(await order()).toEqual(ids);
  });

  test('is withdrawn and restored, never deleted', async () => {
    const { id: figureId } = await add();
    const list = (withdrawn: boolean) => testCase.run('figure.list', { caseId: testCase.caseId, withdrawn });
    await testCase.run('figure.withdraw', { figureId });
    expect([(await list(false)).length, (await list(true)).length]).toEqual([0, 1]);
    expect(figuresOfReport((await preview()).document)).toEqual([]);
    await testCase.run('figure.restore', { figureId });
    expect([(await list(false)).length, (await list(true)).length]).toEqual([1, 0]);
    expect((await actions()).map(event => event.action).sort()).toEqual([
      'figure-added',
      'figure-restored',
      'figure-withdrawn',
    ]);
  });
});

test('a picture that is saved beside the vault stands in the custody log with its digest', async () => {
  const { path } = await testCase.run('figure.save', {
    caseId: testCase.caseId,
    to: testCase.granted('chart.svg'),
    bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    what: 'Chart, 2 entities',
  });
  expect(readFileSync(path, 'utf8')).toContain('<svg');
  expect(await actions()).toMatchObject([
    {
      action: 'entities-exported',
      subject: 'chart.svg',
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
      details: { what: 'Chart, 2 entities' },
    },
  ]);
  await expect(
    testCase.run('figure.save', {
      caseId: testCase.caseId,
      to: { grant: 'made up', name: 'x.svg' },
      bytes: png,
      what: 'x',
    }),
  ).rejects.toMatchObject({ code: 'path-not-granted' });
  expect(existsSync(join(testCase.folder, 'x.svg'))).toBe(false);
});

describe('in the report', () => {
  test('the Word file has the picture itself, its words for those who do not see it, caption and source line', async () => {
    await add({ findingId: testCase.findingId });
    const parts = unzipSync(await compile('docx'));
    const [picture] = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'));
    expect(picture?.[1]).toEqual(png);
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array(0));
    expect(body).toMatch(/<wp:docPr id="1" name="Figure I" descr="Two boxes, “Paper Lantern Ltd” and/);
    expect(body).toContain('<w:pStyle w:val="Caption"/>');
    expect(body).toContain('SEQ Figure \\* ROMAN');
    expect(body).toContain('Source: EX-0001, p. 1, annotated by the team. The same as a table: Annex D.');
    expect(body).toContain('Figure I as a table. Ties of the Blue Heron');
    expect(strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array(0))).toContain('image/png');
  });

  test('the web page and the printed page hold the picture as data, with its words', async () => {
    await add({ findingId: testCase.findingId });
    const html = new TextDecoder().decode(await compile('html'));
    await compile('pdf');
    for (const page of [html, printed]) {
      expect(page).toContain(`src="data:image/png;base64,${Buffer.from(png).toString('base64')}"`);
      expect(page).toContain('alt="Two boxes, “Paper Lantern Ltd”');
      expect(page).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; font-src data:; img-src data:;/);
      expect(page).toContain('<a href="#figure-I-table">The same as a table: Annex D</a>');
      expect(page).toContain('<table id="figure-I-table">');
    }
  });

  test('Markdown tells what the picture shows and where it stands', async () => {
    await add({ findingId: testCase.findingId });
    const text = new TextDecoder().decode(await compile('md'));
    expect(text).toContain('**Figure I. Ties of the Blue Heron**');
    expect(text).toContain('The picture itself stands in the other forms of this report.');
    expect(text).toContain('| Paper Lantern Ltd | Blue Heron |');
  });

  test('the same content is one edition with the same bytes, small, and stays whatever becomes of the figure', async () => {
    const { id: figureId } = await add({ findingId: testCase.findingId });
    const bytes = await compile('docx');
    expect(Buffer.from(await compile('docx')).equals(Buffer.from(bytes))).toBe(true);
    const editions = () => testCase.run('report.editions', { caseId: testCase.caseId });
    expect(await editions()).toHaveLength(1);
    const [row] = testCase.core.session.connection.readable.prepare('SELECT content FROM edition').all();
    expect(String(row?.['content'])).not.toContain(Buffer.from(png).toString('base64').slice(0, 40));
    await testCase.run('figure.update', { figureId, change: { caption: 'Other words' } });
    await compile('docx');
    expect(await editions()).toHaveLength(2);
    await testCase.run('figure.update', { figureId, change: { caption: 'Ties of the Blue Heron' } });
    expect(Buffer.from(await compile('docx')).equals(Buffer.from(bytes))).toBe(true);
    const { editions: resting, figures } = await testCase.run('exhibit.dependents', {
      of: { kind: 'exhibit', id: testCase.exhibits.open },
    });
    expect([resting.length, figures.length]).toEqual([2, 1]);
  });

  test('an edition is known to rest on what only its figures cite', async () => {
    const { citationId, entityId } = await citedStatement();
    await add({ citationIds: [citationId], entityIds: [entityId] });
    await compile('md');
    const { editions } = await testCase.run('exhibit.dependents', {
      of: { kind: 'exhibit', id: testCase.exhibits.unused },
    });
    expect(editions).toHaveLength(1);
  });

  test('exhibits that only figures rest on are in annex A and in the pre-flight', async () => {
    const { citationId } = await citedStatement();
    await add({ citationIds: [citationId] });
    const { document } = await preview();
    expect(document.exhibits.map(exhibit => exhibit.number)).toContain('EX-0004');
    const { items, concerns } = await testCase.run('report.preFlight', { caseId: testCase.caseId });
    expect(items.map(item => item.exhibitNumber)).toEqual([1, 2, 3, 4]);
    expect(concerns.map(concern => concern.sentence)).toContain(
      'EX-0004 is among them because Figure I rests on it; no finding cites it.',
    );
  });

  test('a citation that is withdrawn later is told under the figure and among the problems', async () => {
    const { citationId } = await citedStatement();
    await add({ citationIds: [citationId] });
    await testCase.run('entity.withdrawCitation', { citationId });
    const { document, problems } = await preview();
    expect(JSON.stringify(document)).toContain('1 citation that it rests on was withdrawn since it was made.');
    expect(problems).toContainEqual({
      sentence: 'Figure I rests on 1 citation withdrawn since it was made. Make it anew.',
      findingId: null,
      figureId: expect.stringMatching(/^fig-/),
    });
  });

  test('a picture that may show a confidential name stays out, and its words are concealed everywhere', async () => {
    await add({
      caption: `Ties of ${REAL_NAME}`,
      altText: `A box “${REAL_NAME}”.`,
      table: { columns: ['Name'], rows: [[REAL_NAME]] },
    });
    const { document, problems } = await preview();
    expect(JSON.stringify(document)).not.toContain('Quennerby');
    const [figure] = figuresOfReport(document as ReportDocument);
    expect(figure?.block).toMatchObject({ caption: 'Ties of Confidential source “WILLOW”', picture: null });
    expect(problems.map(problem => problem.sentence)).toContain(
      'The picture of Figure I is left out: it spells out the name of a confidential source. Make it anew without that.',
    );
    const parts = unzipSync(await compile('docx'));
    expect(Object.keys(parts).filter(name => name.startsWith('word/media/'))).toEqual([]);
  });
});

describe('in the bundle', () => {
  test('the picture goes as a file and into the viewer, and the bag is valid', async () => {
    const { citationId } = await citedStatement();
    await add({ citationIds: [citationId, testCase.citations.open], findingId: testCase.findingId });
    const { path, files, text, bundle } = await exportBundle();
    expect(await verifyBag(path)).toMatchObject({ ok: true, problems: [] });
    expect(files.get('data/report/figures/figure-I.png')).toEqual(png);
    expect(text('data/viewer/figures/I-000.js')).toContain(Buffer.from(png).toString('base64'));
    expect(text('data/report/report.md')).toContain('](figures/figure-I.png)');
    expect(bundle.figures).toMatchObject([
      { numeral: 'I', findingId: testCase.findingId, picture: { sizeBytes: png.length }, table },
    ]);
    expect(bundle.exhibits.map(exhibit => exhibit.number)).toContain('EX-0004');
    expect(text('data/custody/custody.jsonl')).toContain('figure-added');
    expect(text('data/ro-crate-metadata.json')).toContain('report/figures/figure-I.png');
  });

  test('the same content makes the same bytes', async () => {
    await add();
    const [first, second] = [await exportBundle('first.zip'), await exportBundle('second.zip')];
    expect(readFileSync(first.path).equals(readFileSync(second.path))).toBe(true);
  });

  test('a figure that rests on a withheld exhibit goes without picture and table', async () => {
    await add({ citationIds: [testCase.citations.red], table: { columns: ['What'], rows: [[SECRET_WORDS]] } });
    const { files, text, bundle } = await exportBundle();
    expect([...files.keys()].filter(name => /figure/.test(name))).toEqual([]);
    expect(bundle.figures).toMatchObject([
      { picture: null, table: null, withheld: 'The picture is left out: it rests on EX-0002 (TLP:RED).' },
    ]);
    for (const name of ['report.html', 'report.md', 'report.json', 'case.json'])
      expect(text(`data/report/${name}`)).not.toContain(SECRET_WORDS);
    const { concerns } = await testCase.run('bundle.preFlight', { caseId: testCase.caseId });
    expect(concerns.map(concern => concern.sentence)).toContain(
      'The picture of Figure I stays here: it rests on EX-0002 (TLP:RED).',
    );
  });
});
