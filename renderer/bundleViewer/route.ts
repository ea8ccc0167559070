/** Where the reader is, kept in the address after "#", so that any place of a bundle can be linked to and gone back to. */
import { useMemo, useSyncExternalStore } from 'react';

export const VIEWS = ['findings', 'report', 'exhibits', 'chronology', 'custody', 'verify'] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  view: View;
  citation: string | null;
  exhibit: string | null;
  /** Counted from 0; null where the citation decides. */
  page: number | null;
}

export function parseRoute(hash: string): Route {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const page = Number(given.get('page'));
  return {
    view: VIEWS.find(view => view === given.get('view')) ?? 'findings',
    citation: given.get('citation'),
    exhibit: given.get('exhibit'),
    page: given.has('page') && Number.isInteger(page) && page >= 1 ? page - 1 : null,
  };
}

export function formatRoute(route: Route): string {
  const parts = new URLSearchParams();
  if (route.view !== 'findings') parts.set('view', route.view);
  if (route.citation !== null) parts.set('citation', route.citation);
  if (route.exhibit !== null) parts.set('exhibit', route.exhibit);
  if (route.page !== null) parts.set('page', String(route.page + 1));
  return `#${parts}`;
}

export function useRoute(): [Route, (change: Partial<Route>) => void] {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  const route = useMemo(() => parseRoute(hash), [hash]);
  return [
    route,
    change => {
      window.location.hash = formatRoute({ ...parseRoute(window.location.hash), ...change });
    },
  ];
}

/** A place to go when a citation or an exhibit is chosen: either takes the other's place in the reading pane. */
export const toCitation = (id: string): Partial<Route> => ({ citation: id, exhibit: null, page: null });
export const toExhibit = (number: string): Partial<Route> => ({ citation: null, exhibit: number, page: null });

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
