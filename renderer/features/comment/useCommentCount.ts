/** How much is said of a thing. All of a case is read at once and looked up, so that a list of a thousand rows asks one question. */
import { useMemo } from 'react';
import type { CommentCount } from '../../../shared/contract/comment.ts';
import type { CommentSubject } from '../../../shared/domain/comment.ts';
import { useQuery } from '../../api/index.ts';
import { useRoute } from '../../workbench/index.ts';

const byAnswer = new WeakMap<readonly CommentCount[], ReadonlyMap<string, CommentCount>>();

/** Undefined where nothing was said. */
export function useCommentCount({ kind, id }: Pick<CommentSubject, 'kind' | 'id'>): CommentCount | undefined {
  const { caseId } = useRoute();
  const { data } = useQuery('comment.counts', { caseId });
  return useMemo(() => (data ? lookUp(data).get(`${kind} ${id}`) : undefined), [data, kind, id]);
}

function lookUp(counts: readonly CommentCount[]): ReadonlyMap<string, CommentCount> {
  const known = byAnswer.get(counts);
  if (known) return known;
  const made = new Map(counts.map(count => [`${count.kind} ${count.id}`, count] as const));
  byAnswer.set(counts, made);
  return made;
}
