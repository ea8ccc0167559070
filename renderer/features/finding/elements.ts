/** The elements matrix: which independent origins carry which claim, and what each claim measures against. Pure. */
import type { Bearing } from '../../../shared/domain/citation.ts';
import type { ClaimView } from '../../../shared/domain/finding.ts';
import { independentGroups, type Source } from '../../../shared/domain/source.ts';
import type { ClaimId, CitationId, SourceId } from '../../../shared/kernel/ids.ts';

type SourceFacts = Pick<Source, 'id' | 'name' | 'originIds' | 'reliability'>;

/** Sources that share an origin, however far back: one voice. */
export interface OriginColumn {
  key: string;
  sources: readonly { name: string; reliability: string | null }[];
}

export interface ElementCell {
  bearing: Bearing;
  citationId: CitationId;
  exhibitNumber: number;
}

export interface ElementRow {
  claimId: ClaimId;
  number: number;
  text: string;
  status: ClaimView['status'];
  provisionIds: readonly string[];
  /** By column key. */
  cells: ReadonlyMap<string, readonly ElementCell[]>;
  /** Columns of reliability A to C that support it: what the standard counts. */
  independent: number;
}

export interface ElementsMatrix {
  columns: readonly OriginColumn[];
  rows: readonly ElementRow[];
}

const NO_SOURCE = 'no-source';

export function elementsMatrix(claims: readonly ClaimView[], sources: readonly SourceFacts[]): ElementsMatrix {
  const byId = new Map(sources.map(source => [source.id, source]));
  const cited = claims.flatMap(claim => claim.citations);
  const known = cited.flatMap(citation => citation.sourceId ?? []);
  const groups = independentGroups(known, id => byId.get(id)?.originIds ?? []);
  const keyOfSource = new Map<SourceId, string>(
    groups.flatMap(group => group.map(id => [id, group[0] as string] as const)),
  );

  const keyOf = (id: SourceId | null) => (id === null ? NO_SOURCE : (keyOfSource.get(id) ?? id));
  const columns = new Map<string, OriginColumn>();
  for (const { sourceId, sourceName, reliability } of cited) {
    const key = keyOf(sourceId);
    const column = columns.get(key) ?? { key, sources: [] };
    const name = sourceName ?? 'No source on record';
    if (column.sources.some(one => one.name === name)) columns.set(key, column);
    else columns.set(key, { key, sources: [...column.sources, { name, reliability }] });
  }
  const rows = claims.map((claim, at) => rowOf(claim, at + 1, keyOf));
  return { columns: [...columns.values()], rows };
}

function rowOf(claim: ClaimView, number: number, keyOf: (id: SourceId | null) => string): ElementRow {
  const cells = new Map<string, ElementCell[]>();
  const counting = new Set<string>();
  for (const { id, bearing, exhibitNumber, sourceId, reliability } of claim.citations) {
    const key = keyOf(sourceId);
    cells.set(key, [...(cells.get(key) ?? []), { bearing, citationId: id, exhibitNumber }]);
    if (bearing === 'supports' && reliability !== null && reliability <= 'C') counting.add(key);
  }
  return {
    claimId: claim.id,
    number,
    text: claim.text,
    status: claim.status,
    provisionIds: claim.provisionIds,
    cells,
    independent: counting.size,
  };
}
