import type { Recipient, Sending } from '../../../shared/domain/departure/index.ts';

/** None where it was saved without saying for whom. */
export function recipientsOf({ recipient, recipientContactId }: Omit<Sending, 'reason'>): Recipient[] {
  return recipient === '' ? [] : [{ name: recipient, contactId: recipientContactId }];
}
