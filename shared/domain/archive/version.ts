/**
 * Versions of one field, so that what is newer is known from what was seen and never from a clock. A version counts, for each
 * vault, the changes of the field that it has seen (a version vector). One version follows another if it has seen all that the
 * other has; where neither has, two people changed the field without knowing of each other.
 */
import { z } from 'zod';
import { VaultId } from '../../kernel/ids.ts';

export const Version = z.record(VaultId, z.number().int().positive().max(Number.MAX_SAFE_INTEGER));
export type Version = Readonly<Record<string, number>>;

export type VersionOrder = 'same' | 'older' | 'newer' | 'concurrent';

/** What the left one is beside the right one. */
export function compareVersions(left: Version, right: Version): VersionOrder {
  const isBehind = Object.entries(right).some(([vault, count]) => (left[vault] ?? 0) < count);
  const isAhead = Object.entries(left).some(([vault, count]) => (right[vault] ?? 0) < count);
  if (isBehind) return isAhead ? 'concurrent' : 'older';
  return isAhead ? 'newer' : 'same';
}

/** The version that has seen all that these have. */
export function joinVersions(versions: readonly Version[]): Version {
  const joined: Record<string, number> = {};
  for (const version of versions)
    for (const [vault, count] of Object.entries(version)) joined[vault] = Math.max(joined[vault] ?? 0, count);
  return joined;
}

/** The version of a change that this vault makes, knowing these. */
export function nextVersion(known: readonly Version[], vaultId: VaultId): Version {
  const joined = joinVersions(known);
  return { ...joined, [vaultId]: (joined[vaultId] ?? 0) + 1 };
}
