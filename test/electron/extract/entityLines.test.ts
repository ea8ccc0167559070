import { describe, expect, test } from 'vitest';
import { sheetRows } from '../../../shared/domain/sheet.ts';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';

const person = {
  id: 'p-1',
  schema: 'Person',
  caption: 'Kim Example',
  properties: { name: ['Kim Example', '김 보기'], birthDate: ['1970'] },
};
const vessel = {
  id: 'v-1',
  schema: 'Vessel',
  properties: { name: ['MV Sample'], imoNumber: ['9074729'], owner: [{ id: 'c-1', caption: 'Example Shipping' }] },
};

describe('FollowTheMoney entities, one a line', () => {
  test('are rows in which every property can be found; lines that are none are told and kept', async () => {
    const text = [JSON.stringify(person), '{"id": broken', '', JSON.stringify(vessel), '[1]'].join('\n');
    const { outcome, pages } = await extractHere(bytesOf(text), 'entities.ftm.json');
    expect(sheetRows(textOf(pages))).toEqual([
      ['ID', 'Schema', 'Caption', 'Properties', 'Problem'],
      ['p-1', 'Person', 'Kim Example', 'name: Kim Example, 김 보기; birthDate: 1970'],
      ['', '', '', '{"id": broken', 'Line 2 is not an entity.'],
      ['v-1', 'Vessel', 'MV Sample', 'name: MV Sample; imoNumber: 9074729; owner: Example Shipping'],
      ['', '', '', '[1]', 'Line 5 is not an entity.'],
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      summary: {
        detected: { mediaType: 'application/json+ftm' },
        metadata: { entities: '2', malformedLines: '2' },
        warnings: ['2 lines are not entities and were left as they stand: line 2, 5.'],
      },
    });
  });

  test('are told from other JSON by what their first line holds', async () => {
    const { outcome } = await extractHere(bytesOf('{"schema":"public","tables":{}}'), 'a.json');
    expect(outcome).toMatchObject({ summary: { detected: { mediaType: 'application/json' } } });
  });
});
