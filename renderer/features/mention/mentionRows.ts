/** Mentions as rows: an entity once, with every place where it seems to be named. Pure. */
import type { Mention } from '../../../shared/contract/mention.ts';

export interface KnownEntity {
  entity: Mention['entity'];
  open: readonly Mention[];
  accepted: readonly Mention[];
  rejected: readonly Mention[];
}

/** Those with open places first, then by name. */
export function knownEntities(mentions: readonly Mention[]): KnownEntity[] {
  const byEntity = new Map<string, Mention[]>();
  for (const mention of mentions)
    byEntity.set(mention.entity.id, [...(byEntity.get(mention.entity.id) ?? []), mention]);
  const rows = [...byEntity.values()].flatMap(places => {
    const [first] = places;
    const of = (decision: Mention['decision']) => places.filter(one => one.decision === decision);
    return first ? [{ entity: first.entity, open: of(null), accepted: of('accepted'), rejected: of('rejected') }] : [];
  });
  return rows.sort(
    (left, right) =>
      Number(right.open.length > 0) - Number(left.open.length > 0) ||
      left.entity.caption.localeCompare(right.entity.caption, 'en'),
  );
}

/** Entities that share the very words: a name alone does not tell which of them is meant. */
export function sharedWith(mention: Mention, all: readonly Mention[]): Mention['entity'][] {
  return all
    .filter(
      other =>
        other.pageIndex === mention.pageIndex && other.start === mention.start && other.entity.id !== mention.entity.id,
    )
    .map(other => other.entity);
}

/** `p. xii (PDF 14)`, `p. 3`. */
export function pageWords({ pageIndex, pageLabel }: Pick<Mention, 'pageIndex' | 'pageLabel'>): string {
  const number = String(pageIndex + 1);
  return pageLabel === null || pageLabel === number ? `p. ${number}` : `p. ${pageLabel} (${number})`;
}

export function mentionKey({ exhibitId, pageIndex, start, entity }: Mention): string {
  return `${exhibitId} ${pageIndex} ${start} ${entity.id}`;
}
