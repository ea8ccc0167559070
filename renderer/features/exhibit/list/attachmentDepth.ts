import type { ExhibitRow } from '../../../../shared/contract/exhibit.ts';

type Related = Pick<ExhibitRow, 'id' | 'parentId'>;

/** How far to look back for a parent: a message with more attachments than this is not a message. */
const LOOK_BACK = 60;

/**
 * How deep a row is indented: under its parent if that stands above it with only its family between. Under another
 * order or a filter an attachment may stand alone; then it is not indented under a stranger. Pure.
 */
export function attachmentDepth(index: number, rowAt: (index: number) => Related | undefined): number {
  const row = rowAt(index);
  let depth = 0;
  let wanted = row?.parentId ?? null;
  for (let above = index - 1; wanted !== null && above >= 0 && index - above <= LOOK_BACK; above--) {
    const other = rowAt(above);
    if (!other) break;
    if (other.id === wanted) {
      depth += 1;
      wanted = other.parentId;
    } else if (other.parentId === null) break;
  }
  return depth;
}
