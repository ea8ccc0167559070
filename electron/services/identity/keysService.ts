/** The vault's own keys: made when a person asks, replaced with a reason, shown and given out without their secrets. */
import type { IdentityView, OwnKeys } from '../../../shared/contract/identity.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import { cardPreimage, type CardContent, writeCard } from '../../../shared/domain/identity/contactCard.ts';
import { cardFileName } from '../../../shared/domain/identity/fileNames.ts';
import { bareSigningKey, type Identity, namespaces } from '../../../shared/domain/identity/identity.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { newAgeIdentity } from '../../age/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { allowedSignersLine, fingerprintOf, newSigningKey } from '../../ssh/index.ts';
import { writeAside } from '../../documents/writeAside.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { HostContext } from '../host.ts';
import { sha512Of, spokenFor } from './digests.ts';
import {
  allIdentities,
  findCurrentIdentity,
  insertIdentity,
  setDescription,
  setRetired,
  vaultIdOf,
} from './identitySql.ts';
import { requireIdentity, signAs } from './ownKeys.ts';

function toView(identity: Identity): IdentityView {
  return { ...identity, spoken: spokenFor(identity) };
}

export function ownKeys(ctx: QueryContext): OwnKeys {
  const vaultId = vaultIdOf(ctx.db);
  const all = allIdentities(ctx.db).map(toView);
  return {
    vaultId,
    vaultCode: vaultCode(vaultId),
    current: all.find(identity => identity.retiredAt === null) ?? null,
    retired: all.filter(identity => identity.retiredAt !== null),
  };
}

/** Both keys are made before the transaction begins; what it keeps or refuses, it does as one step. */
export async function makeKeys(host: HostContext, input: ParsedInputOf<'identity.make'>): Promise<IdentityView> {
  const signing = newSigningKey('probatum');
  const age = await newAgeIdentity();
  const signingKey = bareSigningKey(signing.publicKey);
  if (signingKey === null) throw new Error('a signing key was made that is none');
  return host.session.write(ctx => {
    retireCurrent(ctx, input.replaces);
    const identity: Identity = {
      id: ctx.newId('idn'),
      name: input.name,
      team: input.team,
      signingKey,
      fingerprint: fingerprintOf(signingKey),
      ageRecipient: age.recipient,
      madeAt: ctx.now(),
      madeBy: ctx.actor,
      retiredAt: null,
      retiredReason: '',
    };
    insertIdentity(ctx.db, identity, { signingSecret: signing.secret, ageSecret: age.identity });
    ctx.custody.record({
      action: 'keys-made',
      subject: identity.id,
      details: { name: identity.name, fingerprint: identity.fingerprint, recipient: identity.ageRecipient },
    });
    return toView(identity);
  });
}

/** @throws identity-exists where other keys are current than those that the person saw. */
function retireCurrent(ctx: CommandContext, replaces: ParsedInputOf<'identity.make'>['replaces']): void {
  const current = findCurrentIdentity(ctx.db);
  if (!current && !replaces) return;
  if (!current) throw new ProbatumError('identity-missing', {});
  if (replaces?.id !== current.id) throw new ProbatumError('identity-exists', { name: current.name });
  setRetired(ctx.db, current.id, ctx.now(), replaces.reason);
  ctx.custody.record({
    action: 'keys-replaced',
    subject: current.id,
    details: { name: current.name, fingerprint: current.fingerprint, reason: replaces.reason },
  });
}

/** The keys stay; cards made from now on bear the new words. */
export function renameIdentity(ctx: CommandContext, input: ParsedInputOf<'identity.rename'>): IdentityView {
  const current = requireIdentity(ctx.db);
  if (current.name === input.name && current.team === input.team) return toView(current);
  setDescription(ctx.db, current.id, input);
  ctx.custody.record({
    action: 'keys-renamed',
    subject: current.id,
    details: { from: `${current.name}, ${current.team}`, name: input.name, team: input.team },
  });
  return toView({ ...current, ...input });
}

export function ownCard(ctx: QueryContext): OutputOf<'identity.card'> {
  const content = cardContent(ctx.db);
  const signature = signAs(ctx.db, namespaces.card, sha512Of(cardPreimage(content)));
  const who = content.name;
  return {
    text: writeCard(content, signature),
    allowedSigners: Object.values(namespaces)
      .map(namespace => `${allowedSignersLine(who, content.signingKey, namespace).trim()}\n`)
      .join(''),
    fileName: cardFileName(content),
  };
}

function cardContent(db: ReadableDb): CardContent {
  const { name, team, signingKey, ageRecipient, madeAt } = requireIdentity(db);
  return { name, team, vaultCode: vaultCode(vaultIdOf(db)), signingKey, ageRecipient, madeAt };
}

export async function saveCard(
  host: HostContext,
  { to }: ParsedInputOf<'identity.saveCard'>,
): Promise<OutputOf<'identity.saveCard'>> {
  const path = host.grants.placeOf(to);
  const { text } = ownCard(host.session.queryContext());
  await writeAside(path, new TextEncoder().encode(text), () => {});
  return { path };
}
