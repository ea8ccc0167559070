import { useEffect, useState } from 'react';
import type { ContactView } from '../../../../shared/contract/identity.ts';
import {
  comparesDigits,
  HowVerified,
  howVerifiedWords,
  isVerified,
} from '../../../../shared/domain/identity/contact.ts';
import { useCommand } from '../../../api/index.ts';
import { Button, Checkbox, Notice, Panel, Select, TextField } from '../../../ui/index.ts';
import { SpokenDigits } from '../SpokenDigits.tsx';

const ways = HowVerified.options.map(value => ({ value, label: howVerifiedWords[value] }));

export interface CheckContactProps {
  open: boolean;
  contact: ContactView;
  onClose(): void;
}

/** A person says that they made sure whose keys these are, or that they no longer are: never the program. */
export function CheckContact({ open, contact, onClose }: CheckContactProps) {
  const verified = isVerified(contact);
  const [how, setHow] = useState<HowVerified>('in-person');
  const [note, setNote] = useState('');
  const [compared, setCompared] = useState(false);
  const check = useCommand('contact.check');
  useEffect(() => {
    if (!open) return;
    setHow('in-person');
    setNote('');
    setCompared(false);
  }, [open]);
  const compares = !verified && comparesDigits(how);
  const ready = compares ? compared : note.trim() !== '';
  const submit = () => {
    if (!ready) return;
    check
      .run({ contactId: contact.id, verified: !verified, how: verified ? 'other' : how, note })
      .then(onClose, () => undefined);
  };
  return (
    <Panel
      open={open}
      title={verified ? 'Not sure any more' : 'I made sure'}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <Button kind="primary" type="submit" busy={check.running} disabled={!ready}>
          {verified ? 'Mark as not verified' : 'Mark as verified'}
        </Button>
      }
    >
      <div className="people-form">
        {verified ? (
          <p>
            From now on whatever bears this key is shown as not verified. That it was verified once stays on record.
          </p>
        ) : (
          <>
            <Select label="How you made sure" value={how} options={ways} onChange={setHow} />
            {compares && (
              <>
                <p>
                  <bdi>{contact.name}</bdi> read out these digits, and each group was the same:
                </p>
                <SpokenDigits groups={contact.spoken} label="Digits to compare" />
                <Checkbox label="All twelve groups are the same" checked={compared} onChange={setCompared} />
              </>
            )}
          </>
        )}
        <TextField
          label={verified ? 'Why' : compares ? 'Note' : 'How exactly'}
          value={note}
          onChange={setNote}
          maxLength={500}
          hint={compares ? 'Who was there, which number was called.' : 'Needed: others will ask.'}
        />
        {check.error && <Notice kind="problem">{check.error.sentence}</Notice>}
      </div>
    </Panel>
  );
}
