/** Which part of the place is open, and who or what is chosen in it; so other places can send somebody to the right one. */
import type { ContactId, ReceiptId } from '../../../shared/kernel/ids.ts';
import { useNavigate, useRoute } from '../../workbench/index.ts';
import { CaseMemory } from '../memory/index.ts';

export type Part = 'keys' | 'contacts' | 'receipts';

export interface PeopleDesk {
  part: Part;
  contactId: ContactId | null;
  receiptId: ReceiptId | null;
}

export const peopleMemory = new CaseMemory<PeopleDesk>({ part: 'keys', contactId: null, receiptId: null });

/** Goes to the place, to the part that is asked for. */
export function useOpenPeople(): (part: Part) => void {
  const { caseId } = useRoute();
  const { go } = useNavigate();
  return part => {
    peopleMemory.change(caseId, desk => ({ ...desk, part }));
    go({ place: 'people' });
  };
}
