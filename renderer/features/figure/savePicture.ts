import type { CaseId } from '../../../shared/kernel/ids.ts';

/** Asks where, and writes the picture there; the export is a custody event. Null where the person chose no place. */
export async function savePicture(
  _caseId: CaseId,
  _suggestedName: string,
  _bytes: Uint8Array,
  _what: string,
): Promise<string | null> {
  return null;
}
