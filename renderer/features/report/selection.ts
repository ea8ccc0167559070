/** Which findings go into a report or a bundle, in the order of their list. Pure. */
import type { FindingRow } from '../../../shared/contract/finding.ts';
import type { FindingId } from '../../../shared/kernel/ids.ts';

/** null: all that stand, those begun later included. Withdrawn ones never go. */
export type Chosen = ReadonlySet<FindingId> | null;

export function standing(findings: readonly FindingRow[]): FindingRow[] {
  return findings.filter(finding => finding.stage !== 'withdrawn');
}

export function isChosen(chosen: Chosen, id: FindingId): boolean {
  return chosen === null || chosen.has(id);
}

/** As the core takes it: null for all. */
export function chosenIds(chosen: Chosen, findings: readonly FindingRow[]): FindingId[] | null {
  return chosen === null ? null : standing(findings).flatMap(finding => (chosen.has(finding.id) ? [finding.id] : []));
}

/** Choosing all of them by hand is the same as choosing all. */
export function toggled(chosen: Chosen, id: FindingId, findings: readonly FindingRow[]): Chosen {
  const ids = standing(findings).map(finding => finding.id);
  const next = new Set(ids.filter(one => isChosen(chosen, one)));
  if (!next.delete(id)) next.add(id);
  return next.size === ids.length ? null : next;
}
