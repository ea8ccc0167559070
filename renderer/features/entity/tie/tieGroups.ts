/** The ties of an entity by their schema, each as it reads them. Pure. */
import type { LinkView } from '../../../../shared/contract/entity.ts';
import { spanWords } from '../../../../shared/domain/entity/caption.ts';
import { everydaySchemata, schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { dateSpan } from '../../../../shared/kernel/dateSpan.ts';
import { groupBy } from '../../../../shared/kernel/groupBy.ts';

export interface TieGroup {
  /** The schema, or `property` for what hangs on a property alone. */
  id: string;
  label: string;
  links: LinkView[];
}

export function groupTies(links: readonly LinkView[]): TieGroup[] {
  const ties = links.filter(link => link.kind !== 'event');
  const usual: readonly string[] = everydaySchemata.relationship;
  const place = (id: string) =>
    id === 'property' ? usual.length + 1 : usual.includes(id) ? usual.indexOf(id) : usual.length;
  return [...groupBy(ties, link => link.schema ?? 'property')]
    .map(([id, of]) => ({
      id,
      label: id === 'property' ? 'Named in a property' : schemaOrThing(id).plural,
      links: of.toSorted(byTime),
    }))
    .sort((left, right) => place(left.id) - place(right.id) || left.label.localeCompare(right.label, 'en'));
}

export function eventsOf(links: readonly LinkView[]): LinkView[] {
  return links.filter(link => link.kind === 'event').toSorted(byTime);
}

/** Undated ones last. */
function byTime(left: LinkView, right: LinkView): number {
  const start = ({ fromOn, toOn }: LinkView) => {
    const span = dateSpan(fromOn ?? toOn ?? '');
    return span?.from ?? span?.to ?? Number.POSITIVE_INFINITY;
  };
  const [first, second] = [start(left), start(right)];
  return first === second ? 0 : first < second ? -1 : 1;
}

/** A moment once, a span from–to. */
export function linkDates({ fromOn, toOn }: Pick<LinkView, 'fromOn' | 'toOn'>): string {
  return spanWords(fromOn, toOn);
}

/** Unique in a list: one tie may have several others on its far side. */
export function linkKey(link: LinkView): string {
  return `${link.statementId} ${link.other?.id ?? ''} ${link.words}`;
}
