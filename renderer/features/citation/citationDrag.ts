/** A citation carried from its card into the text. */
import { CitationId } from '../../../shared/kernel/ids.ts';

const TYPE = 'application/x-probatum-citation';

export function dragCitation(transfer: DataTransfer, id: CitationId, name: string): void {
  transfer.setData(TYPE, id);
  transfer.setData('text/plain', name);
  transfer.effectAllowed = 'copy';
}

export function draggedCitation(transfer: DataTransfer | null): CitationId | null {
  const read = CitationId.safeParse(transfer?.getData(TYPE));
  return read.success ? read.data : null;
}
