/** What a bundle tells of entities: all that it may, each word of it resolving, and nothing that stays. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verifyBag } from '../../../electron/bag/index.ts';
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { type BundleInHand, deadEnds, everythingIn, parseAllScripts, takeInHand } from '../../support/bundleInHand.ts';
import {
  problemsOfAnnotations,
  problemsOfCrate,
  problemsOfFtm,
  problemsOfGeoJson,
  problemsOfGraphml,
} from '../../support/openFormats.ts';
import { openReportCase, OPEN_WORDS, REAL_NAME, type ReportCase, SECRET_WORDS } from './reportCase.ts';

let test_: ReportCase;

async function exported(name = 'bundle.zip', more: object = {}): Promise<BundleInHand & { path: string }> {
  const started = await test_.run('bundle.export', {
    caseId: test_.caseId,
    recipient: 'Reviewer One',
    reason: 'Second reading',
    to: test_.granted(name),
    ...more,
  });
  const state = await test_.finish(started);
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  const path = join(test_.folder, name);
  return { ...takeInHand(path), path };
}

async function mark(exhibitId: ExhibitId, exact: string) {
  const selection = { kind: 'words' as const, pageIndex: 0, quote: { exact, prefix: '', suffix: '' }, rects: [] };
  return (await test_.run('passage.mark', { exhibitId, selection, note: '', tags: [] })).id;
}

/** Words that rest on what stays, or that another case holds. Single words, since an index breaks sentences up. */
const STAYS = ['Zyxalias', 'Zyxowner', 'Zyxplace', 'Zyxevent', 'Zyxother', 'Zyxjudged', '뷁뷂호'];

interface Story {
  ship: EntityId;
  owner: EntityId;
  nameless: EntityId;
  transfer: EntityId;
}

async function tellStory(): Promise<Story> {
  const { run, caseId, exhibits } = test_;
  const open = await mark(exhibits.open, OPEN_WORDS);
  const red = await mark(exhibits.red, SECRET_WORDS);
  const cite = (passageId: typeof open) => ({ passageId, bearing: 'supports' as const, credibility: 2 as const });
  const { entityId: ship } = await run('entity.create', {
    caseId,
    schema: 'Vessel',
    statements: [
      { property: 'name', value: 'Blue Heron' },
      { property: 'flag', value: 'kp', fromOn: '2026-01' },
      { property: 'notes', value: `As ${REAL_NAME} says` },
    ],
    cite: cite(open),
  });
  const record = async (entityId: EntityId, statement: object, passageId: typeof open | null) => {
    const { statementId } = await run('entity.record', { caseId, entityId, statement: statement as never });
    if (passageId) await run('entity.cite', { statementId, passageId, bearing: 'supports', credibility: 2 });
  };
  await record(ship, { property: 'alias', value: 'Zyxalias' }, red);
  await record(ship, { property: 'alias', value: '뷁뷂호' }, red);
  const { entityId: owner } = await run('entity.create', {
    caseId,
    schema: 'Company',
    statements: [{ property: 'name', value: 'Paper Lantern Ltd' }],
    cite: cite(open),
  });
  const { entityId: nameless } = await run('entity.create', {
    caseId,
    schema: 'Company',
    statements: [{ property: 'name', value: 'Zyxowner' }],
    cite: cite(red),
  });
  await record(nameless, { property: 'jurisdiction', value: 'cy' }, open);
  await run('entity.relate', {
    caseId,
    schema: 'Ownership',
    sourceId: owner,
    targetId: ship,
    statements: [{ property: 'startDate', value: '2024' }],
    cite: cite(open),
  });
  await run('entity.relate', { caseId, schema: 'Ownership', sourceId: nameless, targetId: ship, cite: cite(open) });
  const { entityId: transfer } = await run('entity.create', {
    caseId,
    schema: 'Event',
    statements: [
      { property: 'name', value: 'Transfer at sea' },
      { property: 'date', value: '2026-03-15' },
      {
        property: 'position',
        value: '38.5, 124.5',
        detail: {
          position: { latitude: 38.5, longitude: 124.5, datum: 'WGS 84', notation: 'decimal degrees' },
        },
      },
    ],
    cite: cite(open),
  });
  await record(transfer, { property: 'participant', value: 'x', targetId: ship, detail: { role: 'receiver' } }, open);
  await record(transfer, { property: 'address', value: 'Zyxplace' }, red);
  const { entityId: hidden } = await run('entity.create', {
    caseId,
    schema: 'Event',
    statements: [
      { property: 'name', value: 'Zyxevent' },
      { property: 'date', value: '2026-04-01' },
    ],
    cite: cite(red),
  });
  await record(hidden, { property: 'participant', value: 'x', targetId: ship }, red);
  // The ship is known to another case too, which says more of it and judges its tie.
  const other = await run('case.create', {
    reference: 'C-OTHER',
    title: 'Another case',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Ada Vinterhaug',
    isExercise: true,
  });
  await run('entity.addToCase', { entityId: ship, caseId: other.id });
  await run('entity.record', {
    caseId: other.id,
    entityId: ship,
    statement: { property: 'alias', value: 'Zyxother' },
  });
  await run('entity.addToCase', { entityId: transfer, caseId: other.id });
  await run('entity.judgeStrength', { entityId: transfer, strength: 'confirmed', reason: 'Zyxjudged says so' });
  const { findingId } = test_;
  await run('finding.update', {
    findingId,
    participants: [{ name: 'Blue Heron', role: 'receiver', entityId: ship }] as never,
  });
  return { ship, owner, nameless, transfer };
}

describe('of a case as it stands', () => {
  let story: Story;
  let hand: BundleInHand & { path: string };
  beforeAll(async () => {
    test_ = await openReportCase();
    story = await tellStory();
    hand = await exported();
  });
  afterAll(() => test_.close());

  test('every id in every part leads to something in the bundle, and every script is what its schema says', async () => {
    expect(await verifyBag(hand.path)).toMatchObject({ ok: true, problems: [] });
    expect(deadEnds(hand)).toEqual([]);
    expect(parseAllScripts(hand)).toEqual([]);
    expect(hand.bundle.parts).toEqual({
      custodyEvents: hand.bundle.parts?.custodyEvents,
      receipts: 0,
      entities: 6,
      entityBlocks: 1,
      events: 1,
      chartNodes: 4,
      places: 1,
      timelineItems: hand.timeline?.items.length,
      hasSearch: true,
    });
  });

  test('nothing that rests on what stays is in any file: not in the index, the chart, the map, nor the formats of others', () => {
    const everything = everythingIn(hand);
    expect(STAYS.filter(word => everything.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(everything).not.toMatch(/뷁|뷂/);
    expect(everything).not.toMatch(/Quennerby/i);
    expect(everything).not.toContain(SECRET_WORDS);
    expect(everything).toContain('Blue Heron');
  });

  test('a value shows the words of the exhibit that it rests on, frozen, and the page that has them', () => {
    const { ship } = story;
    const { entities, passages, bundle } = hand;
    const name = entities.find(one => one.id === ship)?.statements.find(one => one.property === 'name');
    expect(name).toMatchObject({ words: 'Blue Heron', isShown: true, label: 'Name' });
    expect(name?.citations.map(({ quote, bearing }) => ({ quote, bearing }))).toEqual([
      { quote: OPEN_WORDS, bearing: 'supports' },
    ]);
    const passage = passages.find(one => one.id === name?.citations[0]?.passageId);
    expect(passage).toMatchObject({ exhibitNumber: 'EX-0001', pageIndex: 0, quote: { exact: OPEN_WORDS } });
    expect(bundle.exhibits.find(one => one.number === passage?.exhibitNumber)?.hasText).toBe(true);
  });

  test('one whose name stays is shown without it, by what may be told', () => {
    const { nameless } = story;
    const { entities, chart } = hand;
    expect(entities.find(one => one.id === nameless)).toMatchObject({
      caption: 'Company without a name',
      statements: [{ property: 'jurisdiction', value: 'cy', words: 'Cyprus' }],
    });
    expect(chart?.nodes.find(one => one.id === nameless)?.caption).toBe('Company without a name');
    expect(chart?.ties.filter(one => one.sourceId === nameless)).toMatchObject([{ label: 'owns' }]);
  });

  test('a judgement that another case may have made is left out; what follows from this case is told', () => {
    const { transfer } = story;
    const { entities } = hand;
    const strength = entities.find(one => one.id === transfer)?.strength;
    expect(strength?.judgement).toBeNull();
    expect(strength?.strength).not.toBe('confirmed');
    expect(strength?.reasons.length).toBeGreaterThan(0);
  });

  test('events, places, chart and timeline tell what happened, and to whom', () => {
    const { ship, transfer, owner } = story;
    const { events, map, chart, timeline } = hand;
    expect(events).toMatchObject([
      {
        id: transfer,
        caption: 'Transfer at sea',
        fromOn: '2026-03-15',
        participants: [{ id: ship, caption: 'Blue Heron', role: 'receiver' }],
      },
    ]);
    expect(map?.places).toMatchObject([
      {
        source: 'event',
        entityId: transfer,
        latitude: 38.5,
        longitude: 124.5,
        fromOn: '2026-03-15',
        entityIds: [ship],
      },
    ]);
    expect(chart?.ties.map(({ sourceId, label, targetId }) => [sourceId, label, targetId])).toContainEqual([
      owner,
      'owns',
      ship,
    ]);
    const places = chart?.nodes.map(({ x, y }) => `${x} ${y}`) ?? [];
    expect(new Set(places).size).toBe(places.length);
    expect(timeline?.items.map(item => [item.source, item.title])).toEqual(
      expect.arrayContaining([
        ['event', 'Transfer at sea'],
        ['relationship', 'Paper Lantern Ltd owns Blue Heron'],
        ['exhibit', 'EX-0001 Picture report'],
      ]),
    );
  });

  test('statements become web annotations that say of whom and what, on the words that they rest on', () => {
    const { text } = hand;
    const { first, total } = JSON.parse(text('data/annotations/annotations.jsonld')) as {
      total: number;
      first: { items: { motivation: string; body: { value?: string }[]; target: { source: string } }[] };
    };
    expect(first.items).toHaveLength(total);
    expect(
      first.items.filter(one => one.motivation === 'identifying').map(one => [one.body[1]?.value, one.target.source]),
    ).toContainEqual(['Blue Heron: Flag: North Korea', '../exhibits/EX-0001.txt']);
  });

  test('what leaves in the formats of others is valid in each, and the crate describes every file', () => {
    const paths = [...hand.files.keys()].flatMap(file =>
      file.startsWith('data/') ? [file.slice('data/'.length)] : [],
    );
    const json = (file: string) => JSON.parse(hand.text(file)) as Record<string, unknown>;
    expect({
      crate: problemsOfCrate(json('data/ro-crate-metadata.json'), paths),
      annotations: problemsOfAnnotations(json('data/annotations/annotations.jsonld'), paths),
      geojson: problemsOfGeoJson(json('data/geo/places.geojson')),
      graphml: problemsOfGraphml(hand.text('data/chart/chart.graphml')),
      ftm: problemsOfFtm(hand.text('data/ftm/entities.ftm.json')),
    }).toEqual({ crate: [], annotations: [], geojson: [], graphml: [], ftm: [] });
    const broken = hand.text('data/ftm/entities.ftm.json').replace('"schema":"Ownership"', '"schema":"Passport"');
    expect(problemsOfFtm(broken)).not.toEqual([]);
    expect(
      problemsOfGraphml(hand.text('data/chart/chart.graphml').replace(/<node [^>]*>/, '<node id="other">')),
    ).not.toEqual([]);
  });
});

describe('of a case that is changed', () => {
  afterEach(() => test_.close());

  test('what may go goes once the case may send it: the same words are found in the parts that they belong in', async () => {
    test_ = await openReportCase();
    await tellStory();
    await test_.run('case.update', { caseId: test_.caseId, change: { handlingMark: 'TLP:RED' } });
    const hand = await exported();
    const holding = (word: string) =>
      [...hand.files]
        .filter(([, bytes]) => Buffer.from(bytes).toString('utf8').toLowerCase().includes(word))
        .map(([name]) => name)
        .sort();
    expect(holding('zyxowner')).toEqual([
      'data/annotations/annotations.jsonld',
      'data/chart/chart.graphml',
      'data/ftm/entities.ftm.json',
      'data/viewer/chart.js',
      'data/viewer/entities/000.js',
      'data/viewer/entities/index.js',
      'data/viewer/search/places-000.js',
      'data/viewer/search/terms-0000.js',
    ]);
    expect(holding('zyxother')).toEqual([]);
  });

  test('an exhibit that only an entity rests on goes too', async () => {
    test_ = await openReportCase();
    const passageId = await mark(test_.exhibits.unused, 'Nothing rests on this');
    await test_.run('entity.create', {
      caseId: test_.caseId,
      schema: 'Company',
      statements: [{ property: 'name', value: 'Paper Lantern Ltd' }],
      cite: { passageId, bearing: 'supports', credibility: 2 },
    });
    const { bundle } = await exported();
    expect(bundle.exhibits.map(one => [one.number, one.fileName])).toContainEqual(['EX-0004', 'EX-0004.txt']);
  });

  test('with some findings only those whom they name go, with the ties between them', async () => {
    test_ = await openReportCase();
    const { ship } = await tellStory();
    const { index } = await exported('some.zip', { findingIds: [test_.findingId] });
    expect(index.map(one => one.id)).toEqual([ship]);
  });

  test('the same content makes the same bytes', async () => {
    test_ = await openReportCase();
    await tellStory();
    const [first, second] = [await exported('first.zip'), await exported('second.zip')];
    expect(readFileSync(first.path).equals(readFileSync(second.path))).toBe(true);
  });

  test('the pre-flight tells how many entities go, and which exhibits go for them alone', async () => {
    test_ = await openReportCase();
    const passageId = await mark(test_.exhibits.unused, 'Nothing rests on this');
    await test_.run('entity.create', {
      caseId: test_.caseId,
      schema: 'Company',
      statements: [{ property: 'name', value: 'Paper Lantern Ltd' }],
      cite: { passageId, bearing: 'supports', credibility: 2 },
    });
    const { concerns, items } = await test_.run('bundle.preFlight', { caseId: test_.caseId });
    expect(items.map(item => item.exhibitNumber)).toEqual([1, 4]);
    expect(concerns.filter(({ sentence }) => /entit/.test(sentence)).map(({ sentence }) => sentence)).toEqual([
      '1 entity goes with what is stated of it, on page and chart, and as FollowTheMoney.',
      'EX-0004 is among them because what is stated of an entity rests on it; no finding does.',
    ]);
  });

  test('a dissent that stands goes with its finding and its thread; the team’s other comments stay', async () => {
    test_ = await openReportCase();
    const { run, caseId, findingId, citations } = test_;
    const write = async (kind: 'finding' | 'citation', id: string, text: string, more: object = {}) =>
      (await run('comment.write', { caseId, subject: { kind, id }, text, ...more })).id;
    const dissent = await write('finding', findingId, 'The hulls may have lain at anchor.', { isDissent: true });
    await write('finding', findingId, 'Seen from 400 km.', { parentId: dissent });
    await write('finding', findingId, 'Zyxnote: call the witness again.');
    await write('citation', citations.red, 'Zyxquoted: at the ninth buoy nobody could see that.', { isDissent: true });
    const hand = await exported();
    expect(hand.bundle.comments?.map(({ text, isDissent }) => [text, isDissent])).toEqual([
      ['The hulls may have lain at anchor.', true],
      ['Seen from 400 km.', false],
      ['[words withheld: TLP:RED]', true],
    ]);
    expect(everythingIn(hand)).not.toMatch(/Zyxnote|Zyxquoted/i);
  });
});
