/** Where threads stand together: the page of the exhibit, or what is stated of the entity, that this one is on, and its words. */
import { ArrowUpRight } from 'lucide-react';
import type { CommentRow } from '../../../shared/contract/comment.ts';
import { Button } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { subjectRoute } from './subjectRoute.ts';

export function PartSpokenOf({ first }: { first: CommentRow }) {
  const { go } = useNavigate();
  const { subject, now, quote } = first;
  const isPage = subject.kind === 'exhibit' && subject.pageIndex !== null;
  if (!isPage && subject.kind !== 'statement') return null;
  const route = isPage ? subjectRoute(first) : null;
  return (
    <>
      <p className="comment-page">
        {route === null ? (
          <span className="comment-facts" dir="auto">
            on {now.name}
          </span>
        ) : (
          <Button kind="quiet" icon={ArrowUpRight} onPress={() => go(route)}>
            {now.name}
          </Button>
        )}
      </p>
      {isPage && quote !== '' && (
        <blockquote className="review-quote" dir="auto">
          {quote}
        </blockquote>
      )}
    </>
  );
}
