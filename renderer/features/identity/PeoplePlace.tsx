import { useQuery } from '../../api/index.ts';
import { PaneHeader, Tabs } from '../../ui/index.ts';
import { useCommands, useRoute } from '../../workbench/index.ts';
import { useCaseMemory } from '../memory/index.ts';
import { ContactsPart } from './contacts/ContactsPart.tsx';
import { KeysPart } from './keys/KeysPart.tsx';
import { type Part, peopleMemory } from './peopleMemory.ts';
import { ReceiptsPart } from './receipts/ReceiptsPart.tsx';
import './identity.css';

/** Who we are to others, who they are to us, and what of the custody log others hold. It is the vault's, not the case's. */
export function PeoplePlace() {
  const { caseId } = useRoute();
  const [{ part }, change] = useCaseMemory(peopleMemory, caseId);
  const contacts = useQuery('contact.list', {});
  const receipts = useQuery('receipt.list', {});
  const show = (next: Part) => change(desk => ({ ...desk, part: next }));
  useCommands([
    { id: 'people.keys', title: 'Show the keys of this vault', section: 'People and keys', run: () => show('keys') },
    { id: 'people.contacts', title: 'Show the contacts', section: 'People and keys', run: () => show('contacts') },
    { id: 'people.receipts', title: 'Show the receipts', section: 'People and keys', run: () => show('receipts') },
  ]);
  const parts = [
    { id: 'keys', label: 'Keys of this vault' },
    { id: 'contacts', label: 'Contacts', ...(contacts.data && { count: contacts.data.length }) },
    { id: 'receipts', label: 'Receipts', ...(receipts.data && { count: receipts.data.length }) },
  ] as const;
  return (
    <div className="people">
      <PaneHeader level={1} title="People and keys" />
      <div className="people-tabs">
        <Tabs label="People and keys" tabs={parts} value={part} onChange={show} panelId="people-part" />
      </div>
      <div
        className="people-part"
        id="people-part"
        role="tabpanel"
        aria-label={parts.find(one => one.id === part)?.label}
      >
        {part === 'keys' && <KeysPart />}
        {part === 'contacts' && <ContactsPart />}
        {part === 'receipts' && <ReceiptsPart />}
      </div>
    </div>
  );
}
