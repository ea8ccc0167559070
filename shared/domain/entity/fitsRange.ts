/** Which ties a schema can be a side of, and what may stand on the other side. */
import { everydaySchemata, isA, schemaNamed, schemaNames } from '../ftm/index.ts';

/** True where an entity of this schema may stand in a property of that range; null takes any. */
export function fitsRange(schema: string, range: string | null): boolean {
  return range === null || isA(schema, range);
}

export interface FittingEdge {
  schema: string;
  label: string;
  /** Which side the entity would be. */
  side: 'source' | 'target';
  /** What the other side must be, or descend from. */
  otherRange: string | null;
}

/** The ties that an entity of this schema can be a side of, the usual first; an undirected one is offered once. */
export function fittingEdges(schema: string): FittingEdge[] {
  const usual: readonly string[] = everydaySchemata.relationship;
  const names = [...usual, ...schemaNames().filter(name => !usual.includes(name))];
  return names.flatMap(name => {
    const tie = schemaNamed(name);
    if (!tie?.edge || tie.isAbstract) return [];
    const { source, target, directed } = tie.edge;
    const [sourceRange, targetRange] = [source, target].map(side => tie.properties.get(side)?.range ?? null);
    const fits: FittingEdge[] = [];
    if (fitsRange(schema, sourceRange ?? null))
      fits.push({ schema: name, label: tie.label, side: 'source', otherRange: targetRange ?? null });
    const isSameAgain = !directed && sourceRange === targetRange && fits.length > 0;
    if (!isSameAgain && fitsRange(schema, targetRange ?? null))
      fits.push({ schema: name, label: tie.label, side: 'target', otherRange: sourceRange ?? null });
    return fits;
  });
}
