/** A case with a vessel, its double and a company, and a passage that names the vessel. */
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import type { InputOf } from '../../../../shared/contract/index.ts';
import { openFindingCase } from '../finding/findingCase.ts';

export type EntityCase = Awaited<ReturnType<typeof openEntityCase>>;

export async function openEntityCase() {
  const core = await openFindingCase();
  const { run, caseId } = core;
  const make = async (schema: string, statements: InputOf<'entity.create'>['statements']) =>
    (await run('entity.create', { caseId, schema, statements })).entityId;
  const passage = await run('passage.mark', {
    exhibitId: core.exhibitIds[0] as never,
    selection: {
      kind: 'words',
      pageIndex: 0,
      quote: { exact: 'two vessels lay alongside each other', prefix: '', suffix: '' },
      rects: [],
    },
  });
  const vesselId = await make('Vessel', [
    { property: 'name', value: 'FABULA HERON', fromOn: '2019' },
    { property: 'name', value: '파불라 헤론', language: 'kor', quality: 'weak' },
    { property: 'imoNumber', value: '9000003' },
    { property: 'flag', value: 'pw', toOn: '2020' },
    { property: 'flag', value: 'to', fromOn: '2021' },
  ]);
  const doubleId = await make('Vessel', [
    { property: 'name', value: 'Fabula Heron' },
    { property: 'imoNumber', value: 'IMO 9000003' },
    { property: 'type', value: 'tanker' },
  ]);
  const companyId = await make('Company', [{ property: 'name', value: '모루해운 (Moru Haeun)' }]);
  return {
    ...core,
    vesselId,
    doubleId,
    companyId,
    passageId: passage.id,
    make,
    entity: (entityId: EntityId) => run('entity.get', { entityId }),
  };
}
