import { useEffect, useRef, useState } from 'react';
import type { ContactPreview } from '../../../../shared/contract/identity.ts';
import type { GrantedPath } from '../../../../shared/contract/grantedPath.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import type { ContactId } from '../../../../shared/kernel/ids.ts';
import { call, desktop, reportOf, useCommand } from '../../../api/index.ts';
import { Button, Notice, Panel, Segmented, TextArea, TextField } from '../../../ui/index.ts';
import { useToast } from '../../../workbench/index.ts';
import { CardPreview } from './CardPreview.tsx';

type Way = 'card' | 'typed';
const blank = { name: '', team: '', signingKey: '', ageRecipient: '' };

export interface AddContactProps {
  open: boolean;
  onClose(): void;
  onAdded(id: ContactId): void;
}

export function AddContact({ open, onClose, onAdded }: AddContactProps) {
  const [way, setWay] = useState<Way>('card');
  const [typed, setTyped] = useState(blank);
  const card = useCard();
  const add = useCommand('contact.add');
  const toast = useToast();
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew each time it opens
  useEffect(() => {
    if (!open) return;
    setTyped(blank);
    card.look(null);
    add.reset();
  }, [open]);
  const change = (part: Partial<typeof blank>) => setTyped(now => ({ ...now, ...part }));
  const fits = card.preview !== null && !card.preview.own;
  const ready =
    way === 'card' ? fits : typed.name.trim() !== '' && typed.signingKey.trim() + typed.ageRecipient.trim() !== '';
  const submit = () => {
    if (!ready) return;
    const input =
      way === 'card' && card.preview
        ? { card: card.preview.text }
        : { typed: { ...typed, signingKey: typed.signingKey || null, ageRecipient: typed.ageRecipient || null } };
    add.run(input).then(
      contact => {
        onClose();
        onAdded(contact.id);
        toast({ text: `“${contact.name}” is in the contacts, not verified yet` });
      },
      () => undefined,
    );
  };
  return (
    <Panel
      open={open}
      title="Add a contact"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <Button kind="primary" type="submit" busy={add.running} disabled={!ready}>
          Add contact
        </Button>
      }
    >
      <div className="people-form">
        <Segmented
          label="How the keys came"
          options={[
            { value: 'card', label: 'From a contact card' },
            { value: 'typed', label: 'By hand' },
          ]}
          value={way}
          onChange={setWay}
        />
        {way === 'card' ? (
          <FromCard card={card} />
        ) : (
          <>
            <TextField label="Name" value={typed.name} onChange={name => change({ name })} maxLength={120} required />
            <TextField label="Team" value={typed.team} onChange={team => change({ team })} maxLength={120} />
            <TextArea
              label="Signing key"
              value={typed.signingKey}
              onChange={signingKey => change({ signingKey })}
              maxLength={500}
              placeholder="ssh-ed25519 AAAA…"
              hint="Ed25519, as ssh-keygen prints it. Without it what they sign cannot be told to be theirs."
            />
            <TextArea
              label="age recipient"
              value={typed.ageRecipient}
              onChange={ageRecipient => change({ ageRecipient })}
              maxLength={200}
              placeholder="age1…"
              hint="Without it nothing can be sealed to them."
            />
          </>
        )}
        {add.error && <Notice kind="problem">{add.error.sentence}</Notice>}
      </div>
    </Panel>
  );
}

/** Once it is read the card itself says nothing to a person: whom it is of stands in its place. */
function FromCard({ card }: { card: ReturnType<typeof useCard> }) {
  const [pasted, setPasted] = useState('');
  if (card.preview)
    return (
      <>
        <button
          type="button"
          className="link people-again"
          onClick={() => {
            setPasted('');
            card.look(null);
          }}
        >
          Take another card
        </button>
        <CardPreview preview={card.preview} />
      </>
    );
  return (
    <>
      <Button onPress={() => void card.chooseFile()}>Open a card file…</Button>
      <TextArea
        label="Or paste the card"
        value={pasted}
        maxLength={60_000}
        placeholder="{ &quot;format&quot;: &quot;probatum-contact/1&quot;, …"
        onChange={text => {
          setPasted(text);
          card.look(text.trim() === '' ? null : { text });
        }}
      />
      {card.error && <Notice kind="problem">{card.error.sentence}</Notice>}
    </>
  );
}

/** Looks at a card as soon as there is one, so that a person sees whom they are about to add. */
function useCard() {
  const [preview, setPreview] = useState<ContactPreview | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const turn = useRef(0);
  const look = (given: { text: string } | { from: GrantedPath } | null) => {
    const mine = ++turn.current;
    setPreview(null);
    setError(null);
    if (!given) return;
    // While one types, an older text must not answer after a newer one.
    call('contact.look', given).then(
      found => mine === turn.current && setPreview(found),
      (failure: unknown) => mine === turn.current && setError(reportOf(failure)),
    );
  };
  const chooseFile = async () => {
    try {
      const from = await desktop('desktop.chooseFile', { purpose: 'card' });
      if (from) look({ from });
    } catch (failure) {
      setError(reportOf(failure));
    }
  };
  return { preview, error, look, chooseFile };
}
