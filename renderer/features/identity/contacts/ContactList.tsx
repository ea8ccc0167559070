import { Plus, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ContactView } from '../../../../shared/contract/identity.ts';
import { nameKey } from '../../../../shared/domain/identity/contact.ts';
import type { ContactId } from '../../../../shared/kernel/ids.ts';
import { Empty, formatCount, IconButton, PaneHeader, TextField, VirtualList } from '../../../ui/index.ts';
import { Standing } from './Standing.tsx';

export interface ContactListProps {
  contacts: readonly ContactView[];
  hiddenCount: number;
  showsWithdrawn: boolean;
  onShowWithdrawn(show: boolean): void;
  chosen: ContactId | null;
  onChoose(id: ContactId): void;
  onAdd(): void;
}

export function ContactList(props: ContactListProps) {
  const { contacts, chosen, onChoose, onAdd, hiddenCount, showsWithdrawn, onShowWithdrawn } = props;
  const [words, setWords] = useState('');
  const rows = useMemo(() => {
    const sought = nameKey(words);
    return contacts.filter(one => nameKey(`${one.name} ${one.team} ${one.vaultCode ?? ''}`).includes(sought));
  }, [contacts, words]);
  return (
    <>
      <PaneHeader
        title="Contacts"
        count={contacts.length}
        actions={<IconButton icon={Plus} label="Add a contact" shortcut="N" onPress={onAdd} />}
      />
      <div className="list-filter">
        <TextField
          label="Filter contacts"
          hideLabel
          type="search"
          placeholder="Filter"
          value={words}
          onChange={setWords}
        />
      </div>
      <VirtualList
        label="Contacts"
        count={rows.length}
        rowHeight={52}
        getKey={index => rows[index]?.id ?? String(index)}
        selected={chosen}
        onSelect={(_, index) => {
          const row = rows[index];
          if (row) onChoose(row.id);
        }}
        renderRow={index => {
          const row = rows[index];
          return row ? <Row contact={row} /> : null;
        }}
        empty={<Empty title={words ? 'No contact fits' : 'All are withdrawn'} />}
      />
      {(hiddenCount > 0 || showsWithdrawn) && (
        <button type="button" className="link people-more" onClick={() => onShowWithdrawn(!showsWithdrawn)}>
          {showsWithdrawn ? 'Hide withdrawn ones' : `Show ${formatCount(hiddenCount)} withdrawn`}
        </button>
      )}
    </>
  );
}

function Row({ contact }: { contact: ContactView }) {
  return (
    <div className="contact-row">
      <span className="contact-row-name">
        <span className="one-line" dir="auto" title={contact.name}>
          {contact.name}
        </span>
        {contact.clashes.length > 0 && (
          <TriangleAlert className="contact-row-clash" size={14} role="img" aria-label="Look twice: see the keys" />
        )}
      </span>
      <span className="contact-row-facts">
        <span className="one-line" dir="auto">
          {[contact.team || 'no team', contact.vaultCode].filter(Boolean).join(' · ')}
        </span>
        <Standing contact={contact} />
      </span>
    </div>
  );
}
