/** Random merges, splits and corrections on a real vault: no statement is lost, none loses a citation, and undoing gives all back. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId, JudgementId, PassageId, StatementId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let passageId: PassageId;
beforeAll(async () => {
  vault = await openTestCase();
  const [exhibitId] = await vault.admit(vault.write('names.txt', 'The names of the exercise.'));
  if (!exhibitId) throw new Error('nothing was admitted');
  passageId = (
    await vault.run('passage.mark', {
      exhibitId,
      selection: { kind: 'words', pageIndex: 0, quote: { exact: 'names', prefix: '', suffix: '' }, rects: [] },
    })
  ).id;
});
afterAll(() => vault.close());

type Step =
  | { do: 'merge'; left: number; right: number }
  | { do: 'apart'; left: number; right: number }
  | { do: 'undo'; which: number }
  | { do: 'state'; of: number }
  | { do: 'correct'; which: number }
  | { do: 'withdraw'; which: number };
const COUNT = 5;
const record = fc.nat({ max: COUNT - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), left: record, right: record }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('apart' as const), left: record, right: record }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat({ max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('state' as const), of: record }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which: fc.nat({ max: 20 }) }) },
);

/** What each statement must still be: of which record, and how often cited. */
interface Known {
  entityId: EntityId;
  citations: number;
}

test('whatever is merged, parted, stated and corrected: every statement stays, with its citations, and undoing all gives each record its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
      const { run, caseId } = vault;
      const known = new Map<StatementId, Known>();
      const order: StatementId[] = [];
      const made: EntityId[] = [];
      const judgements: JudgementId[] = [];
      const keep = (id: StatementId, entityId: EntityId, citations: number) => {
        known.set(id, { entityId, citations });
        order.push(id);
      };
      for (let at = 0; at < COUNT; at++) {
        const { entityId, statementIds } = await run('entity.create', {
          caseId,
          schema: at % 2 === 0 ? 'Company' : 'Organization',
          statements: [{ property: 'name', value: `Name ${at}` }],
          cite: { passageId },
        });
        made.push(entityId);
        for (const id of statementIds) keep(id, entityId, 1);
      }
      for (const one of steps) {
        switch (one.do) {
          case 'merge':
          case 'apart': {
            const pair = {
              leftId: made[one.left] as EntityId,
              rightId: made[one.right] as EntityId,
              reason: 'By the exercise.',
            };
            const done = run(one.do === 'merge' ? 'entity.merge' : 'entity.notSame', pair);
            const judged = await done.catch((error: { code?: string }) => {
              expect(['schema-unfit', 'entities-judged-apart']).toContain(error.code);
              return null;
            });
            if (judged) judgements.push(judged.judgementId);
            break;
          }
          case 'undo': {
            const judgementId = judgements[one.which % Math.max(1, judgements.length)];
            if (judgementId) await run('entity.undoJudgement', { judgementId });
            break;
          }
          case 'state': {
            const entityId = made[one.of] as EntityId;
            const { statementId } = await run('entity.record', {
              caseId,
              entityId,
              statement: { property: 'alias', value: `Alias ${order.length}` },
            });
            keep(statementId, entityId, 0);
            break;
          }
          case 'correct': {
            const statementId = order[one.which % order.length] as StatementId;
            const before = known.get(statementId) as Known;
            const corrected = await run('entity.correctStatement', { statementId, value: `Corrected ${order.length}` });
            keep(corrected.statementId, before.entityId, before.citations);
            break;
          }
          case 'withdraw': {
            const statementId = order[one.which % order.length] as StatementId;
            await run('entity.withdrawStatement', { statementId });
            await run('entity.restoreStatement', { statementId });
            break;
          }
        }
        await everythingStands(made, known);
      }
      for (const judgementId of judgements) await run('entity.undoJudgement', { judgementId });
      for (const entityId of made) {
        const view = await run('entity.get', { entityId });
        expect(view.members.map(member => member.id)).toEqual([entityId]);
        expect(view.statements.map(statement => statement.id).sort()).toEqual(
          order.filter(id => known.get(id)?.entityId === entityId).sort(),
        );
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Each statement is in just one of the views, is of the record that it was recorded of, and is cited as often as ever. */
async function everythingStands(made: readonly EntityId[], known: ReadonlyMap<StatementId, Known>): Promise<void> {
  const views = new Map<EntityId, Awaited<ReturnType<typeof vault.run<'entity.get'>>>>();
  for (const entityId of made) {
    const view = await vault.run('entity.get', { entityId });
    views.set(view.id, view);
  }
  const seen = [...views.values()].flatMap(view => view.statements);
  expect(seen.map(statement => statement.id).sort()).toEqual([...known.keys()].sort());
  for (const { id, entityId, citations } of seen)
    expect({ entityId, citations: citations.length }).toEqual(known.get(id));
}
