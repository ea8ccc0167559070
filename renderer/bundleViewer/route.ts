/** Where the reader is, kept in the address after "#", so that any place of a bundle can be linked to and gone back to. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';

export const VIEWS = [
  'findings',
  'report',
  'matrix',
  'requests',
  'entities',
  'chart',
  'timeline',
  'map',
  'exhibits',
  'custody',
  'verify',
  'review',
  'search',
] as const;
export type View = (typeof VIEWS)[number];

/** Addresses of earlier bundles' viewers still lead somewhere. */
const FORMER: Record<string, View> = { chronology: 'timeline' };

export interface Route {
  view: View;
  /** Words that are looked for. */
  query: string;
  /** An entity or a tie that is looked at in its place. */
  item: string | null;
  citation: string | null;
  exhibit: string | null;
  /** Counted from 0; null where the citation decides. */
  page: number | null;
}

export type Go = (change: Partial<Route>) => void;

export function parseRoute(hash: string): Route {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const page = Number(given.get('page'));
  const view = given.get('view') ?? '';
  return {
    view: VIEWS.find(one => one === view) ?? FORMER[view] ?? 'findings',
    query: given.get('query') ?? '',
    item: given.get('item'),
    citation: given.get('citation'),
    exhibit: given.get('exhibit'),
    page: given.has('page') && Number.isInteger(page) && page >= 1 ? page - 1 : null,
  };
}

export function formatRoute(route: Route): string {
  const parts = new URLSearchParams();
  if (route.view !== 'findings') parts.set('view', route.view);
  if (route.query !== '') parts.set('query', route.query);
  if (route.item !== null) parts.set('item', route.item);
  if (route.citation !== null) parts.set('citation', route.citation);
  if (route.exhibit !== null) parts.set('exhibit', route.exhibit);
  if (route.page !== null) parts.set('page', String(route.page + 1));
  return `#${parts}`;
}

export function useRoute(): [Route, Go] {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  const route = useMemo(() => parseRoute(hash), [hash]);
  const go = useCallback((change: Partial<Route>) => {
    window.location.hash = formatRoute({ ...parseRoute(window.location.hash), ...change });
  }, []);
  return [route, go];
}

/** A place to go when a citation or an exhibit is chosen: either takes the other's place in the reading pane. */
export const toCitation = (id: string): Partial<Route> => ({ citation: id, exhibit: null, page: null });
export const toExhibit = (number: string, page: number | null = null): Partial<Route> => ({
  citation: null,
  exhibit: number,
  page,
});
export const toNothing: Partial<Route> = { citation: null, exhibit: null, page: null };

/** What is open in the reading pane stays there when one goes to another place; what was looked for or at does not. */
export const toView = (view: View): Partial<Route> => ({ view, item: null });

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
