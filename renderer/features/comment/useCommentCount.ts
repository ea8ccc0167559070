/** How much is said of a thing. All of a case is read at once and looked up, so that a list of a thousand rows asks one question. */
import { useMemo } from 'react';
import type { CommentCount } from '../../../shared/contract/comment.ts';
import type { CommentSubject } from '../../../shared/domain/comment.ts';
import { useQuery } from '../../api/index.ts';
import { useRoute } from '../../workbench/index.ts';

export type Said = Pick<CommentCount, 'open' | 'total' | 'dissents'>;
type Looked = ReadonlyMap<string, Said>;

const byAnswer = new WeakMap<readonly CommentCount[], { own: Looked; within: Looked }>();

/** Undefined where nothing was said. `within`: of a finding also what was said of its claims and citations. */
export function useCommentCount(
  { kind, id }: Pick<CommentSubject, 'kind' | 'id'>,
  { within = false }: { within?: boolean } = {},
): Said | undefined {
  const { caseId } = useRoute();
  const { data } = useQuery('comment.counts', { caseId });
  return useMemo(() => {
    if (!data) return undefined;
    const { own, within: all } = lookUp(data);
    return within ? all.get(id) : own.get(`${kind} ${id}`);
  }, [data, kind, id, within]);
}

function lookUp(counts: readonly CommentCount[]): { own: Looked; within: Looked } {
  const known = byAnswer.get(counts);
  if (known) return known;
  const within = new Map<string, Said>();
  for (const { findingId, open, total, dissents } of counts) {
    if (findingId === null) continue;
    const before = within.get(findingId) ?? { open: 0, total: 0, dissents: 0 };
    within.set(findingId, {
      open: before.open + open,
      total: before.total + total,
      dissents: before.dissents + dissents,
    });
  }
  const made = { own: new Map(counts.map(count => [`${count.kind} ${count.id}`, count] as const)), within };
  byAnswer.set(counts, made);
  return made;
}
