import type { Positions } from '../../../../shared/domain/chart/index.ts';

/** The nearest in a direction, those straight ahead before those aside; from nowhere the one nearest to the upper left. */
export function nextInDirection(
  places: Positions,
  from: string | undefined,
  [dx, dy]: [number, number],
): string | null {
  const here = from === undefined ? undefined : places.get(from);
  let best: { id: string; distance: number } | null = null;
  for (const [id, { x, y }] of places) {
    if (id === from) continue;
    const along = here ? (x - here.x) * dx + (y - here.y) * dy : x + y;
    const aside = here ? Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx) : 0;
    if (here && (along <= 1 || aside > along * 2.5)) continue;
    const distance = along + aside * 2;
    if (best === null || distance < best.distance || (distance === best.distance && id < best.id))
      best = { id, distance };
  }
  return best?.id ?? null;
}
