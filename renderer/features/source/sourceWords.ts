/** Words and choices around sources. Pure. */
import type { Source, SourceKind } from '../../../shared/domain/source.ts';
import { type Reliability, reliabilityWords } from '../../../shared/domain/source.ts';

export const kindWords: Record<SourceKind, string> = {
  'member-state': 'Member State',
  registry: 'Registry',
  company: 'Company',
  press: 'Press',
  agency: 'News agency',
  witness: 'Witness',
  imagery: 'Imagery',
  court: 'Court',
  financial: 'Financial records',
  'open-source': 'Open source',
  other: 'Other',
};

export const kindOptions = (Object.keys(kindWords) as SourceKind[]).map(value => ({ value, label: kindWords[value] }));

export const reliabilityOptions = (Object.keys(reliabilityWords) as Reliability[]).map(value => ({
  value,
  label: value,
  hint: `${value}: ${reliabilityWords[value]}`,
}));

export function matchesWords(source: Pick<Source, 'name' | 'codeName' | 'note'>, words: string): boolean {
  const text = `${source.name} ${source.codeName ?? ''} ${source.note}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

/** By name, as people look them up. */
export function byName(left: Pick<Source, 'name'>, right: Pick<Source, 'name'>): number {
  return left.name.localeCompare(right.name, undefined, { numeric: true, sensitivity: 'base' });
}
