/** FollowTheMoney, in and out: what is read is what was written, whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type InterchangeEntity,
  type LeavingEntity,
  type LeavingValue,
  type ReadItem,
  readFtm,
  writeFtm,
} from '../../../../shared/domain/interchange/index.ts';

async function* inPieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
async function read(text: string, size?: number): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readFtm(inPieces(text, size))) items.push(item);
  return items;
}
const entitiesOf = (items: readonly ReadItem[]) => items.flatMap(item => ('entity' in item ? [item.entity] : []));
const valuesOf = ({ values }: InterchangeEntity) => values.map(({ property, value }) => `${property}=${value}`).sort();
const leaving = (
  given: Omit<LeavingEntity, 'members' | 'values'> & { values: Partial<LeavingValue>[] },
): LeavingEntity => ({
  members: [],
  ...given,
  values: given.values.map(value => ({ property: '', value: '', target: null, citations: [], ...value })),
});
const write = (...entities: LeavingEntity[]) => [...writeFtm({ entities: () => entities })].join('');

describe('reading', () => {
  it('gives the same whatever pieces the text comes in', async () => {
    const text =
      '\uFEFF{"id":"a","schema":"Person","properties":{"name":["한명","Han"]}}\r\n\n{"id":2,"schema":"Company"}';
    const whole = await read(text, 10_000);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async size => {
        expect(await read(text, size)).toEqual(whole);
      }),
    );
    expect(entitiesOf(whole).map(({ id }) => id)).toEqual(['a', '2']);
  });

  it('takes a list of entities, and entities nested in a property, each once', async () => {
    const nested = {
      id: 'o',
      schema: 'Ownership',
      properties: { owner: [{ id: 'c', schema: 'Company', properties: { name: ['Muster'] } }], asset: ['v'] },
    };
    const entities = entitiesOf(await read(JSON.stringify([nested])));
    expect(entities.map(one => [one.id, ...valuesOf(one)])).toEqual([
      ['c', 'name=Muster'],
      ['o', 'asset=v', 'owner=c'],
    ]);
  });

  it('takes rows of statements, each with its words as printed and its language', async () => {
    const row = {
      id: 'x',
      entity_id: 'a',
      canonical_id: 'NK-1',
      prop: 'name',
      schema: 'Person',
      value: 'Han Myong',
      original_value: '한명',
      lang: 'kor',
      dataset: 'test',
    };
    const [entity] = entitiesOf(await read(JSON.stringify(row)));
    expect(entity).toMatchObject({
      id: 'a',
      schema: 'Person',
      values: [
        { property: 'name', value: 'Han Myong', original: '한명', language: 'kor' },
        { property: '@dataset', value: 'test' },
      ],
    });
  });

  it('tells what is wrong with a line, by its number, and reads on', async () => {
    const items = await read(
      '[1]\n{"id":"a"}\n{"schema":"Person"}\n{"id":"b","schema":"Person","properties":[]}\nnull\n{"id":"c","schema":"Person"}',
    );
    // A file that begins with a bracket is a list.
    expect(entitiesOf(items)).toEqual([]);
    const lines = await read(
      'null\n{"id":"a"}\n{"schema":"Person"}\n{"id":"b","schema":"Person","properties":[]}\n{"id":"c","schema":"Person"}',
    );
    expect(lines.map(item => [item.row, 'problem' in item])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, false],
    ]);
  });
});

describe('writing and reading again', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => text.trim() !== '');
  const anyJson = fc.jsonValue({ maxDepth: 2 }).filter(value => value !== null);

  it('keeps fields beside the properties with their types', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z_]{3,12}$/), anyJson, { maxKeys: 4 }), async given => {
        const {
          caption: _,
          schema: __,
          properties: ___,
          probatum: ____,
          referents: _____,
          prop: ______,
          ...fields
        } = given;
        const [read1] = entitiesOf(await read(JSON.stringify({ id: 'a', schema: 'Person', ...fields }), 1000));
        const out = leaving({ id: 'a', schema: 'Person', caption: 'a', values: read1?.values ?? [] });
        expect(JSON.parse(write(out))).toEqual(
          JSON.parse(JSON.stringify({ id: 'a', schema: 'Person', properties: {}, ...fields })),
        );
      }),
    );
  });

  it('takes no field beside the properties for the entity’s name', async () => {
    const [read1] = entitiesOf(await read('{"id":"a","schema":"Person","note":"a"}'));
    expect(
      JSON.parse(write(leaving({ id: 'a', schema: 'Person', caption: 'a', values: read1?.values ?? [] }))),
    ).toEqual({
      id: 'a',
      schema: 'Person',
      properties: {},
      note: 'a',
    });
  });

  it('keeps all that is known of a value', async () => {
    const parts = {
      original: fc.constantFrom('', 'as printed'),
      language: fc.constantFrom('', 'kor'),
      quality: fc.constantFrom(null, 'weak' as const, 'former' as const),
      fromOn: fc.constantFrom(null, '2019', '2021-03~'),
      toOn: fc.constantFrom(null, '2022-01-01'),
      note: fc.constantFrom('', 'A note.'),
      credibility: fc.constantFrom(6 as const, 2 as const),
      detail: fc.constantFrom({}, { role: 'broker' }),
    };
    const value = fc.record({
      property: fc.constantFrom('name', 'eventKind', 'participant', 'colour'),
      value: word,
      ...parts,
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(value, { selector: one => `${one.property} ${one.value}` }), async values => {
        const out = leaving({ id: 'e', schema: 'Event', caption: 'x', values });
        const [back] = entitiesOf(await read(write(out), 50));
        const plain = (list: readonly Partial<LeavingValue>[]) =>
          list
            .map(({ property, value: words, original, language, quality, fromOn, toOn, note, credibility, detail }) =>
              JSON.stringify([
                property,
                words,
                original || '',
                language || '',
                quality ?? null,
                fromOn || null,
                toOn || null,
                note || '',
                credibility ?? 6,
                detail ?? {},
              ]),
            )
            .sort();
        expect(plain(back?.values ?? [])).toEqual(plain(values));
      }),
    );
  });

  it('lets participants whom the model knows leave as involved, and takes them back once', async () => {
    const target = (schema: string) => ({ id: `t-${schema}`, schema, caption: schema });
    const part = (schema: string) => ({ property: 'participant', value: `t-${schema}`, target: target(schema) });
    const text = write(leaving({ id: 'e', schema: 'Event', caption: '', values: [part('Company'), part('Vessel')] }));
    expect(JSON.parse(text).properties).toEqual({ involved: ['t-Company'] });
    const [back] = entitiesOf(await read(text));
    expect(back && valuesOf(back)).toEqual(['participant=t-Company', 'participant=t-Vessel']);
  });

  it('names merged records among the referents, and adds none of its own when it comes back', async () => {
    const values = [{ property: '@referents', value: '["ofac-1"]' }];
    const text = write({ ...leaving({ id: 'a', schema: 'Person', caption: '', values }), members: ['b'] });
    expect(JSON.parse(text).referents).toEqual(['ofac-1', 'b']);
    const [back] = entitiesOf(await read(text));
    expect(back && valuesOf(back)).toEqual(['@referents=["ofac-1"]']);
  });
});
