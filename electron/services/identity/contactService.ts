/** The contacts book: who goes by which keys, and whether a person made sure. */
import type { ClashView, ContactPreview, ContactView } from '../../../shared/contract/identity.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { type CardContent, cardPreimage, readCard } from '../../../shared/domain/identity/contactCard.ts';
import {
  clashesOf,
  comparesDigits,
  type Contact,
  howVerifiedWords,
  isSameContact,
} from '../../../shared/domain/identity/contact.ts';
import { AgeRecipient, bareSigningKey, namespaces } from '../../../shared/domain/identity/identity.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ContactId } from '../../../shared/kernel/ids.ts';
import { isRecipient } from '../../age/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fingerprintOf, isSigningPublicKey } from '../../ssh/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { HostContext } from '../host.ts';
import {
  contacts,
  insertContact,
  insertContactCheck,
  requireContact,
  setContactWithdrawn,
  updateContact,
} from './contactSql.ts';
import { spokenFor } from './digests.ts';
import { readGiven } from './givenText.ts';
import { allIdentities } from './identitySql.ts';
import { judgeSignature } from './signers.ts';

type Keys = Pick<Contact, 'name' | 'team' | 'vaultCode' | 'signingKey' | 'ageRecipient'>;

export function listContacts(ctx: QueryContext, { withdrawn }: ParsedInputOf<'contact.list'>): ContactView[] {
  const all = contacts(ctx.db);
  return all.filter(contact => withdrawn || contact.withdrawnAt === null).map(contact => toView(ctx.db, contact, all));
}

function toView(db: ReadableDb, contact: Contact, all: readonly Contact[] = contacts(db)): ContactView {
  const others = all.filter(other => other.id !== contact.id);
  return { ...contact, spoken: spokenFor(contact), clashes: clashViews(db, contact, others) };
}

/** The vault's own keys count as well: a card under another name with our key is somebody else's joke, or worse. */
function clashViews(db: ReadableDb, keys: Keys, others: readonly Contact[]): ClashView[] {
  const own = allIdentities(db).map(identity => ({ ...identity, id: null, withdrawnAt: identity.retiredAt }));
  return [...clashesOf(keys, others), ...clashesOf(keys, own)].map(({ kind, with: other }) => ({
    kind,
    with: { contactId: other.id, name: other.name, team: other.team, withdrawn: other.withdrawnAt !== null },
  }));
}

export async function lookAtCard(host: HostContext, given: ParsedInputOf<'contact.look'>): Promise<ContactPreview> {
  const text = await readGiven(host, given);
  const { db } = host.session.queryContext();
  const card = requireCard(db, text);
  const all = contacts(db);
  const known = all.find(contact => isSameContact(contact, card)) ?? null;
  return {
    card,
    fingerprint: fingerprintOf(card.signingKey),
    spoken: spokenFor(card),
    known: known?.id ?? null,
    own: isOwn(db, card),
    clashes: clashViews(db, card, all),
    text,
  };
}

/** @throws card-unfit */
function requireCard(db: ReadableDb, text: string): CardContent {
  const reading = readCard(text);
  if (!reading.ok) throw new ProbatumError('card-unfit', { problem: reading.problem });
  const { content, signature } = reading;
  const verdict = judgeSignature(db, {
    text: cardPreimage(content),
    signature,
    namespace: namespaces.card,
    signingKey: content.signingKey,
  });
  if (verdict.state !== 'valid')
    throw new ProbatumError('card-unfit', {
      problem: 'The card was changed after it was signed, or was not signed with the key that it names.',
    });
  requireKeys(content);
  return content;
}

function isOwn(db: ReadableDb, keys: Keys): boolean {
  return allIdentities(db).some(own => own.signingKey === keys.signingKey || own.ageRecipient === keys.ageRecipient);
}

export function addContact(ctx: CommandContext, input: ParsedInputOf<'contact.add'>): ContactView {
  const keys = 'card' in input ? requireCard(ctx.db, input.card) : readTyped(input.typed);
  if (isOwn(ctx.db, keys)) throw new ProbatumError('card-unfit', { problem: 'These are this vault’s own keys.' });
  const known = contacts(ctx.db).find(contact => isSameContact(contact, keys));
  if (known) return known.withdrawnAt === null ? toView(ctx.db, known) : restoreContact(ctx, { contactId: known.id });
  const { name, team, vaultCode, signingKey, ageRecipient } = keys;
  const contact: Contact = {
    id: ctx.newId('con'),
    name,
    team,
    vaultCode,
    signingKey,
    fingerprint: signingKey && fingerprintOf(signingKey),
    ageRecipient,
    origin: 'card' in input ? 'card' : 'typed',
    note: input.note,
    addedAt: ctx.now(),
    addedBy: ctx.actor,
    withdrawnAt: null,
    checks: [],
  };
  insertContact(ctx.db, contact, 'card' in input ? input.card : null);
  record(ctx, 'contact-added', contact, { ...(ageRecipient && { recipient: ageRecipient }) });
  return toView(ctx.db, contact);
}

/** @throws key-unfit */
function readTyped(typed: Extract<ParsedInputOf<'contact.add'>, { typed: unknown }>['typed']): Keys {
  const signing = typed.signingKey?.trim() ?? '';
  const recipient = typed.ageRecipient?.trim() ?? '';
  if (signing === '' && recipient === '')
    throw new ProbatumError('key-unfit', { problem: 'A contact needs a signing key or an age recipient.' });
  const signingKey = signing === '' ? null : bareSigningKey(signing);
  if (signing !== '' && signingKey === null)
    throw new ProbatumError('key-unfit', {
      problem: 'This is no Ed25519 signing key of OpenSSH; one begins with “ssh-ed25519 AAAA”.',
    });
  const keys = { ...typed, signingKey, ageRecipient: recipient === '' ? null : recipient };
  requireKeys(keys);
  return keys;
}

/** A recipient has a checksum, so a letter misread off paper is found here. @throws key-unfit */
function requireKeys({ signingKey, ageRecipient }: Pick<Keys, 'signingKey' | 'ageRecipient'>): void {
  if (signingKey !== null && !isSigningPublicKey(signingKey))
    throw new ProbatumError('key-unfit', { problem: 'This signing key is not whole.' });
  if (ageRecipient !== null && !(AgeRecipient.safeParse(ageRecipient).success && isRecipient(ageRecipient)))
    throw new ProbatumError('key-unfit', {
      problem: 'This is no age recipient, or a letter of it is wrong; one begins with “age1” and has 62 letters.',
    });
}

export function changeContact(
  ctx: CommandContext,
  { contactId, ...next }: ParsedInputOf<'contact.change'>,
): ContactView {
  const contact = requireContact(ctx.db, contactId);
  if (contact.name === next.name && contact.team === next.team && contact.note === next.note)
    return toView(ctx.db, contact);
  updateContact(ctx.db, contactId, next);
  record(ctx, 'contact-changed', { ...contact, ...next }, { ...(contact.name !== next.name && { was: contact.name }) });
  return toView(ctx.db, requireContact(ctx.db, contactId));
}

export function checkContact(ctx: CommandContext, input: ParsedInputOf<'contact.check'>): ContactView {
  const contact = requireContact(ctx.db, input.contactId);
  const { verified, how, note } = input;
  if (note === '' && !(verified && comparesDigits(how)))
    throw new ProbatumError('reason-needed', {
      what: verified ? 'A contact that is verified without comparing digits' : 'A contact that is no longer verified',
    });
  insertContactCheck(ctx.db, contact.id, { verified, how, note, checkedAt: ctx.now(), checkedBy: ctx.actor });
  record(ctx, 'contact-checked', contact, {
    standing: verified ? 'verified' : 'not verified',
    ...(verified && { how: howVerifiedWords[how] }),
    ...(note && { note }),
  });
  return toView(ctx.db, requireContact(ctx.db, contact.id));
}

export function withdrawContact(ctx: CommandContext, { contactId }: { contactId: ContactId }): ContactView {
  const contact = requireContact(ctx.db, contactId);
  if (contact.withdrawnAt === null) {
    setContactWithdrawn(ctx.db, contactId, ctx.now());
    record(ctx, 'contact-withdrawn', contact);
  }
  return toView(ctx.db, requireContact(ctx.db, contactId));
}

export function restoreContact(ctx: CommandContext, { contactId }: { contactId: ContactId }): ContactView {
  const contact = requireContact(ctx.db, contactId);
  if (contact.withdrawnAt !== null) {
    setContactWithdrawn(ctx.db, contactId, null);
    record(ctx, 'contact-restored', contact);
  }
  return toView(ctx.db, requireContact(ctx.db, contactId));
}

function record(
  ctx: CommandContext,
  action: 'contact-added' | 'contact-changed' | 'contact-checked' | 'contact-withdrawn' | 'contact-restored',
  { id, name, team, fingerprint }: Pick<Contact, 'id' | 'name' | 'team' | 'fingerprint'>,
  details: Record<string, string> = {},
): void {
  ctx.custody.record({
    action,
    subject: id,
    details: { name, ...(team && { team }), ...details, ...(fingerprint && { fingerprint }) },
  });
}
