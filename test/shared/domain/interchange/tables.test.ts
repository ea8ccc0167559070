/** Cells, headings and rows of tables: nothing runs, nothing is mixed up, and what is parted can be joined again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinValues, splitValues, unguardCell } from '../../../../shared/domain/interchange/cells.ts';
import {
  entityTableOf,
  guardCell,
  guessMapping,
  headingRowOf,
  mappingProblems,
  openRowMapping,
  propertyOfHeading,
  readEntityRow,
  type ReadItem,
  type RowMapping,
  uniqueHeadings,
} from '../../../../shared/domain/interchange/index.ts';

describe('cells', () => {
  it('never begin like a formula, and read back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', 'a', '1') }), text => {
        const guarded = guardCell(text);
        expect(guarded).not.toMatch(/^[=+@\t]/);
        expect(guarded).not.toMatch(/^-(?!\d+(?:\.\d+)?$)/);
        expect(unguardCell(guarded)).toBe(text);
      }),
    );
  });

  it('hold several values that can be taken apart again', () => {
    const value = fc.string({ unit: fc.constantFrom(';', 'a', '가') }).filter(text => text !== '');
    fc.assert(
      fc.property(fc.array(value), values => {
        expect(splitValues(joinValues(values))).toEqual(values);
      }),
    );
  });
});

describe('headings', () => {
  it('are found below a banner, and each is called once', () => {
    expect(
      headingRowOf([
        ['Last updated', '2024'],
        ['Name', 'Name', '', 'IMO'],
        ['A', 'B', 'C', '1'],
      ]),
    ).toBe(1);
    expect(headingRowOf([])).toBe(0);
    expect(uniqueHeadings(['Name', ' Name ', '', 'Name\n(2)'])).toEqual([
      'Name',
      'Name (2)',
      'Column C',
      'Name (2) (2)',
    ]);
  });

  it('are always unique', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'A (2)', '', 'Column C', 'B')), cells => {
        const names = uniqueHeadings(cells);
        expect(new Set(names).size).toBe(cells.length);
      }),
    );
  });

  it('mean the properties that a person would choose', () => {
    const meant = (schema: string, ...headings: string[]) => headings.map(one => propertyOfHeading(schema, one));
    expect(meant('Vessel', 'IMO No', 'Vessel Name', 'Call sign', 'colour')).toEqual([
      'imoNumber',
      'name',
      'callSign',
      null,
    ]);
    expect(meant('Person', 'birth_date', 'DOB', 'Nationality')).toEqual(['birthDate', 'birthDate', 'nationality']);
    const [guessed] = guessMapping(['IMO number', 'Ship', 'Flag']).entities;
    expect(guessed).toMatchObject({ schema: 'Vessel', keyColumns: ['IMO number'] });
    expect(guessMapping(['IMO', 'Ship', 'Owner', 'Since']).entities.map(({ key, schema }) => [key, schema])).toEqual([
      ['vessel', 'Vessel'],
      ['owner', 'LegalEntity'],
      ['ownership', 'Ownership'],
    ]);
    const korean = guessMapping(
      ['이름', '영문 이름', '생년월일', '여권번호', '국적', '회사'].map(one => one.normalize('NFD')),
    );
    expect(korean.entities[0]).toMatchObject({ schema: 'Person', keyColumns: ['여권번호'.normalize('NFD')] });
    expect(korean.entities[0]?.properties.map(({ property }) => property)).toEqual([
      'name',
      'alias',
      'birthDate',
      'passportNumber',
      'nationality',
    ]);
    expect(guessMapping(['船名', '船旗', 'MMSI']).entities[0]).toMatchObject({
      schema: 'Vessel',
      keyColumns: ['MMSI'],
    });
    // A name is no identification.
    expect(guessMapping(['Full name', 'Remarks']).entities[0]?.keyColumns).toEqual([]);
  });
});

const value = (property: string, column: string | null, more: object = {}) => ({
  property,
  column,
  literal: '',
  split: '',
  entity: '',
  ...more,
});
const mapping: RowMapping = {
  entities: [
    {
      key: 'ship',
      schema: 'Vessel',
      keyColumns: ['IMO'],
      properties: [value('imoNumber', 'IMO'), value('name', 'Ship')],
    },
    { key: 'owner', schema: 'Company', keyColumns: [], properties: [value('name', 'Owner')] },
    {
      key: 'owns',
      schema: 'Ownership',
      keyColumns: [],
      properties: [value('owner', null, { entity: 'owner' }), value('asset', null, { entity: 'ship' })],
    },
  ],
};
const headings = ['IMO', 'Ship', 'Owner'];
const entitiesOf = (items: readonly ReadItem[]) => items.flatMap(item => ('entity' in item ? [item.entity] : []));

describe('rows by a mapping', () => {
  const read = openRowMapping(mapping, headings, 'a file');
  const row = (number: number, ...cells: string[]) => entitiesOf(read({ row: number, cells }));

  it('become the same entity where the key is the same, and a new one each row where there is none', () => {
    const [first, second] = [row(2, '9000003', 'A', 'X'), row(3, '9000003', 'B', 'X')];
    expect(first.map(({ schema }) => schema)).toEqual(['Vessel', 'Company', 'Ownership']);
    expect(first[0]?.id).toBe(second[0]?.id);
    expect(first[1]?.id).not.toBe(second[1]?.id);
    expect(first[2]?.values).toEqual([
      { property: 'owner', value: first[1]?.id },
      { property: 'asset', value: first[0]?.id },
    ]);
    // The same row of the same file is the same again; of another file it is not.
    expect(row(2, '9000003', 'A', 'X')).toEqual(first);
    const other = entitiesOf(openRowMapping(mapping, headings, 'another')({ row: 2, cells: ['9000003', 'A', 'X'] }));
    expect(other[0]?.id).toBe(first[0]?.id);
    expect(other[1]?.id).not.toBe(first[1]?.id);
  });

  it('become the same tie where sides and values are the same, in whatever row and file', () => {
    const keyed = {
      entities: mapping.entities.map(one => (one.key === 'owner' ? { ...one, keyColumns: ['Owner'] } : one)),
    };
    const tieOf = (scope: string, number: number, ...cells: string[]) =>
      entitiesOf(openRowMapping(keyed, headings, scope)({ row: number, cells }))[2]?.id;
    expect(tieOf('a file', 2, '9000003', 'A', 'X')).toBe(tieOf('another', 9, '9000003', 'B', 'X'));
    expect(tieOf('a file', 2, '9000003', 'A', 'X')).not.toBe(tieOf('a file', 2, '9000003', 'A', 'Y'));
  });

  it('make no tie to what the row does not name, and nothing of an empty row', () => {
    expect(row(2, '9000003', 'A', '').map(({ schema }) => schema)).toEqual(['Vessel']);
    expect(row(2, '', '', 'X').map(({ schema }) => schema)).toEqual(['Company']);
    expect(row(2, ' ', '', '')).toEqual([]);
  });

  it('join latitude and longitude of an event to its position, and tell what is none', () => {
    const columns = ['ts', 'lat', 'lon'];
    const guessed = guessMapping(columns);
    expect(guessed.entities[0]).toMatchObject({ schema: 'Event' });
    const readAis = openRowMapping(guessed, columns, 'ais');
    expect(entitiesOf(readAis({ row: 2, cells: ['2017-05-09 14:47:30', '37.9321', '23.6470'] }))[0]?.values).toEqual([
      { property: 'date', value: '2017-05-09 14:47:30', original: '' },
      {
        property: 'position',
        value: '37.9321, 23.647',
        original: '37.9321, 23.6470',
        detail: {
          position: { latitude: 37.9321, longitude: 23.647, datum: 'not stated', notation: 'decimal degrees' },
        },
      },
    ]);
    const wrong = readAis({ row: 3, cells: ['2017', '97', '23'] });
    expect(wrong).toContainEqual({ row: 3, problem: expect.stringContaining('no position on the globe') });
    expect(entitiesOf(wrong)[0]?.values.map(one => one.property)).toEqual(['date', 'latitude', 'longitude']);
  });

  it('tell cells behind the last heading', () => {
    expect(read({ row: 4, cells: ['1', '2', '3', 'x'] })).toContainEqual({
      row: 4,
      problem: expect.stringContaining('behind the last heading'),
    });
  });

  it('are refused with what does not fit', () => {
    expect(mappingProblems(mapping, headings)).toEqual([]);
    expect(mappingProblems({ entities: [] }, headings)).toHaveLength(1);
    const silent = { key: 'nobody', schema: 'Person', keyColumns: [], properties: [] };
    expect(mappingProblems({ entities: [silent] }, headings)).toEqual([
      'No column says anything of “nobody”: add a value from a column.',
    ]);
    const [ship] = mapping.entities;
    if (!ship) throw new Error('the mapping has a ship');
    expect(
      mappingProblems({ entities: [ship, { ...ship, schema: 'Nothing', properties: [value('name', 'Z')] }] }, headings),
    ).toEqual([
      'Two entities have the same name within the mapping.',
      '“ship”: the model has no schema “Nothing”.',
      '“ship”: the table has no column “Z”.',
    ]);
    expect(mappingProblems({ entities: [{ ...ship, schema: 'Ownership', properties: [] }] }, headings)).toHaveLength(2);
  });
});

describe('tables that say themselves what they hold', () => {
  it('are lists of entities as OpenSanctions writes them', () => {
    const columns = ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'dataset', 'first_seen'];
    expect(entityTableOf(columns)).toBe('entities');
    const cells = ['x-1', 'Person', 'Han Myong', 'Han;Myong', '1970', 'kp;cn', 'Test', '2024-01-01'];
    const [entity] = entitiesOf(readEntityRow('entities', columns, { row: 2, cells }));
    expect(entity?.values.map(({ property, value: words }) => [property, words])).toEqual([
      ['name', 'Han Myong'],
      ['alias', 'Han'],
      ['alias', 'Myong'],
      ['birthDate', '1970'],
      ['country', 'kp'],
      ['country', 'cn'],
      ['@dataset', 'Test'],
      ['@first_seen', '2024-01-01'],
    ]);
  });

  it('are statements as FollowTheMoney writes them', () => {
    const columns = ['id', 'entity_id', 'prop', 'schema', 'value', 'lang'];
    expect(entityTableOf(columns)).toBe('statements');
    const [entity] = entitiesOf(
      readEntityRow('statements', columns, { row: 2, cells: ['1', 'a', 'name', 'Person', 'Han', 'kor'] }),
    );
    expect(entity).toMatchObject({ id: 'a', values: [{ property: 'name', value: 'Han', language: 'kor' }] });
  });

  it('tell a row without an id, or of a schema that the model does not have', () => {
    for (const cells of [
      ['', 'Person'],
      ['a', 'Ghost'],
    ])
      expect(readEntityRow('entities', ['id', 'schema'], { row: 5, cells })).toMatchObject([
        { row: 5, problem: expect.any(String) },
      ]);
  });
});
