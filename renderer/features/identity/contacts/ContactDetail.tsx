import { useState } from 'react';
import type { ContactView } from '../../../../shared/contract/identity.ts';
import { type ContactCheck, howVerifiedWords, isVerified } from '../../../../shared/domain/identity/contact.ts';
import type { ContactId } from '../../../../shared/kernel/ids.ts';
import { call, useCommand } from '../../../api/index.ts';
import { Badge, Button, InstantText, Notice, TextArea, TextField } from '../../../ui/index.ts';
import { useToast, useUndo } from '../../../workbench/index.ts';
import { CopyText } from '../CopyText.tsx';
import { SpokenDigits } from '../SpokenDigits.tsx';
import { CheckContact } from './CheckContact.tsx';
import { ClashLines } from './ClashLines.tsx';
import { Standing } from './Standing.tsx';

export function ContactDetail({ contact, onChoose }: { contact: ContactView; onChoose(id: ContactId): void }) {
  const [checking, setChecking] = useState(false);
  const { save, error } = useContactEdit(contact);
  const verified = isVerified(contact);
  return (
    <div className="people-page">
      <section className="people-section" aria-label="Who">
        <h2 className="people-name" dir="auto">
          {contact.name}
        </h2>
        <p className="people-team">
          <span dir="auto">{contact.team || 'No team'}</span>
          {contact.vaultCode && <Badge tone="accent">{contact.vaultCode}</Badge>}
          <Standing contact={contact} />
        </p>
        <ClashLines clashes={contact.clashes} onChoose={onChoose} />
        <div className="people-actions">
          <Button kind={verified ? 'plain' : 'primary'} onPress={() => setChecking(true)}>
            {verified ? 'Not sure any more…' : 'I made sure…'}
          </Button>
          <WithdrawButton contact={contact} />
        </div>
      </section>
      <section className="people-section" aria-label="To compare">
        <h3>To compare</h3>
        <p className="people-soft">
          {verified
            ? 'The keys of this contact, as digits.'
            : 'Let them read out the digits that their own Probatum shows. Only when all are the same are these their keys.'}
        </p>
        <SpokenDigits groups={contact.spoken} label={`Digits of the keys of ${contact.name}`} />
      </section>
      <section className="people-section" aria-label="Keys">
        <h3>Keys</h3>
        <dl className="facts">
          <dt>Signing key</dt>
          <dd>{contact.signingKey ? <CopyText value={contact.signingKey} what="signing key" /> : 'Not known'}</dd>
          {contact.fingerprint && (
            <>
              <dt>Fingerprint</dt>
              <dd>
                <CopyText value={contact.fingerprint} what="fingerprint" />
              </dd>
            </>
          )}
          <dt>age recipient</dt>
          <dd>
            {contact.ageRecipient ? (
              <CopyText value={contact.ageRecipient} what="age recipient" />
            ) : (
              'Not known: nothing can be sealed to them'
            )}
          </dd>
          <dt>Came by</dt>
          <dd>{contact.origin === 'card' ? 'a contact card signed with this key' : 'hand: somebody typed it'}</dd>
          <dt>Added</dt>
          <dd>
            <InstantText at={contact.addedAt} withTime /> UTC, by <span dir="auto">{contact.addedBy}</span>
          </dd>
        </dl>
      </section>
      <section className="people-section" aria-label="Who made sure">
        <h3>Who made sure</h3>
        {contact.checks.length === 0 ? (
          <p className="people-soft">Nobody yet. Until then whatever bears this key is shown as not verified.</p>
        ) : (
          <ol className="checks">
            {contact.checks.map(check => (
              <CheckLine key={`${check.checkedAt} ${check.verified}`} check={check} />
            ))}
          </ol>
        )}
      </section>
      <section className="people-section people-form" aria-label="Yours to change">
        <TextField
          label="Name"
          value={contact.name}
          maxLength={120}
          onCommit={name => name.trim() && save({ name: name.trim() }, 'name')}
        />
        <TextField
          label="Team"
          value={contact.team}
          maxLength={120}
          onCommit={team => save({ team: team.trim() }, 'team')}
        />
        <TextArea label="Note" value={contact.note} maxLength={2000} onCommit={note => save({ note }, 'note')} />
        {error && <Notice kind="problem">{error.sentence}</Notice>}
      </section>
      <CheckContact open={checking} contact={contact} onClose={() => setChecking(false)} />
    </div>
  );
}

function CheckLine({ check }: { check: ContactCheck }) {
  return (
    <li>
      <strong>{check.verified ? `Verified: ${howVerifiedWords[check.how]}` : 'Not sure any more'}</strong>
      {check.note && (
        <>
          {' · '}
          <span dir="auto">{check.note}</span>
        </>
      )}
      <span className="people-soft">
        {' '}
        <InstantText at={check.checkedAt} withTime /> UTC, <span dir="auto">{check.checkedBy}</span>
      </span>
    </li>
  );
}

type Fields = Pick<ContactView, 'name' | 'team' | 'note'>;

function useContactEdit(contact: ContactView) {
  const change = useCommand('contact.change');
  const undo = useUndo();
  const { id: contactId, name, team, note } = contact;
  const before: Fields = { name, team, note };
  const save = (fields: Partial<Fields>, label: string) => {
    const after = { ...before, ...fields };
    if (after.name === name && after.team === team && after.note === note) return;
    const write = async (next: Fields) => {
      await call('contact.change', { contactId, ...next });
    };
    change.run({ contactId, ...after }).then(
      () => undo.push({ label: `${label} of “${name}”`, undo: () => write(before), redo: () => write(after) }),
      () => undefined,
    );
  };
  return { save, error: change.error };
}

function WithdrawButton({ contact }: { contact: ContactView }) {
  const withdraw = useCommand('contact.withdraw');
  const restore = useCommand('contact.restore');
  const undo = useUndo();
  const toast = useToast();
  const contactId = contact.id;
  const press = () =>
    withdraw.run({ contactId }).then(
      () => {
        undo.push({
          label: `withdrawing “${contact.name}”`,
          undo: async () => void (await call('contact.restore', { contactId })),
          redo: async () => void (await call('contact.withdraw', { contactId })),
        });
        toast({ text: `“${contact.name}” is withdrawn`, undo: true });
      },
      () => undefined,
    );
  return contact.withdrawnAt === null ? (
    <Button kind="quiet" busy={withdraw.running} problem={withdraw.error} onPress={() => void press()}>
      Withdraw
    </Button>
  ) : (
    <Button
      busy={restore.running}
      problem={restore.error}
      onPress={() => void restore.run({ contactId }).catch(() => undefined)}
    >
      Use again
    </Button>
  );
}
