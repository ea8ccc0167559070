/** Who can open it: people of the book of contacts by their keys, or whoever knows a passphrase. */
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { isVerified, standingWords } from '../../../shared/domain/identity/contact.ts';
import type { ContactId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Checkbox, Failed, Loading, Notice, Segmented, TextField } from '../../ui/index.ts';
import { useOpenPeople } from '../identity/index.ts';
import { usePassphraseStrength } from '../vault/index.ts';
import type { SealDesk } from './archiveMemory.ts';

export interface Passphrase {
  passphrase: string;
  repeated: string;
}

export const noPassphrase: Passphrase = { passphrase: '', repeated: '' };

export function fitsAsPassphrase({ passphrase, repeated }: Passphrase): boolean {
  return passphrase !== '' && passphrase === repeated;
}

type Recipients = Pick<SealDesk, 'way' | 'contactIds' | 'own' | 'passphraseFor'>;

export interface SealForProps {
  desk: Recipients;
  onChange(fields: Partial<Recipients>): void;
  secret: Passphrase;
  onSecret(secret: Passphrase): void;
}

export function SealFor({ desk, onChange, secret, onSecret }: SealForProps) {
  return (
    <fieldset className="seal-for">
      <legend className="seal-legend">Who can open it</legend>
      <Segmented
        label="Sealed for"
        options={[
          { value: 'keys', label: 'People, by their keys' },
          { value: 'passphrase', label: 'A passphrase' },
        ]}
        value={desk.way}
        onChange={way => onChange({ way })}
      />
      {desk.way === 'keys' ? (
        <KeysOf desk={desk} onChange={onChange} />
      ) : (
        <ByPassphrase desk={desk} onChange={onChange} secret={secret} onSecret={onSecret} />
      )}
    </fieldset>
  );
}

function KeysOf({ desk: { contactIds, own }, onChange }: Pick<SealForProps, 'desk' | 'onChange'>) {
  const contacts = useQuery('contact.list', {});
  const keys = useQuery('identity.own', {});
  const openPeople = useOpenPeople();
  if (contacts.error) return <Failed error={contacts.error} onRetry={contacts.refetch} />;
  if (!contacts.data) return <Loading label="Reading the contacts" />;
  const toggled = (id: ContactId) =>
    contactIds.includes(id) ? contactIds.filter(one => one !== id) : [...contactIds, id];
  const able = contacts.data.filter(contact => contact.ageRecipient !== null);
  const unverified = able.filter(contact => contactIds.includes(contact.id) && !isVerified(contact));
  const mine = keys.data?.current;
  return (
    <>
      {able.length === 0 && (
        <p className="seal-soft">
          No contact with a key to seal for yet. Ask for their contact card, and compare its digits with them.
        </p>
      )}
      {able.map(contact => (
        <Checkbox
          key={contact.id}
          label={contact.team === '' ? contact.name : `${contact.name}, ${contact.team}`}
          hint={standingWords(contact)}
          checked={contactIds.includes(contact.id)}
          onChange={() => onChange({ contactIds: toggled(contact.id) })}
        />
      ))}
      {mine && able.length > 0 && (
        <Checkbox
          label="This vault too"
          hint="Otherwise you cannot open it again yourself."
          checked={own}
          onChange={next => onChange({ own: next })}
        />
      )}
      {unverified.length > 0 && (
        <Notice kind="warning">
          Nobody has made sure yet that {unverified.length === 1 ? 'the key' : 'the keys'} of{' '}
          {unverified.map(({ name }) => name).join(', ')} {unverified.length === 1 ? 'is' : 'are'} theirs. Whoever put
          it there could read the archive.
        </Notice>
      )}
      <Button kind="quiet" icon={KeyRound} onPress={() => openPeople('contacts')}>
        {able.length === 0 ? 'Add a contact …' : 'Contacts and their keys'}
      </Button>
    </>
  );
}

function ByPassphrase({ desk, onChange, secret, onSecret }: SealForProps) {
  const [shown, setShown] = useState(false);
  const strength = usePassphraseStrength(secret.passphrase);
  const differs =
    secret.repeated !== '' && !secret.passphrase.startsWith(secret.repeated) && secret.repeated !== secret.passphrase;
  const type = shown ? 'text' : 'password';
  return (
    <>
      <TextField
        label="Recipient"
        value={desk.passphraseFor}
        onChange={passphraseFor => onChange({ passphraseFor })}
        maxLength={300}
        placeholder="Person or body that is told the passphrase"
        required
      />
      <TextField
        label="Passphrase of the archive"
        type={type}
        value={secret.passphrase}
        onChange={passphrase => onSecret({ ...secret, passphrase })}
        maxLength={1000}
        hint={
          strength ? (
            <span role="status">{strength.sentence}</span>
          ) : (
            'Tell it by another way than the file. Not the one of your vault.'
          )
        }
        required
      />
      <TextField
        label="The same again"
        type={type}
        value={secret.repeated}
        onChange={repeated => onSecret({ ...secret, repeated })}
        maxLength={1000}
        problem={differs ? 'The two differ.' : null}
        required
      />
      <Checkbox label="Show what I type" checked={shown} onChange={setShown} />
    </>
  );
}
