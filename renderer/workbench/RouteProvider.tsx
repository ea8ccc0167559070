import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { currentRoute, type Route, stepAlong, type Trail, trailFrom, walk } from './route.ts';

export interface Navigation {
  /** See `stepTo` for what is kept. A place alone returns to what was open there. */
  go(step: Partial<Route>, options?: { replace?: boolean }): void;
  back(): void;
  forward(): void;
  canBack: boolean;
  canForward: boolean;
}

const RouteContext = createContext<Route | null>(null);
const NavigationContext = createContext<Navigation | null>(null);

/** Holds the trail of a case in memory only: where one was is case content, and goes with the lock. */
export function RouteProvider({ initial, children }: { initial: Route; children: ReactNode }) {
  const [trail, setTrail] = useState<Trail>(() => trailFrom(initial));
  const go = useCallback(
    (step: Partial<Route>, options?: { replace?: boolean }) => setTrail(now => walk(now, step, options?.replace)),
    [],
  );
  const back = useCallback(() => setTrail(now => stepAlong(now, -1)), []);
  const forward = useCallback(() => setTrail(now => stepAlong(now, 1)), []);
  useMouseButtons(back, forward);
  const canBack = trail.index > 0;
  const canForward = trail.index < trail.entries.length - 1;
  const navigation = useMemo(
    () => ({ go, back, forward, canBack, canForward }),
    [go, back, forward, canBack, canForward],
  );
  return (
    <NavigationContext value={navigation}>
      <RouteContext value={currentRoute(trail)}>{children}</RouteContext>
    </NavigationContext>
  );
}

/** The side buttons of a mouse: 3 is back, 4 is forward. */
function useMouseButtons(back: () => void, forward: () => void): void {
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      if (event.button !== 3 && event.button !== 4) return;
      event.preventDefault();
      if (event.button === 3) back();
      else forward();
    };
    window.addEventListener('mouseup', pressed);
    return () => window.removeEventListener('mouseup', pressed);
  }, [back, forward]);
}

export function useRoute(): Route {
  const route = useContext(RouteContext);
  if (!route) throw new Error('useRoute outside a case');
  return route;
}

export function useNavigate(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('useNavigate outside a case');
  return navigation;
}
