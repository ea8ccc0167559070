/** A citation with the passage that it rests on, and what rests on it: a claim of a finding, or a statement of an entity. */
import type { BundleCitation, BundlePassage } from '../../../shared/domain/bundle.ts';
import type { BundleEntity, BundleStatement } from '../../../shared/domain/bundle/bundleEntity.ts';
import type { CaseIndex, CitedPlace } from '../content/caseIndex.ts';
import { loadEntity, loadEntityIndex } from '../content/loadParts.ts';

export interface Cited {
  citation: BundleCitation;
  passage: BundlePassage;
  owner:
    | ({ kind: 'claim' } & Pick<CitedPlace, 'claim' | 'finding' | 'number'>)
    | { kind: 'statement'; entity: BundleEntity; statement: BundleStatement };
}

/** Of a claim: the case has them all. */
export function citedInCase(index: CaseIndex, id: string): Cited | null {
  const place = index.citations.get(id);
  const passage = place && index.passages.get(place.citation.passageId);
  if (!place || !passage) return null;
  const { citation, claim, finding, number } = place;
  return { citation, passage, owner: { kind: 'claim', claim, finding, number } };
}

/** Of a statement of this entity, which is loaded for it. */
export async function citedOfEntity({ bundle }: CaseIndex, entityId: string, id: string): Promise<Cited | null> {
  const row = (await loadEntityIndex(bundle)).find(one => one.id === entityId);
  if (!row) return null;
  const { entity, passages } = await loadEntity(row);
  for (const statement of entity?.statements ?? []) {
    const citation = statement.citations.find(one => one.id === id);
    const passage = citation && passages.find(one => one.id === citation.passageId);
    if (entity && citation && passage) return { citation, passage, owner: { kind: 'statement', entity, statement } };
  }
  return null;
}

/** `Citation 3`, or what the citation is for: `MV Haneul 7, IMO Number`. */
export function citedName({ owner }: Cited): string {
  return owner.kind === 'claim'
    ? `Citation ${owner.number}`
    : `${owner.entity.caption}, ${owner.statement.label}: ${owner.statement.words}`;
}
