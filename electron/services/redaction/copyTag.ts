import { createHash } from 'node:crypto';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';

const TAG_CHARS = 32;

/**
 * Two documents may look the same once their differences are painted over. Their copies must not be one exhibit all the same, for each
 * has the source of its own original. The tag follows from a random id, so it says nothing of the original to whoever does not have it.
 */
export function copyTag(originalId: ExhibitId): string {
  return createHash('sha256').update(`probatum copy of ${originalId}`).digest('hex').slice(0, TAG_CHARS);
}
