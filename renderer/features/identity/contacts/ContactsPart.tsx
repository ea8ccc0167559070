import { BookUser, Plus } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from '../../../api/index.ts';
import { Button, Empty, Failed, Loading, Panes } from '../../../ui/index.ts';
import { useCommands, useRoute } from '../../../workbench/index.ts';
import { useCaseMemory } from '../../memory/index.ts';
import { peopleMemory } from '../peopleMemory.ts';
import { AddContact } from './AddContact.tsx';
import { ContactDetail } from './ContactDetail.tsx';
import { ContactList } from './ContactList.tsx';

/** The contacts book. */
export function ContactsPart() {
  const { caseId } = useRoute();
  const [{ contactId }, change] = useCaseMemory(peopleMemory, caseId);
  const [adding, setAdding] = useState(false);
  const [withdrawn, setWithdrawn] = useState(false);
  const contacts = useQuery('contact.list', { withdrawn: true });
  const add = () => setAdding(true);
  useCommands([
    { id: 'people.addContact', title: 'Add a contact…', section: 'People and keys', shortcut: 'N', run: add },
  ]);
  if (contacts.error) return <Failed error={contacts.error} onRetry={contacts.refetch} />;
  if (!contacts.data) return <Loading label="Reading the contacts" />;
  const shown = contacts.data.filter(one => withdrawn || one.withdrawnAt === null);
  const chosen = contacts.data.find(one => one.id === contactId);
  const choose = (id: typeof contactId) => change(desk => ({ ...desk, contactId: id }));
  const panel = <AddContact open={adding} onClose={() => setAdding(false)} onAdded={choose} />;
  if (contacts.data.length === 0)
    return (
      <>
        <Empty
          icon={BookUser}
          title="No contacts yet"
          text="A contact is somebody whose keys this vault knows: to seal archives to them, and to see who signed what they send. Ask them for their contact card."
          action={
            <Button kind="primary" icon={Plus} onPress={add}>
              Add a contact…
            </Button>
          }
        />
        {panel}
      </>
    );
  return (
    <>
      <Panes
        id="contacts"
        left={
          <ContactList
            contacts={shown}
            hiddenCount={contacts.data.length - shown.length}
            showsWithdrawn={withdrawn}
            onShowWithdrawn={setWithdrawn}
            chosen={contactId}
            onChoose={choose}
            onAdd={add}
          />
        }
        main={
          chosen ? (
            <ContactDetail key={chosen.id} contact={chosen} onChoose={choose} />
          ) : (
            <Empty
              icon={BookUser}
              title="No contact chosen"
              text="Choose one on the left to see the keys and who made sure of them."
            />
          )
        }
        leftLabel="Contacts"
        mainLabel="Contact"
        leftWidth={300}
      />
      {panel}
    </>
  );
}
