/** The filter of the list as the screen holds it. Pure. */
import type { InputOf } from '../../../../shared/contract/index.ts';
import { schemaOrThing, type EntityKind } from '../../../../shared/domain/ftm/index.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';

export interface ListFilter {
  words: string;
  kind: EntityKind;
  /** '' for all of the kind. */
  schema: string;
  scope: 'case' | 'vault';
  withdrawn: boolean;
  sort: 'caption' | 'newest' | 'links';
}

export const plainFilter: ListFilter = {
  words: '',
  kind: 'thing',
  schema: '',
  scope: 'case',
  withdrawn: false,
  sort: 'caption',
};

export const kindWords: Record<EntityKind, string> = {
  thing: 'Things',
  relationship: 'Ties',
  event: 'Events',
  record: 'Records',
};

export const sortWords: Record<ListFilter['sort'], string> = {
  caption: 'By name',
  newest: 'Newest first',
  links: 'Most ties first',
};

export function listInput(caseId: CaseId, filter: ListFilter): InputOf<'entity.list'> {
  return {
    caseId: filter.scope === 'case' ? caseId : null,
    words: filter.words.trim(),
    kinds: [filter.kind],
    schemata: filter.schema === '' ? [] : [filter.schema],
    withdrawn: filter.withdrawn,
    sort: filter.sort,
  };
}

/** True if anything hides rows; then an empty list means "nothing fits", not "nothing here". */
export function narrows({ words, schema, withdrawn }: ListFilter): boolean {
  return words.trim() !== '' || schema !== '' || withdrawn;
}

export interface Facet {
  schema: string;
  kind: EntityKind;
  count: number;
}

/** Schemata of a kind with how many there are, the most first. */
export function schemaOptions(facets: readonly Facet[], kind: EntityKind): { value: string; label: string }[] {
  return facets
    .filter(facet => facet.kind === kind)
    .sort((left, right) => right.count - left.count || (left.schema < right.schema ? -1 : 1))
    .map(({ schema, count }) => ({
      value: schema,
      label: `${schemaOrThing(schema).plural} (${count.toLocaleString('en-GB')})`,
    }));
}

export function countOfKind(facets: readonly Facet[], kind: EntityKind): number {
  return facets.reduce((sum, facet) => sum + (facet.kind === kind ? facet.count : 0), 0);
}
