/** A bundle as it was written, unpacked: its case, its parts as the viewer's scripts hand them over, and every id that must lead somewhere. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { strFromU8, unzipSync } from 'fflate';
import { BundleChart } from '../../shared/domain/bundle/bundleChart.ts';
import { BundleEntityBlock, BundleEntityIndex } from '../../shared/domain/bundle/bundleEntity.ts';
import { BundleEvents } from '../../shared/domain/bundle/bundleEvent.ts';
import { BundleMap } from '../../shared/domain/bundle/bundleMap.ts';
import { SearchIndex, SearchPlaces, SearchShard } from '../../shared/domain/bundle/bundleSearch.ts';
import { BundleTimeline } from '../../shared/domain/bundle/bundleTimeline.ts';
import { BundleBoxes, BundleCase, BundleCustodyBlock, BundleReceipts, BundleText } from '../../shared/domain/bundle.ts';

export interface BundleInHand {
  files: ReadonlyMap<string, Uint8Array>;
  text(file: string): string;
  bundle: BundleCase;
  /** What the script of a key hands over; undefined where there is none. */
  script(key: string): unknown;
  entities: BundleEntityBlock['entities'];
  passages: BundleEntityBlock['passages'];
  index: BundleEntityIndex;
  chart: BundleChart | null;
  map: BundleMap | null;
  timeline: BundleTimeline | null;
  events: BundleEvents;
  places: SearchPlaces;
}

export function takeInHand(zip: string): BundleInHand {
  const files = new Map(
    Object.entries(unzipSync(readFileSync(zip))).map(([file, bytes]) => [file.slice(file.indexOf('/') + 1), bytes]),
  );
  const text = (file: string) => strFromU8(files.get(file) ?? new Uint8Array(0));
  const script = (key: string): unknown => {
    if (!files.has(`data/viewer/${key}.js`)) return undefined;
    const handed: unknown[] = [];
    const receive = (given: string, value: unknown) => {
      if (given === key) handed.push(value);
    };
    runInNewContext(text(`data/viewer/${key}.js`), { __probatum: { receive } });
    // From another realm, whose arrays are no arrays of ours.
    return JSON.parse(JSON.stringify(handed[0]));
  };
  const all = (prefix: string): unknown[] =>
    [...files.keys()]
      .filter(file => new RegExp(`^data/viewer/${prefix}\\d+\\.js$`).test(file))
      .sort()
      .map(file => script(file.slice('data/viewer/'.length, -'.js'.length)));
  const blocks = all('entities/').map(block => BundleEntityBlock.parse(block));
  const chart = script('chart');
  const map = script('map/places');
  const timeline = script('timeline');
  return {
    files,
    text,
    script,
    bundle: BundleCase.parse(JSON.parse(text('data/report/case.json'))),
    entities: blocks.flatMap(block => block.entities),
    passages: blocks.flatMap(block => block.passages),
    index: BundleEntityIndex.parse(script('entities/index') ?? []),
    chart: chart === undefined ? null : BundleChart.parse(chart),
    map: map === undefined ? null : BundleMap.parse(map),
    timeline: timeline === undefined ? null : BundleTimeline.parse(timeline),
    events: BundleEvents.parse(script('events') ?? []),
    places: all('search/places-').flatMap(block => SearchPlaces.parse(block)),
  };
}

/** Every file as text: bytes as they are, and what scripts carry as base64 once more as bytes. */
export function everythingIn({ files }: Pick<BundleInHand, 'files'>): string {
  return [...files]
    .map(([name, bytes]) => {
      const words = Buffer.from(bytes).toString('utf8');
      const carried = /^data\/viewer\/(?:exhibits|figures)\//.test(name)
        ? Buffer.from(/,"([^"]*)"\);/.exec(words)?.[1] ?? '', 'base64').toString('utf8')
        : '';
      return `${name}\n${words}\n${carried}`;
    })
    .join('\n');
}

/** What names something that is not in the bundle, each as "who: id". Empty: everything resolves. */
export function deadEnds(hand: BundleInHand): string[] {
  const { bundle, entities, index, chart, map, timeline, events, places, files } = hand;
  const known = {
    exhibit: new Set(bundle.exhibits.map(one => one.number)),
    passage: new Set([...bundle.passages, ...hand.passages].map(one => one.id)),
    entity: new Set(entities.map(one => one.id)),
    statement: new Set(entities.flatMap(one => one.statements.map(({ id }) => id))),
    finding: new Set(bundle.findings.map(one => one.id)),
    claim: new Set(bundle.findings.flatMap(one => one.claims.map(({ id }) => id))),
    source: new Set((bundle.sources ?? []).map(one => one.id)),
    provision: new Set((bundle.matrix?.provisions ?? []).map(one => one.id)),
    request: new Set((bundle.requests ?? []).map(one => one.id)),
    figure: new Set((bundle.figures ?? []).map(one => one.numeral)),
    node: new Set((chart?.nodes ?? []).map(one => one.id)),
    file: new Set(files.keys()),
    citation: new Set([
      ...bundle.findings.flatMap(one => one.claims.flatMap(claim => claim.citations.map(({ id }) => id))),
      ...entities.flatMap(one => one.statements.flatMap(({ citations }) => citations.map(({ id }) => id))),
    ]),
  };
  const dead: string[] = [];
  const needs = (where: string, kind: keyof typeof known, ids: readonly (string | null | undefined)[]) => {
    for (const id of ids)
      if (id !== null && id !== undefined && !known[kind].has(id)) dead.push(`${where}: ${kind} ${id}`);
  };
  for (const one of [...bundle.passages, ...hand.passages]) needs(`passage ${one.id}`, 'exhibit', [one.exhibitNumber]);
  for (const one of bundle.findings) {
    needs(
      one.number,
      'entity',
      one.participants.map(({ entityId }) => entityId),
    );
    for (const claim of one.claims) {
      needs(one.number, 'entity', claim.entityIds ?? []);
      needs(
        one.number,
        'passage',
        claim.citations.map(({ passageId }) => passageId),
      );
      needs(
        one.number,
        'provision',
        claim.provisions.map(({ id }) => id),
      );
    }
    for (const block of one.narrative)
      for (const run of block.type === 'list' ? block.items.flat() : block.runs)
        if (run.type === 'citation') needs(one.number, 'citation', [run.citationId]);
  }
  for (const one of bundle.exhibits) {
    needs(one.number, 'exhibit', [one.parentNumber]);
    needs(one.number, 'source', [one.source?.id]);
    if (one.fileName !== null) needs(one.number, 'file', [`data/exhibits/${one.fileName}`]);
    if (!one.hasText) continue;
    needs(one.number, 'file', [`data/text/${one.number}.json`]);
    const blockFile = (folder: string, block: number) =>
      `data/viewer/${folder}/${one.number}-${String(block).padStart(3, '0')}.js`;
    needs(
      one.number,
      'file',
      [...(one.textBlocks ?? [0]).keys()].map(block => blockFile('text', block)),
    );
    needs(
      one.number,
      'file',
      (one.boxBlocks ?? []).map(block => blockFile('boxes', block)),
    );
  }
  for (const one of bundle.chronology) needs('chronology', 'citation', one.citationIds);
  for (const one of bundle.figures ?? []) {
    needs(one.numeral, 'finding', [one.findingId]);
    if (one.picture) needs(one.numeral, 'file', [`data/report/figures/${one.picture.fileName}`]);
  }
  for (const cell of bundle.matrix?.cells ?? []) {
    needs('matrix', 'finding', [cell.findingId]);
    needs('matrix', 'provision', [cell.provisionId]);
    needs('matrix', 'claim', cell.claimIds);
  }
  for (const one of bundle.requests ?? []) {
    needs(one.id, 'finding', [one.findingId]);
    needs(one.id, 'entity', [one.entityId]);
    needs(one.id, 'exhibit', [one.replyExhibitNumber]);
  }
  for (const one of bundle.sources ?? []) {
    needs(one.id, 'exhibit', one.exhibitNumbers);
    needs(
      one.id,
      'source',
      one.origins.map(({ id }) => id),
    );
  }
  for (const one of bundle.editions ?? [])
    needs(
      'edition',
      'file',
      one.files.map(({ path }) => `data/${path}`),
    );
  needs(
    'entity index',
    'entity',
    index.map(({ id }) => id),
  );
  for (const one of entities) {
    for (const said of one.statements) {
      needs(said.id, 'entity', [said.target?.id]);
      needs(
        said.id,
        'passage',
        said.citations.map(({ passageId }) => passageId),
      );
    }
    for (const tie of one.ties) {
      needs(one.id, 'entity', [tie.entityId, tie.other?.id]);
      needs(one.id, 'statement', [tie.statementId]);
    }
  }
  for (const one of events) needs('event', 'entity', [one.id, ...one.participants.map(({ id }) => id)]);
  needs('chart', 'entity', [...known.node]);
  for (const tie of chart?.ties ?? []) {
    needs('chart', 'node', [tie.sourceId, tie.targetId]);
    needs('chart', 'entity', [tie.entityId]);
  }
  for (const view of chart?.views ?? [])
    needs('chart view', 'node', [
      ...Object.keys(view.positions),
      ...view.hiddenIds,
      ...view.groups.flatMap(group => group.memberIds),
    ]);
  for (const one of map?.places ?? []) {
    needs('map', 'entity', [one.entityId, ...one.entityIds]);
    needs('map', 'statement', [one.statementId]);
    needs('map', 'exhibit', [one.exhibitNumber]);
  }
  for (const one of timeline?.items ?? []) {
    needs('timeline', 'entity', [one.entityId, ...one.entityIds]);
    needs('timeline', 'finding', [one.findingId]);
    needs('timeline', 'claim', [one.claimId]);
    needs('timeline', 'exhibit', [one.exhibitNumber]);
    needs('timeline', 'citation', one.citationIds);
  }
  for (const place of places) if (place.kind !== 'case') needs('search', place.kind, [place.id]);
  return dead;
}

/** Parses each script under data/viewer/ by its schema; whatever is not of a known kind is named. */
export function parseAllScripts({ files, script }: BundleInHand): string[] {
  const schemas: [RegExp, { parse(value: unknown): unknown } | null][] = [
    [/^case$/, BundleCase],
    [/^custody\/receipts$/, BundleReceipts],
    [/^custody\//, BundleCustodyBlock],
    [/^text\//, BundleText],
    [/^boxes\//, BundleBoxes],
    [/^search\/terms-index$/, SearchIndex],
    [/^search\/terms-/, SearchShard],
    [/^search\/places-/, SearchPlaces],
    [/^entities\/index$/, BundleEntityIndex],
    [/^entities\//, BundleEntityBlock],
    [/^events$/, BundleEvents],
    [/^chart$/, BundleChart],
    [/^map\/places$/, BundleMap],
    [/^timeline$/, BundleTimeline],
    [/^(?:exhibits|figures|pdf|map\/coasts)/, null],
    [/^viewer$/, null],
  ];
  return [...files.keys()]
    .filter(file => /^data\/viewer\/.*\.js$/.test(file))
    .map(file => file.slice('data/viewer/'.length, -'.js'.length))
    .filter(key => {
      const found = schemas.find(([pattern]) => pattern.test(key));
      found?.[1]?.parse(script(key));
      return !found;
    });
}
