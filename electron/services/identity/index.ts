/** The door of the vault's keys, the contacts book and receipts. */
import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import {
  addContact,
  changeContact,
  checkContact,
  listContacts,
  lookAtCard,
  restoreContact,
  withdrawContact,
} from './contactService.ts';
import { makeKeys, ownCard, ownKeys, renameIdentity, saveCard } from './keysService.ts';
import { checkReceipt, listReceipts, makeReceipt } from './receiptService.ts';
import { saveReceipt } from './saveReceipt.ts';
import { checkStamp, keepTimestamp } from './keepTimestamp.ts';
import { distrust, listTrusted, trustCertificates } from './trustedService.ts';
import { countersign, keepCountersignature, listWitnessed, saveCountersignature } from './witnessService.ts';

export { ageIdentities, currentIdentity, requireIdentity, signAs } from './ownKeys.ts';
export { contactBySigningKey, contacts } from './contactSql.ts';
export {
  type KeptReceipt,
  keptReceipts,
  ownVault,
  type SignedKept,
  type WitnessedReceipt,
  witnessedReceipts,
} from './keptReceipts.ts';
export { signerOf } from './signers.ts';
export { judgeStamp, stampedPart } from './timestampView.ts';

export const identityHandlers = {
  'identity.own': ownKeys,
  'identity.make': makeKeys,
  'identity.rename': renameIdentity,
  'identity.card': ownCard,
  'identity.saveCard': saveCard,
  'contact.list': listContacts,
  'contact.look': lookAtCard,
  'contact.add': addContact,
  'contact.change': changeContact,
  'contact.check': checkContact,
  'contact.withdraw': withdrawContact,
  'contact.restore': restoreContact,
  'receipt.make': makeReceipt,
  'receipt.list': listReceipts,
  'receipt.check': checkReceipt,
  'receipt.save': saveReceipt,
  'receipt.countersign': countersign,
  'receipt.saveCountersignature': saveCountersignature,
  'receipt.keepCountersignature': keepCountersignature,
  'receipt.checkTimestamp': checkStamp,
  'receipt.keepTimestamp': keepTimestamp,
  'receipt.trusted': listTrusted,
  'receipt.trust': trustCertificates,
  'receipt.distrust': distrust,
  'receipt.witnessed': listWitnessed,
} satisfies Handlers<Extract<OperationName, `identity.${string}` | `contact.${string}` | `receipt.${string}`>>;
