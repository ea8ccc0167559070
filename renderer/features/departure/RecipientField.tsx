/** Who gets it: somebody of the book of contacts, or a name in words. */
import type { ContactId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { TextField } from '../../ui/index.ts';

export interface RecipientFieldProps {
  value: string;
  onChange(value: string): void;
  /** A file may be for one's own use. */
  optional?: boolean;
}

export function RecipientField({ value, onChange, optional = false }: RecipientFieldProps) {
  const { contactId } = useRecipient(value);
  const { data } = useQuery('contact.list', {});
  return (
    <>
      <TextField
        label="Recipient"
        value={value}
        onChange={onChange}
        maxLength={300}
        required={!optional}
        placeholder="Person or body that gets it"
        list="recipient-contacts"
        hint={contactId === null ? undefined : 'In the book of contacts; recorded as that contact.'}
      />
      <datalist id="recipient-contacts">
        {(data ?? []).map(contact => (
          <option key={contact.id} value={contact.name} />
        ))}
      </datalist>
    </>
  );
}

/** The name as typed, and the contact that it is the name of, if there is exactly one. */
export function useRecipient(typed: string): { name: string; contactId: ContactId | null } {
  const { data } = useQuery('contact.list', {});
  const name = typed.trim();
  const named = (data ?? []).filter(contact => contact.name === name);
  return { name, contactId: named.length === 1 ? (named[0]?.id ?? null) : null };
}
