/** What there is to draw: all of a case with whatever its records name, or what lies within some steps of a few entities. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { QueryContext } from '../context.ts';
import { chartEdges, relationshipsAsLines } from './chartEdges.ts';
import { chartNodes } from './chartNodes.ts';
import { described, namedBy, naming, standingEntities, type Tying } from './tyingSql.ts';

export function chartGraph(
  { db }: QueryContext,
  { caseId, around, steps }: ParsedInputOf<'chart.graph'>,
): OutputOf<'chart.graph'> {
  const reached = around.length === 0 ? wholeOf(db, caseId) : within(db, around, steps, caseId);
  const asLines = relationshipsAsLines(reached.tyings);
  const nodes = described(
    db,
    [...reached.ids].filter(id => !asLines.has(id)),
  );
  return { nodes: chartNodes(db, nodes), edges: chartEdges(db, reached.tyings, new Set(nodes.keys())) };
}

interface Reached {
  ids: Set<EntityId>;
  tyings: Tying[];
}

/** What the records of a case name is drawn with it, also where the one named was added to another case only. */
function wholeOf(db: ReadableDb, caseId: CaseId | null): Reached {
  const ids = [...standingEntities(db, caseId).keys()];
  const tyings = namedBy(db, ids);
  return { ids: new Set([...ids, ...tyings.map(one => one.targetId)]), tyings };
}

/** Breadth first; a relationship is crossed with the step, an event or a record is a step of its own. */
function within(db: ReadableDb, around: readonly EntityId[], steps: number, caseId: CaseId | null): Reached {
  const known = caseId === null ? null : standingEntities(db, caseId);
  const isKnown = (id: EntityId) => known === null || known.has(id);
  const ids = new Set([...described(db, around).keys()].filter(isKnown));
  const tyings = new Map<string, Tying>();
  const keep = (found: readonly Tying[]) => {
    const kept = found.filter(one => isKnown(one.ownerId) && isKnown(one.targetId));
    for (const one of kept) tyings.set(one.statementId, one);
    return kept;
  };
  let edge = [...ids];
  for (let step = 0; edge.length > 0 && step <= steps; step += 1) {
    const last = step === steps;
    // At the last step only ties among those already found are looked for.
    const ofThese = keep([...namedBy(db, edge), ...naming(db, edge)]);
    const crossed = [...new Set(ofThese.filter(one => one.ownerKind === 'relationship').map(one => one.ownerId))];
    const sides = keep(namedBy(db, crossed));
    if (last) break;
    const next = new Set<EntityId>();
    const asLines = relationshipsAsLines([...tyings.values()]);
    for (const one of [...ofThese, ...sides].filter(({ targetStands }) => targetStands))
      for (const id of [one.ownerId, one.targetId]) if (!asLines.has(id) && !ids.has(id)) next.add(id);
    for (const id of next) ids.add(id);
    edge = [...next];
  }
  return { ids, tyings: [...tyings.values()] };
}
