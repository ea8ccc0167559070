/** The filter of the list as the screen holds it, and the small steps a person takes on it. */
import type { ExhibitFilter } from '../../../shared/contract/exhibit.ts';

export type ListFilter = Omit<ExhibitFilter, 'caseId'>;
export type FacetField = 'types' | 'languages' | 'sourceIds' | 'reliabilities';
export type SortField = ListFilter['sort'];

export const plainFilter: ListFilter = {
  words: '',
  types: [],
  languages: [],
  sourceIds: [],
  reliabilities: [],
  show: 'all',
  sort: 'number',
  descending: false,
};

export function toggleFacet(filter: ListFilter, field: FacetField, value: string): ListFilter {
  const values: readonly string[] = filter[field];
  const next = values.includes(value) ? values.filter(one => one !== value) : [...values, value];
  return { ...filter, [field]: next };
}

/** The same column again turns the order round. */
export function sortBy(filter: ListFilter, field: SortField): ListFilter {
  if (filter.sort === field) return { ...filter, descending: !filter.descending };
  return { ...filter, sort: field, descending: field === 'admitted' || field === 'size' };
}

/** True if anything hides rows; then an empty list means "nothing fits", not "nothing here". */
export function narrows(filter: ListFilter): boolean {
  return filter.words.trim() !== '' || filter.show !== 'all' || facetCount(filter) > 0;
}

export function facetCount(filter: ListFilter): number {
  return filter.types.length + filter.languages.length + filter.sourceIds.length + filter.reliabilities.length;
}

/** Drops what narrows and keeps the order. */
export function widen(filter: ListFilter): ListFilter {
  return { ...plainFilter, sort: filter.sort, descending: filter.descending };
}

export const showWords: Record<ListFilter['show'], string> = {
  all: 'All',
  unread: 'Unread',
  'with-passages': 'With passages',
  problem: 'Problems',
  withdrawn: 'Withdrawn',
};

export const sortWords: Record<SortField, string> = {
  number: 'Number',
  title: 'Title',
  published: 'Publication date',
  admitted: 'Admitted',
  size: 'Size',
};
