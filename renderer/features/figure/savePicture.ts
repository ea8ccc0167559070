import type { CaseId, CitationId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, desktop } from '../../api/index.ts';

/** Asks where, and writes the picture there; the export is a custody event. Null where the person chose no place. */
export async function savePicture(
  caseId: CaseId,
  suggestedName: string,
  bytes: Uint8Array,
  what: string,
  /** What it shows rests on these: where one of them may not leave, the picture stays. */
  grounds: { citationIds: readonly CitationId[]; exhibitIds?: readonly ExhibitId[] },
): Promise<string | null> {
  const to = await desktop('desktop.chooseSaveAs', { suggestedName: suggestedName.slice(0, 200), kind: 'any' });
  if (!to) return null;
  await call('figure.save', {
    caseId,
    to,
    bytes: withOwnBuffer(bytes),
    what: what.slice(0, 300),
    citationIds: [...new Set(grounds.citationIds)],
    exhibitIds: [...new Set(grounds.exhibitIds ?? [])],
  });
  return to.name;
}

/** A view into a larger buffer would send all of it. */
export function withOwnBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
