/** The name of an entity, as a link to all that is recorded of it. */
import { languageOf } from '../../content/languageOf.ts';
import { formatRoute, parseRoute } from '../../route.ts';

export function EntityLink({ id, caption }: { id: string | null; caption: string }) {
  const words = <span lang={languageOf(caption)}>{caption}</span>;
  if (id === null) return words;
  return (
    <a className="entity-link" href={entityAddress(id)}>
      {words}
    </a>
  );
}

/** What is open beside it stays open. */
export function entityAddress(id: string): string {
  return formatRoute({ ...parseRoute(window.location.hash), view: 'entities', item: id });
}
