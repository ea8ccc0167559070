/** What happened at a place that has a position of its own: an event that names an address. */
import type { StatedPosition } from './statedPositions.ts';

/** A position that is shown, and which end of a voyage it is. */
export type ShownPosition = StatedPosition & { end?: 'from' | 'to' };

/** What names the place, by which property, and by which statement. */
type Naming = Pick<StatedPosition, 'statementId' | 'ownerId' | 'ownerSchema' | 'ownerKind'> & { property: string };

const ends = new Map<string, 'from' | 'to'>([
  ['startLocation', 'from'],
  ['endLocation', 'to'],
]);

/** A voyage that began at an address happened where the address is; its own statement says so. */
export function happenedAt(place: StatedPosition, naming: readonly Naming[]): ShownPosition[] {
  return naming.flatMap(({ statementId, ownerId, ownerSchema, ownerKind, property }) => {
    if (ownerKind !== 'event') return [];
    const end = ends.get(property);
    return [
      { ...place, statementId, ownerId, ownerSchema, ownerKind, fromOn: null, toOn: null, ...(end ? { end } : {}) },
    ];
  });
}
