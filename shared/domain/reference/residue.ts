/**
 * What a format has no place for travels beside it: the fields in which the record, read back from that format, would differ. So no
 * field of a record is lost on the way through RIS or BibTeX, and readers of these formats see what they know.
 */
import { type CslItem, isRecord } from './cslItem.ts';

export interface Residue {
  set?: Record<string, unknown>;
  drop?: string[];
}

/** The name under which it stands in a file. */
export const RESIDUE_NAME = 'probatum-csl';

export function residueOf(item: CslItem, readBack: CslItem): Residue | null {
  const changed = Object.keys(item).filter(key => !isSame(item[key], readBack[key]));
  const drop = Object.keys(readBack).filter(key => !(key in item));
  if (changed.length === 0 && drop.length === 0) return null;
  return {
    ...(changed.length > 0 ? { set: Object.fromEntries(changed.sort().map(key => [key, item[key]])) } : {}),
    ...(drop.length > 0 ? { drop: drop.sort() } : {}),
  };
}

/** What is no residue of ours changes nothing. */
export function withResidue(item: CslItem, text: string): CslItem {
  let untrusted: unknown;
  try {
    untrusted = JSON.parse(text);
  } catch {
    return item;
  }
  if (!isRecord(untrusted)) return item;
  const drop = Array.isArray(untrusted['drop']) ? untrusted['drop'].map(String) : [];
  const set = isRecord(untrusted['set']) ? untrusted['set'] : {};
  return { ...Object.fromEntries(Object.entries(item).filter(([key]) => !drop.includes(key))), ...set };
}

/** Equal as JSON, whatever the order of keys. */
export function isSame(left: unknown, right: unknown): boolean {
  return stable(left) === stable(right);
}

function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isRecord(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}
