/** Whatever a case may hold arrives in the other vault as it was: a concept that is added to the registry must be filled here. */
import { afterEach, expect, test } from 'vitest';
import { concepts } from '../../../electron/services/archive/concepts/index.ts';
import { selectOf } from '../../../electron/services/archive/localRecords.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { resultOf, send } from '../../support/archives.ts';
import { makePng } from '../../support/makePng.ts';
import { openTestCore, type TestCore } from '../../support/openTestCore.ts';

const open: TestCore[] = [];
afterEach(async () => {
  for (const core of open.splice(0)) await core.close();
});

async function vault(): Promise<TestCore> {
  const core = await openTestCore();
  open.push(core);
  return core;
}

/** The sample case, and whatever it has none of. */
async function fullCase(core: TestCore): Promise<CaseId> {
  const { run } = core;
  resultOf(await core.finish(await run('sample.load', {})));
  const caseId = (await run('case.list', {}))[0]?.id as CaseId;
  const { rows: exhibits } = await run('exhibit.list', { caseId, limit: 500 });
  // Marks that keep an exhibit here are another test's matter.
  await run('exhibit.update', { exhibitIds: exhibits.map(({ id }) => id), change: { handlingMark: 'TLP:AMBER' } });
  const admit = async (name: string, text: string): Promise<ExhibitId> => {
    resultOf(
      await core.finish(await run('exhibit.admit', { caseId, from: [core.core.grants.grant(core.write(name, text))] })),
    );
    const found = (await run('exhibit.list', { caseId, limit: 500 })).rows.find(row => row.fileName === name);
    if (!found) throw new Error(`${name} was not admitted`);
    return found.id;
  };
  const first = await admit('a.txt', 'On 3 March 2026 the vessel GREY WILLOW called at Port Selwick. IMO 9000003.\n');
  const second = await admit('b.txt', 'On 3 March 2026 the vessel GREY WILLOW called at Port Selwick. IMO 9000003!\n');
  await run('copy.decide', { exhibitId: first, otherId: second, verdict: 'not-a-copy', note: 'Another hand' });
  await run('translation.write', {
    exhibitId: first,
    of: { kind: 'page', pageIndex: 0 },
    text: 'Le 3 mars 2026 …',
    details: {
      language: 'fr',
      translator: 'A translator',
      method: 'human',
      isCertified: false,
      certificationNote: '',
      madeOn: null,
    },
  });
  const [proposal] = await run('proposal.listForExhibit', { exhibitId: first });
  if (!proposal) throw new Error('nothing is proposed');
  await run('proposal.decide', {
    exhibitId: first,
    pageIndex: proposal.pageIndex,
    start: proposal.start,
    decision: 'rejected',
  });

  const add = async (schema: string, name: string) =>
    (await run('entity.create', { caseId, schema, statements: [{ property: 'name', value: name }] })).entityId;
  const vessel = await add('Vessel', 'GREY WILLOW');
  const twin = await add('Vessel', 'GREY WILLOW');
  const other = await add('Vessel', 'GRAY WILLOW');
  await run('entity.merge', { leftId: vessel, rightId: twin, reason: 'The same picture' });
  await run('entity.notSame', { leftId: vessel, rightId: other, reason: 'Another hull' });
  const { statementId } = await run('entity.record', {
    caseId,
    entityId: vessel,
    statement: { property: 'flag', value: 'kp' },
  });
  await run('entity.choose', {
    entityId: vessel,
    property: 'flag',
    statementId,
    reason: 'By the register',
  });
  const owner = await add('Company', 'Nine Lanterns');
  const tie = await run('entity.relate', {
    caseId,
    schema: 'Ownership',
    sourceId: owner,
    targetId: vessel,
  });
  await run('entity.judgeStrength', {
    entityId: tie.entityId,
    strength: 'probable',
    reason: 'By two papers',
  });
  const [mention] = await run('mention.inExhibit', { exhibitId: second });
  if (!mention) throw new Error('nothing is mentioned');
  await run('mention.decide', {
    entityId: mention.entity.id,
    exhibitId: second,
    pageIndex: mention.pageIndex,
    start: mention.start,
    decision: 'accepted',
  });
  const content = { layout: 'force' as const, positions: {}, hiddenIds: [], groups: [], notes: [], asAt: null };
  await run('chart.saveView', { caseId, name: 'Owners', content });
  const list = await admit('list.ftm.json', '{"id":"p-1","schema":"Person","properties":{"name":["Kim Beispiel"]}}\n');
  resultOf(await core.finish(await run('interchange.import', { caseId, exhibitId: list })));
  const [finding] = await run('finding.list', { caseId });
  await run('figure.add', {
    caseId,
    kind: 'chart',
    caption: 'Who owned the vessel',
    altText: 'Two boxes with a line between them.',
    table: { columns: ['Owner', 'Vessel'], rows: [['Nine Lanterns', 'GREY WILLOW']] },
    entityIds: [vessel],
    citationIds: [],
    findingId: finding?.id ?? null,
    png: new Uint8Array(makePng(120, 80)),
  });
  await run('comment.write', { caseId, subject: { kind: 'entity', id: vessel }, text: 'Which of them?' });
  resultOf(
    await core.finish(
      await run('report.compile', { caseId, format: 'md', to: core.core.grants.grant(`${core.folder}/r.md`) }),
    ),
  );
  return caseId;
}

test('each concept of the registry has something in the case, and all of it arrives as it was', async () => {
  const a = await vault();
  const caseId = await fullCase(a);
  // By name, so that nothing is left to a code name: that is another test's matter too.
  for (const source of (await a.run('source.list', {})).filter(one => one.confidential))
    await a.run('source.update', { sourceId: source.id, change: { confidential: false } });
  const b = await vault();
  const { opened, merged } = await send(a, b, caseId);
  expect(opened.problems).toEqual([]);
  expect(merged.problems).toBe(0);
  const held = ({ core }: TestCore) =>
    Object.fromEntries(
      concepts.map(concept => [
        concept.name,
        core.session.connection.readable
          .prepare(selectOf(concept, '1'))
          .all()
          // Empty in the vault that a case was begun in.
          .map(row => ('home_vault' in row ? { ...row, home_vault: null } : row)),
      ]),
    );
  const [mine, theirs] = [held(a), held(b)];
  expect(
    Object.entries(mine)
      .filter(([, rows]) => rows.length === 0)
      .map(([name]) => name),
  ).toEqual([]);
  for (const { name } of concepts) expect(theirs[name], name).toEqual(mine[name]);
  expect(await b.run('vault.verify', {})).toMatchObject({ ok: true, problems: [] });
});
