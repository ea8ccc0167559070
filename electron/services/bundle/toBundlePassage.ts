/** Passages as they go: of a withheld exhibit only that something is cited there. */
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { BundlePassage } from '../../../shared/domain/bundle.ts';
import type { Passage } from '../../../shared/domain/passage.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { findPassage } from '../passage/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';

/** In the order given; those of exhibits that are no part of the bundle are left out. */
export function bundlePassages(
  db: ReadableDb,
  ids: readonly string[],
  { exhibits, withholding, standIns }: GatheredBundle,
): BundlePassage[] {
  const known = new Map(exhibits.map(exhibit => [exhibit.id, exhibit]));
  return ids.flatMap(id => {
    const marked = findPassage(db, id);
    const passage = marked && standIns.passage(marked);
    const exhibit = passage ? known.get(passage.exhibitId) : undefined;
    return passage && exhibit ? [toPassage(passage, exhibit, withholding.reasonOf(exhibit.id) !== null)] : [];
  });
}

function toPassage(passage: Passage, exhibit: Exhibit, withheld: boolean): BundlePassage {
  const { id, pageIndex, pageLabel, quote, position, rects, note, tags } = passage;
  const common = { id, exhibitNumber: exhibitNumber(exhibit.number), pageIndex, pageLabel };
  if (withheld)
    return { ...common, quote: { exact: '', prefix: '', suffix: '' }, position: null, rects: [], note: '', tags: [] };
  // Offsets count in the text that the passage was marked on; the bundle has the text as it was read last.
  return {
    ...common,
    quote,
    position: passage.renditionId === exhibit.renditionId ? position : null,
    rects,
    note,
    tags,
    ...(passage.translation ? { translation: withoutId(passage.translation) } : {}),
  };
}

function withoutId({ id: _, ...kept }: NonNullable<Passage['translation']>): BundlePassage['translation'] {
  return kept;
}
