/** For whom a file is and why, in one group: what each way out asks and what the record of it says. */
import { type Dispatch, type SetStateAction, useState } from 'react';
import type { AudienceId, Sending } from '../../../shared/domain/departure/index.ts';
import { TextArea } from '../../ui/index.ts';
import { AudienceField } from './AudienceField.tsx';
import { RecipientField, useRecipient } from './RecipientField.tsx';
import './sending.css';

export interface SendingDesk {
  audience: AudienceId | null;
  recipient: string;
  reason: string;
}

export interface UseSending {
  desk: SendingDesk;
  change: Dispatch<SetStateAction<SendingDesk>>;
  /** As operations take it. */
  given: Sending & { audience: AudienceId | null };
}

export function useSending(): UseSending {
  const [desk, change] = useState<SendingDesk>({ audience: null, recipient: '', reason: '' });
  const to = useRecipient(desk.recipient);
  return {
    desk,
    change,
    given: {
      audience: desk.audience,
      recipient: to.name,
      recipientContactId: to.contactId,
      reason: desk.reason.trim(),
    },
  };
}

export function SendingFields({ sending: { desk, change } }: { sending: UseSending }) {
  return (
    <div className="sending-fields">
      <AudienceField value={desk.audience} onChange={audience => change(now => ({ ...now, audience }))} />
      <RecipientField optional value={desk.recipient} onChange={recipient => change(now => ({ ...now, recipient }))} />
      <TextArea
        label="Reason"
        value={desk.reason}
        onChange={reason => change(now => ({ ...now, reason }))}
        maxLength={2000}
        placeholder="Why it leaves"
        hint="Kept on record with recipient, list and digest, under “What left”."
      />
    </div>
  );
}
