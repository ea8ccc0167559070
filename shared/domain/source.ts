/** A source: who or what an exhibit comes from, how reliable, and where it got its information (its origins). */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { SourceId } from '../kernel/ids.ts';

/** Admiralty reliability; F means "cannot be judged", never "bad". */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;

export const reliabilityWords: Record<Reliability, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

/** Admiralty credibility of the information, judged apart from the source. */
export const Credibility = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);
export type Credibility = z.infer<typeof Credibility>;

export const credibilityWords: Record<Credibility, string> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

export const SourceKind = z.enum([
  'member-state',
  'registry',
  'company',
  'press',
  'agency',
  'witness',
  'imagery',
  'court',
  'financial',
  'open-source',
  'other',
]);
export type SourceKind = z.infer<typeof SourceKind>;

export const Source = z.object({
  id: SourceId,
  name: z.string().trim().min(1).max(300),
  kind: SourceKind,
  reliability: Reliability,
  /** Sources from which this one took its information; none means that it speaks from its own knowledge. */
  originIds: z.array(SourceId),
  confidential: z.boolean(),
  /** What is printed in place of the name of a confidential source. */
  codeName: z.string().trim().max(80).nullable(),
  note: z.string().max(4000),
  createdAt: Instant,
});
export type Source = z.infer<typeof Source>;

export const SourceGrade = z.object({
  reliability: Reliability,
  reason: z.string(),
  gradedBy: z.string(),
  gradedAt: Instant,
});
export type SourceGrade = z.infer<typeof SourceGrade>;

/** The name that may leave the vault. */
export function printedSourceName(source: Pick<Source, 'name' | 'confidential' | 'codeName'>): string {
  if (!source.confidential) return source.name;
  return source.codeName ? `Confidential source “${source.codeName}”` : 'Confidential source';
}

type OriginLookup = (id: SourceId) => readonly SourceId[];

/**
 * Where a source's information began: its origins' origins, down to those that name none. A source without
 * origins is its own origin. Safe against circles, which older archives may hold.
 */
export function rootOrigins(id: SourceId, originsOf: OriginLookup): Set<SourceId> {
  const roots = new Set<SourceId>();
  const seen = new Set<SourceId>();
  const open: SourceId[] = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const origins = originsOf(next);
    if (origins.length === 0) roots.add(next);
    else open.push(...origins);
  }
  return roots.size > 0 ? roots : new Set([id]);
}

/**
 * Groups sources that share an origin, however far back. The number of groups is the number of independent origins:
 * a source that draws on two agencies joins both into one group, since it cannot stand beside either as a second voice.
 */
export function independentGroups(ids: readonly SourceId[], originsOf: OriginLookup): SourceId[][] {
  const groups: { sources: SourceId[]; roots: Set<SourceId> }[] = [];
  for (const id of new Set(ids)) {
    const roots = rootOrigins(id, originsOf);
    const touching = groups.filter(group => [...roots].some(root => group.roots.has(root)));
    const merged = {
      sources: [...touching.flatMap(group => group.sources), id],
      roots: new Set([...touching.flatMap(group => [...group.roots]), ...roots]),
    };
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map(group => group.sources);
}

/** True if giving `source` the origin `origin` would make it an origin of itself. */
export function makesOriginCircle(source: SourceId, origin: SourceId, originsOf: OriginLookup): boolean {
  const seen = new Set<SourceId>();
  const open: SourceId[] = [origin];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === source) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...originsOf(next));
  }
  return false;
}
