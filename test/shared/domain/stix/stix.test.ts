/** Entities through STIX and back: valid by the specification, nothing lost, the same bytes, foreign bundles whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaNamed, schemaNames } from '../../../../shared/domain/ftm/index.ts';
import { checkIncoming } from '../../../../shared/domain/interchange/checkIncoming.ts';
import type {
  InterchangeEntity,
  InterchangeValue,
  LeavingEntity,
  LeavingValue,
  ReadItem,
} from '../../../../shared/domain/interchange/interchangeEntity.ts';
import { NAMED_TYPES } from '../../../../shared/domain/stix/mapping.ts';
import { readStix } from '../../../../shared/domain/stix/readStix.ts';
import { observableId } from '../../../../shared/domain/stix/stixIds.ts';
import { type StixSource, writeStix } from '../../../../shared/domain/stix/writeStix.ts';
import { type AnyObject, problemsOfBundle } from './stixSchema.ts';

const RECORDED = { created: '2024-01-02T03:04:05.000Z', modified: '2024-02-03T04:05:06.000Z' };

function sourceOf(entities: readonly LeavingEntity[], more: Partial<StixSource> = {}): StixSource {
  return {
    case: { id: 'cas-1', reference: 'C-2026-003', createdAt: RECORDED.created },
    mark: () => 'TLP:AMBER+STRICT',
    entities: { entities: () => entities },
    timesOf: () => RECORDED,
    findings: [],
    onFindingLeftOut: () => {},
    ...more,
  };
}

async function read(text: string, size = 1000): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  const open = async function* pieces() {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
  };
  for await (const item of readStix(open)) items.push(item);
  return items;
}

const write = (source: StixSource) => [...writeStix(source)].join('');
const entitiesOf = (items: readonly ReadItem[]) => items.flatMap(item => ('entity' in item ? [item.entity] : []));
const problemsOf = (items: readonly ReadItem[]) => items.flatMap(item => ('problem' in item ? [item.problem] : []));

type Given = Omit<InterchangeEntity, 'values'> & { values: readonly InterchangeValue[] };

/** By id, values as they are stored, in one order. */
function settled(entities: readonly Given[]): unknown {
  const byId = new Map<string, { schema: string; values: Set<string> }>();
  for (const entity of entities) {
    const kept = checkIncoming({ ...entity, values: [...entity.values] }).entity;
    if (!kept) continue;
    const one = byId.get(kept.id) ?? { schema: kept.schema, values: new Set<string>() };
    for (const value of kept.values) one.values.add(JSON.stringify(value, Object.keys(value).sort()));
    byId.set(kept.id, one);
  }
  return [...byId]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { schema, values }]) => [id, schema, [...values].sort()]);
}

const SCHEMATA = schemaNames().filter(name => !schemaNamed(name)?.isAbstract);
const IDS = Array.from({ length: 8 }, (_, at) => `ent-${at}`);
const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(text => text.trim() !== ''),
  fc.constantFrom(
    '198.51.100.7',
    'bad.example',
    'https://bad.example/x',
    'a@b.example',
    '2001:db8::1',
    'AS64500',
    '2021-03-07',
    '2021-03~',
    'crime.cyber',
    'theft',
    'kp',
    'a'.repeat(64),
    'uses',
    '[url:value = 1]',
  ),
);
const citation = fc.record({
  exhibit: fc.constantFrom('EX-0001', 'EX-0002'),
  sha256: fc.constant('b'.repeat(64)),
  page: fc.constantFrom('p. 3', ''),
  quote: word,
  bearing: fc.constantFrom('supports', 'contradicts'),
});
const extra = fc.record(
  {
    original: word,
    language: fc.constantFrom('ko', 'en'),
    fromOn: fc.constantFrom('2020-01-05', '2020', null),
    toOn: fc.constantFrom('2021-01-05', null),
    credibility: fc.constantFrom(1 as const, 3 as const, 6 as const),
    note: word,
    citations: fc.array(citation, { maxLength: 2 }),
  },
  { requiredKeys: ['citations'] },
);

const leaving: fc.Arbitrary<LeavingEntity[]> = fc
  .array(
    fc
      .constantFrom(...SCHEMATA, 'Person', 'Company', 'CryptoWallet', 'UnknownLink', 'Event', 'Ownership')
      .chain(schema => {
        const properties = [...(schemaNamed(schema)?.properties.values() ?? [])].filter(one => !one.isStub);
        const value = fc
          .constantFrom(...properties)
          .chain(({ name, type }) =>
            fc
              .tuple(
                type === 'entity'
                  ? fc.constantFrom(...IDS)
                  : name === 'stixType'
                    ? fc.constantFrom(...Object.keys(NAMED_TYPES))
                    : word,
                extra,
              )
              .map(([text, parts]): LeavingValue => ({ property: name, value: text, target: null, ...parts })),
          );
        const edge = schemaNamed(schema)?.edge;
        const ends = edge
          ? fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)).map(([one, other]): LeavingValue[] => [
              { property: edge.source, value: one, target: null, citations: [] },
              { property: edge.target, value: other, target: null, citations: [] },
            ])
          : fc.constant<LeavingValue[]>([]);
        return fc
          .tuple(fc.array(value, { maxLength: 6 }), ends, word)
          .map(([values, sides, caption]) => ({ schema, caption, members: [], values: [...sides, ...values] }));
      }),
    { minLength: 1, maxLength: 8 },
  )
  .map(entities => entities.map((entity, at) => ({ ...entity, id: IDS[at] ?? '', values: distinct(entity.values) })));

/** A value is said once of an entity. */
function distinct(values: readonly LeavingValue[]): LeavingValue[] {
  return [...new Map(values.map(value => [`${value.property}\0${value.value}`, value])).values()];
}

describe('what leaves', () => {
  it('is valid by the specification, whatever the entities are', () => {
    fc.assert(
      fc.property(leaving, entities => {
        expect(problemsOfBundle(JSON.parse(write(sourceOf(entities))))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('comes back with every value, its dates, credibility and words as printed, in any order of the objects', async () => {
    await fc.assert(
      fc.asyncProperty(leaving, fc.integer(), async (entities, seed) => {
        const bundle = JSON.parse(write(sourceOf(entities))) as { objects: AnyObject[] };
        const objects = fc.sample(fc.shuffledSubarray(bundle.objects, { minLength: bundle.objects.length }), {
          seed,
          numRuns: 1,
        })[0];
        const items = await read(JSON.stringify({ ...bundle, objects }));
        expect(problemsOf(items)).toEqual([]);
        expect(settled(entitiesOf(items))).toEqual(settled(entities));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same bytes for the same content', () => {
    fc.assert(
      fc.property(leaving, entities => {
        expect(write(sourceOf(entities))).toBe(write(sourceOf(entities)));
      }),
      { numRuns: 50 },
    );
  });

  it('has people, actors, wallets, ties and findings in the types that readers of STIX know', () => {
    const value = (property: string, text: string, more: Partial<LeavingValue> = {}): LeavingValue => ({
      property,
      value: text,
      target: null,
      citations: [],
      ...more,
    });
    const entities: LeavingEntity[] = [
      {
        id: 'a',
        schema: 'Organization',
        caption: 'Grey Heron',
        members: [],
        values: [
          value('name', 'Grey Heron'),
          value('alias', 'GH-9'),
          value('topics', 'crime.cyber', { credibility: 2 }),
        ],
      },
      {
        id: 'b',
        schema: 'CryptoWallet',
        caption: 'bc1q',
        members: [],
        values: [
          value('publicKey', 'bc1qexample', {
            fromOn: '2024-05-01',
            citations: [
              { exhibit: 'EX-0007', sha256: 'c'.repeat(64), page: 'p. 2', quote: 'bc1qexample', bearing: 'supports' },
            ],
          }),
        ],
      },
      {
        id: 'c',
        schema: 'Thing',
        caption: 'm.example',
        members: [],
        values: [value('name', 'm.example'), value('stixType', 'domain-name')],
      },
      {
        id: 'd',
        schema: 'UnknownLink',
        caption: '',
        members: [],
        values: [value('subject', 'a'), value('object', 'c'), value('role', 'Uses'), value('startDate', '2024-03-01')],
      },
      { id: 'e', schema: 'Vessel', caption: 'FABULA', members: [], values: [value('name', 'FABULA')] },
    ];
    const leftOut: string[] = [];
    const finding = {
      id: 'fnd-1',
      title: 'Theft',
      description: 'Status: reported',
      stage: 'draft',
      status: 'reported',
      confidence: 50,
      ...RECORDED,
    };
    const text = write(
      sourceOf(entities, {
        findings: [
          { ...finding, number: 'F-1', entityIds: ['a', 'd'] },
          { ...finding, id: 'fnd-2', number: 'F-2', entityIds: ['none'] },
        ],
        onFindingLeftOut: number => leftOut.push(number),
      }),
    );
    const { objects } = JSON.parse(text) as { objects: AnyObject[] };
    const brief = objects
      .filter(({ type }) => !['extension-definition', 'marking-definition', 'identity'].includes(type))
      .map(one => [
        one.type,
        one['name'] ?? one['value'] ?? one['relationship_type'] ?? one['first_observed'] ?? 'about',
        one['confidence'],
      ]);
    expect(brief).toEqual([
      ['threat-actor', 'Grey Heron', 70],
      ['cryptocurrency-wallet', 'bc1qexample', undefined],
      ['note', 'about', undefined],
      ['observed-data', '2024-05-01T00:00:00.000Z', undefined],
      ['domain-name', 'm.example', undefined],
      ['note', 'about', undefined],
      ['relationship', 'uses', undefined],
      ['x-probatum-entity', 'FABULA', undefined],
      ['report', 'F-1 Theft', 50],
    ]);
    expect(objects.find(({ type }) => type === 'note')?.['external_references']).toEqual([
      {
        source_name: 'C-2026-003',
        description: 'p. 2: “bc1qexample” (supports)',
        external_id: 'EX-0007',
        hashes: { 'SHA-256': 'c'.repeat(64) },
      },
    ]);
    expect(leftOut).toEqual(['F-2']);
    expect(problemsOfBundle(JSON.parse(text))).toEqual([]);
  });

  it('tells what somebody changed on the way, and takes that in beside what it said', async () => {
    const text = write(
      sourceOf([
        {
          id: 'a',
          schema: 'Person',
          caption: 'Ana',
          members: [],
          values: [{ property: 'name', value: 'Ana', target: null, citations: [] }],
        },
      ]),
    );
    const items = await read(text.replace('"name":"Ana","identity_class"', '"name":"Anna","identity_class"'));
    expect(settled(entitiesOf(items))).toEqual(
      settled([
        {
          id: 'a',
          schema: 'Person',
          values: [
            { property: 'name', value: 'Ana' },
            { property: 'name', value: 'Anna' },
          ],
        },
      ]),
    );
    expect(problemsOf(items)).toEqual([expect.stringContaining('was changed after it was exported')]);
  });
});

it('a bundle that is not sound is found out', () => {
  const sound = JSON.parse(
    write(
      sourceOf([
        {
          id: 'a',
          schema: 'Person',
          caption: 'Ana',
          members: [],
          values: [{ property: 'name', value: 'Ana', target: null, citations: [] }],
        },
      ]),
    ),
  ) as { objects: AnyObject[] };
  const broken = (change: (object: AnyObject) => AnyObject) =>
    problemsOfBundle({ ...sound, objects: sound.objects.map(one => (one['name'] === 'Ana' ? change(one) : one)) })
      .length;
  expect(broken(one => one)).toBe(0);
  expect(broken(({ name: _, ...rest }) => rest as AnyObject)).toBeGreaterThan(0);
  expect(broken(one => ({ ...one, created: 'yesterday' }))).toBeGreaterThan(0);
  expect(broken(one => ({ ...one, created_by_ref: 'identity--0b5ce8c6-0a4b-5c38-9d0e-5a1d3f0c9e11' }))).toBeGreaterThan(
    0,
  );
  expect(broken(one => ({ ...one, labels: [] }))).toBeGreaterThan(0);
});

describe('ids of observables', () => {
  // As computed by several other programs from the same values.
  it.each([
    ['ipv4-addr', { value: '198.51.100.3' }, 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4'],
    ['domain-name', { value: 'example.com' }, 'domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7'],
    ['ipv6-addr', { value: '2001:db8::1' }, 'ipv6-addr--6469e3a9-b053-5e34-a025-9396ae051d26'],
    ['autonomous-system', { number: 15139 }, 'autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff'],
  ])('%s', (type, properties, expected) => {
    expect(observableId(type, properties)).toBe(expected);
  });
});

const FOREIGN = {
  type: 'bundle',
  id: 'bundle--4f8a3c9e-8b1e-4c8e-9c39-5a4d3c3a1e01',
  objects: [
    {
      type: 'threat-actor',
      spec_version: '2.1',
      id: 'threat-actor--11111111-1111-4111-8111-111111111111',
      created: '2020-01-01T00:00:00.000Z',
      modified: '2021-01-01T00:00:00.000Z',
      name: 'Grey Heron',
      aliases: ['GH-9'],
      confidence: 85,
      object_marking_refs: [
        'marking-definition--22222222-2222-4222-8222-222222222222',
        'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
      ],
      x_own: { nested: [1, { two: null }] },
    },
    { type: 'ipv4-addr', id: 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4', value: '198.51.100.3' },
    {
      type: 'relationship',
      spec_version: '2.1',
      id: 'relationship--33333333-3333-4333-8333-333333333333',
      created: '2020-01-01T00:00:00.000Z',
      modified: '2020-01-01T00:00:00.000Z',
      relationship_type: 'uses',
      source_ref: 'threat-actor--11111111-1111-4111-8111-111111111111',
      target_ref: 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
    },
    {
      type: 'marking-definition',
      spec_version: '2.1',
      id: 'marking-definition--22222222-2222-4222-8222-222222222222',
      created: '2020-01-01T00:00:00.000Z',
      definition_type: 'statement',
      definition: { statement: 'For the team alone' },
    },
    {
      type: 'malware',
      spec_version: '2.1',
      id: 'malware--44444444-4444-4444-8444-444444444444',
      name: 'Reed',
      revoked: true,
      created: '2020-01-01T00:00:00.000Z',
      modified: '2020-01-01T00:00:00.000Z',
    },
    { type: 'identity', id: 'campaign--55555555-5555-4555-8555-555555555555' },
    { type: 'x-somebody', id: 'x-somebody--66666666-6666-4666-8666-666666666666', blob: 'y'.repeat(150_000) },
    'not an object',
    { type: 'tool' },
  ],
};

describe('foreign bundles', () => {
  it('become entities and ties, bad objects told by their row', async () => {
    const items = await read(JSON.stringify(FOREIGN), 777);
    expect(items.flatMap(item => ('problem' in item ? [[item.row, item.problem]] : []))).toEqual([
      [
        5,
        '“malware--44444444-4444-4444-8444-444444444444” lacks is_family, which STIX requires of it; it was taken in as it is.',
      ],
      [
        5,
        '“malware--44444444-4444-4444-8444-444444444444” was revoked by its maker; it was taken in with the keyword “revoked”.',
      ],
      [
        6,
        '“campaign--55555555-5555-4555-8555-555555555555” is the id of a campaign, and the object says that it is a identity; it was left out.',
      ],
      [8, 'This object has no type or no id, so it could not be found again.'],
      [9, 'This object has no type or no id, so it could not be found again.'],
    ]);
    const brief = entitiesOf(items).map(({ id, schema, values }) => [
      id.split('--')[0],
      schema,
      Object.fromEntries(
        values.filter(({ property }) => !property.startsWith('@')).map(({ property, value }) => [property, value]),
      ),
    ]);
    expect(brief).toEqual([
      [
        'threat-actor',
        'LegalEntity',
        { name: 'Grey Heron', alias: 'GH-9', topics: 'crime.cyber', stixType: 'threat-actor' },
      ],
      ['ipv4-addr', 'Thing', { name: '198.51.100.3', stixType: 'ipv4-addr' }],
      [
        'relationship',
        'UnknownLink',
        {
          subject: 'threat-actor--11111111-1111-4111-8111-111111111111',
          object: 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
          role: 'uses',
        },
      ],
      ['malware', 'Thing', { name: 'Reed', stixType: 'malware', keywords: 'revoked' }],
      ['x-somebody', 'Thing', { name: 'x-somebody 666666666666', stixType: 'x-somebody' }],
    ]);
  });

  it('leave again word for word, with the markings that they name; what we state of them goes in a note of ours', async () => {
    const taken = entitiesOf(await read(JSON.stringify(FOREIGN))).map(
      (entity): LeavingEntity => ({
        ...entity,
        caption: '',
        members: [],
        values: entity.values.map(value => ({ ...value, target: null, citations: [] })),
      }),
    );
    const objectsOf = (entities: LeavingEntity[]) =>
      (JSON.parse(write(sourceOf(entities))) as { objects: AnyObject[] }).objects;
    const given = FOREIGN.objects.filter(
      (one): one is AnyObject =>
        typeof one === 'object' && 'id' in one && one.id !== 'campaign--55555555-5555-4555-8555-555555555555',
    );
    const before = objectsOf(taken);
    for (const object of given) expect(before).toContainEqual(object);
    expect(before.filter(({ type }) => type === 'note')).toEqual([]);

    const stated = taken.map(entity => ({
      ...entity,
      values: entity.id.startsWith('threat-actor')
        ? [...entity.values, { property: 'country', value: 'kp', target: null, citations: [] }]
        : entity.values,
    }));
    const after = objectsOf(stated);
    for (const object of given) expect(after).toContainEqual(object);
    expect(after.filter(({ type }) => type === 'note').map(note => note['object_refs'])).toEqual([
      ['threat-actor--11111111-1111-4111-8111-111111111111'],
    ]);
    expect(settled(entitiesOf(await read(write(sourceOf(stated)))))).toEqual(settled(stated));
  });

  it('any text is read without failing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string(), async (value, rest) => {
        await read(JSON.stringify({ type: 'bundle', objects: [value, { type: 'identity', id: rest }] }), 5);
        await read(JSON.stringify(value).slice(0, 40), 5);
      }),
    );
  });
});
