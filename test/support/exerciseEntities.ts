/** Who and what the exercise bundle tells of: a ship, its owner, a tanker, and the transfer between them. Invented. */
import { writeFtm, writeGeoJson, writeGraphml } from '../../shared/domain/interchange/index.ts';
import type { BundleParts } from '../../shared/domain/bundle/bundleEntries.ts';
import { BundleChart } from '../../shared/domain/bundle/bundleChart.ts';
import {
  BundleEntityBlock,
  BundleEntityIndex,
  type BundleEntityName,
  type BundleStatement,
} from '../../shared/domain/bundle/bundleEntity.ts';
import { BundleEvents } from '../../shared/domain/bundle/bundleEvent.ts';
import { BundleMap } from '../../shared/domain/bundle/bundleMap.ts';
import { BundleTimeline } from '../../shared/domain/bundle/bundleTimeline.ts';

const id = (kind: string, number: number): string =>
  `${kind}-01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** The words of the scanned port log, with where each stands on the page. */
export const SCAN_WORDS = ['HANEUL', '7', 'arrived', '15', 'March', '2026,', 'draught', '6.1', 'm'].reduce<
  { text: string; start: number; end: number; x: number; y: number; w: number; h: number }[]
>((words, text, at) => {
  const start = (words.at(-1)?.end ?? -1) + 1;
  const place = { x: 0.1 + (at % 3) * 0.27, y: 0.12 + Math.floor(at / 3) * 0.05, w: text.length * 0.025, h: 0.022 };
  words.push({ text, start, end: start + text.length, ...place });
  return words;
}, []);

const SCANNED = { start: SCAN_WORDS[0]?.start ?? 0, end: SCAN_WORDS[5]?.end ?? 0 };
export const SCAN_QUOTE = 'HANEUL 7 arrived 15 March 2026,';

const ship: BundleEntityName = {
  id: id('ent', 1),
  kind: 'thing',
  schema: 'Vessel',
  caption: 'Haneul 7',
  hint: 'IMO 9074729 · Example Island',
};
const owner: BundleEntityName = {
  id: id('ent', 2),
  kind: 'thing',
  schema: 'Company',
  caption: 'Paper Lantern Shipping Ltd',
  hint: '',
};
const tanker: BundleEntityName = {
  id: id('ent', 3),
  kind: 'thing',
  schema: 'Vessel',
  caption: '푸른 등대호',
  hint: '',
};
const ownership: BundleEntityName = {
  id: id('ent', 4),
  kind: 'relationship',
  schema: 'Ownership',
  caption: 'Paper Lantern Shipping Ltd owns Haneul 7',
  hint: 'from 2024',
};
const transfer: BundleEntityName = {
  id: id('ent', 5),
  kind: 'event',
  schema: 'Event',
  caption: 'Transfer off Nampo',
  hint: '15 March 2026',
};

/** Citations of statements; their passages come with the entities. */
export const STATEMENT_CITATIONS = {
  imo: id('cit', 101),
  name: id('cit', 102),
  owner: id('cit', 103),
  arrival: id('cit', 104),
};

function statement(
  number: number,
  property: string,
  label: string,
  value: string,
  more: Partial<BundleStatement> = {},
) {
  return {
    id: id('stm', number),
    property,
    label,
    value,
    words: value,
    original: '',
    language: '',
    quality: null,
    detail: {},
    fromOn: null,
    toOn: null,
    credibility: 2,
    note: '',
    isShown: true,
    target: null,
    citations: [],
    ...more,
  };
}

const cites = (citationId: string, passage: number, quote: string) => [
  {
    id: citationId,
    passageId: id('psg', passage),
    bearing: 'supports' as const,
    credibility: 2 as const,
    quote,
    rebuttal: '',
  },
];

function passage(number: number, exhibitNumber: string, exact: string, more: object = {}) {
  return {
    id: id('psg', number),
    exhibitNumber,
    quote: { exact, prefix: '', suffix: '' },
    pageIndex: 0,
    pageLabel: null,
    position: null,
    rects: [],
    note: '',
    tags: [],
    ...more,
  };
}

const strength = (name: 'probable' | 'contested', reason: string) => ({
  strength: name,
  reasons: [reason],
  judgement: null,
});

const tie = (
  entity: BundleEntityName,
  statementNumber: number,
  words: string,
  other: BundleEntityName,
  more: object = {},
) => ({
  entityId: entity.id,
  statementId: id('stm', statementNumber),
  words,
  role: '',
  measure: '',
  other,
  fromOn: null,
  toOn: null,
  strength: 'probable',
  citationCount: 1,
  ...more,
});

const IMO_WORDS = 'IMO 9074729 (exercise number)';
const OWNER_WORDS = 'Registered owner: Paper Lantern Shipping Ltd';

const block = BundleEntityBlock.parse({
  entities: [
    {
      ...ship,
      schemaLabel: 'Vessel',
      strength: null,
      statements: [
        statement(1, 'name', 'Name', 'Haneul 7', {
          citations: cites(STATEMENT_CITATIONS.name, 101, 'The vessel Haneul 7'),
        }),
        statement(2, 'name', 'Name', 'Blue Heron', { isShown: false, fromOn: '2026-03-04', quality: 'strong' }),
        statement(3, 'imoNumber', 'IMO Number', '9074729', {
          original: 'IMO 9074729',
          citations: cites(STATEMENT_CITATIONS.imo, 102, IMO_WORDS),
        }),
        statement(4, 'flag', 'Flag', 'kp', { words: 'North Korea', note: 'As painted on the hull before March.' }),
      ],
      ties: [
        tie(ownership, 6, 'is owned by', owner, { fromOn: '2024', measure: '100 %' }),
        tie(transfer, 9, 'took part as receiver in', transfer, { fromOn: '2026-03-15', strength: 'contested' }),
      ],
    },
    {
      ...owner,
      schemaLabel: 'Company',
      strength: null,
      statements: [statement(5, 'name', 'Name', 'Paper Lantern Shipping Ltd')],
      ties: [tie(ownership, 7, 'owns', ship, { fromOn: '2024', measure: '100 %' })],
    },
    {
      ...tanker,
      schemaLabel: 'Vessel',
      strength: null,
      statements: [statement(8, 'name', 'Name', '푸른 등대호', { language: 'kor' })],
      ties: [tie(transfer, 10, 'took part as supplier in', transfer, { fromOn: '2026-03-15', strength: 'contested' })],
    },
    {
      ...ownership,
      schemaLabel: 'Ownership',
      strength: strength('probable', 'Only one source of reliability A to C supports it.'),
      statements: [
        statement(7, 'owner', 'Owner', owner.id, {
          words: owner.caption,
          target: { id: owner.id, caption: owner.caption },
          citations: cites(STATEMENT_CITATIONS.owner, 103, OWNER_WORDS),
        }),
        statement(6, 'asset', 'Asset', ship.id, {
          words: ship.caption,
          target: { id: ship.id, caption: ship.caption },
        }),
        statement(11, 'startDate', 'Start date', '2024'),
        statement(12, 'percentage', 'Percentage held', '100'),
      ],
      ties: [
        tie(ownership, 7, 'owner', owner, { strength: 'probable' }),
        tie(ownership, 6, 'asset', ship, { strength: 'probable' }),
      ],
    },
    {
      ...transfer,
      schemaLabel: 'Event',
      strength: strength('contested', 'EX-0003 contradicts it.'),
      statements: [
        statement(13, 'name', 'Name', 'Transfer off Nampo'),
        statement(14, 'date', 'Date', '2026-03-15', { citations: cites(STATEMENT_CITATIONS.arrival, 104, SCAN_QUOTE) }),
        statement(15, 'position', 'Position', '38°40′N 124°50′E', {
          detail: {
            position: { latitude: 38.6667, longitude: 124.8333, datum: 'not stated', notation: 'degrees and minutes' },
          },
        }),
        statement(16, 'quantity', 'Quantity', '12,000 barrels', {
          detail: {
            quantity: { amount: 12_000, unit: 'bbl' },
            converted: { amount: 1600, unit: 't', factor: 0.1333, note: 'diesel: 7.5 bbl/t (verify)' },
          },
        }),
        statement(9, 'participant', 'Participant', ship.id, {
          words: ship.caption,
          target: { id: ship.id, caption: ship.caption },
          detail: { role: 'receiver' },
        }),
        statement(10, 'participant', 'Participant', tanker.id, {
          words: tanker.caption,
          target: { id: tanker.id, caption: tanker.caption },
          detail: { role: 'supplier' },
        }),
      ],
      ties: [
        tie(transfer, 9, 'participant as receiver', ship, { strength: 'contested' }),
        tie(transfer, 10, 'participant as supplier', tanker, { strength: 'contested' }),
      ],
    },
  ],
  passages: [
    passage(101, 'EX-0001', 'The vessel Haneul 7', { pageIndex: 1, pageLabel: 'A-3' }),
    passage(102, 'EX-0001', IMO_WORDS, { pageIndex: 1, pageLabel: 'A-3' }),
    passage(103, 'EX-0001', OWNER_WORDS, { pageIndex: 1, pageLabel: 'A-3' }),
    passage(104, 'EX-0006', SCAN_QUOTE, { position: SCANNED }),
  ],
});

const line = (
  number: number,
  source: BundleEntityName,
  target: BundleEntityName,
  entity: BundleEntityName,
  more: object,
) => ({
  id: id('stm', number),
  entityId: entity.id,
  schema: entity.schema,
  property: null,
  sourceId: source.id,
  targetId: target.id,
  directed: true,
  role: '',
  fromOn: null,
  toOn: null,
  strength: 'probable',
  isJudged: false,
  citationCount: 1,
  ...more,
});

const node = (entity: BundleEntityName, x: number, y: number, more: object = {}) => ({
  ...entity,
  countries: [],
  fromOn: null,
  toOn: null,
  x,
  y,
  ...more,
});

export const entityParts: Pick<BundleParts, 'entities' | 'events' | 'chart' | 'map' | 'timeline' | 'interchange'> = {
  entities: {
    index: BundleEntityIndex.parse(
      block.entities.map(({ id: entityId, kind, schema, caption, hint, statements, ties }) => ({
        id: entityId,
        kind,
        schema,
        caption,
        hint,
        block: 0,
        statementCount: statements.length,
        citationCount: statements.flatMap(one => one.citations).length,
        tieCount: ties.length,
      })),
    ),
    blockCount: 1,
    block: () => block,
  },
  events: BundleEvents.parse([
    {
      id: transfer.id,
      kindLabel: 'ship-to-ship transfer',
      caption: transfer.caption,
      fromOn: '2026-03-15',
      toOn: '2026-03-15',
      place: '38°40′N 124°50′E',
      participants: [
        { id: ship.id, caption: ship.caption, role: 'receiver' },
        { id: tanker.id, caption: tanker.caption, role: 'supplier' },
      ],
      quantities: [{ words: '12,000 barrels', converted: '1600 t (diesel: 7.5 bbl/t (verify))' }],
      strength: 'contested',
      citationCount: 1,
    },
  ]),
  chart: BundleChart.parse({
    nodes: [
      node(owner, 0, 0),
      node(ship, 300, 0, { countries: ['kp'] }),
      node(tanker, 300, 240),
      node(transfer, 600, 120, { fromOn: '2026-03-15', toOn: '2026-03-15' }),
    ],
    ties: [
      line(6, owner, ship, ownership, { label: 'owns', backLabel: 'is owned by', fromOn: '2024' }),
      line(9, ship, transfer, transfer, {
        property: 'participant',
        label: 'took part as receiver in',
        backLabel: 'had as receiver',
        strength: 'contested',
      }),
      line(10, tanker, transfer, transfer, {
        property: 'participant',
        label: 'took part as supplier in',
        backLabel: 'had as supplier',
        strength: 'contested',
        citationCount: 0,
      }),
    ],
    views: [
      {
        id: id('viw', 1),
        name: 'Owner and ship',
        positions: { [owner.id]: { x: 0, y: 0 }, [ship.id]: { x: 0, y: 200 } },
        hiddenIds: [tanker.id],
        groups: [],
        notes: [{ id: 'note-1', text: 'The owner is a letter box.', x: 180, y: 0, width: 160 }],
        asAt: null,
      },
    ],
  }),
  map: BundleMap.parse({
    places: [
      {
        id: 'place-1',
        source: 'event',
        title: transfer.caption,
        kindLabel: 'ship-to-ship transfer',
        latitude: 38.6667,
        longitude: 124.8333,
        datum: 'not stated',
        original: '38°40′N 124°50′E',
        fromOn: '2026-03-15',
        toOn: '2026-03-15',
        entityId: transfer.id,
        statementId: id('stm', 15),
        entityIds: [ship.id, tanker.id],
        exhibitNumber: null,
        pageIndex: null,
        strength: 'contested',
        citationCount: 1,
      },
      {
        id: 'place-2',
        source: 'claimed',
        title: 'EX-0004 · Satellite picture, stand-in',
        kindLabel: 'claimed by a picture',
        latitude: 38.7,
        longitude: 124.9,
        datum: 'not stated',
        original: '38.7, 124.9',
        fromOn: '2026-03-15',
        toOn: '2026-03-15',
        entityId: null,
        statementId: null,
        entityIds: [],
        exhibitNumber: 'EX-0004',
        pageIndex: 0,
        strength: null,
        citationCount: 0,
      },
    ],
    entities: [ship, tanker, transfer].map(({ id: entityId, caption }) => ({ id: entityId, caption })),
  }),
  timeline: BundleTimeline.parse({
    items: [
      {
        id: transfer.id,
        source: 'event',
        title: transfer.caption,
        kindLabel: 'ship-to-ship transfer',
        fromOn: '2026-03-15',
        toOn: '2026-03-15',
        entityIds: [ship.id, tanker.id],
        entityId: transfer.id,
        findingId: null,
        claimId: null,
        exhibitNumber: null,
        strength: 'contested',
        status: null,
        citationCount: 1,
        citationIds: [STATEMENT_CITATIONS.arrival],
        place: '38°40′N 124°50′E',
      },
      {
        id: ownership.id,
        source: 'relationship',
        title: ownership.caption,
        kindLabel: 'owns',
        fromOn: '2024',
        toOn: null,
        entityIds: [owner.id, ship.id],
        entityId: ownership.id,
        findingId: null,
        claimId: null,
        exhibitNumber: null,
        strength: 'probable',
        status: null,
        citationCount: 1,
        citationIds: [STATEMENT_CITATIONS.owner],
        place: '',
      },
      {
        id: 'EX-0001',
        source: 'exhibit',
        title: 'EX-0001 Registry extract: continuous synopsis record',
        kindLabel: 'published',
        fromOn: '2026-03-20',
        toOn: '2026-03-20',
        entityIds: [],
        entityId: null,
        findingId: null,
        claimId: null,
        exhibitNumber: 'EX-0001',
        strength: null,
        status: null,
        citationCount: 0,
        citationIds: [],
        place: '',
      },
    ],
    lanes: [ship, owner, tanker].map(({ id: entityId, caption }) => ({ id: entityId, caption })),
  }),
  interchange: {
    ftm: () => writeFtm({ entities: () => [] }),
    geojson: () => writeGeoJson({ entities: () => [] }),
    graphml: () => writeGraphml({ entities: () => [] }),
  },
};
