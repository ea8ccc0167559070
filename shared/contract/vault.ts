import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { VaultId } from '../kernel/ids.ts';
import { done, host, nothing } from './operation.ts';
import { GrantedPath } from './grantedPath.ts';

export const VaultStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('closed') }),
  z.object({ state: z.literal('locked'), path: z.string() }),
  z.object({
    state: z.literal('open'),
    path: z.string(),
    name: z.string(),
    person: z.string(),
    vaultId: VaultId,
    lockAfterMinutes: z.number().int(),
    lastUsedAt: Instant,
  }),
]);
export type VaultStatus = z.infer<typeof VaultStatus>;

export const Passphrase = z.string().min(1).max(1024);

export const PassphraseStrength = z.object({ strength: z.enum(['weak', 'fair', 'strong']), sentence: z.string() });

export const vaultContract = {
  'vault.status': host(nothing, VaultStatus),
  'vault.recent': host(
    nothing,
    z.array(z.object({ path: z.string(), name: z.string(), openedAt: Instant, exists: z.boolean() })),
  ),
  'vault.forgetRecent': host(z.object({ path: z.string() }), done),
  'vault.judgePassphrase': host(z.object({ passphrase: z.string().max(1024) }), PassphraseStrength),
  'vault.create': host(
    z.object({
      at: GrantedPath,
      name: z.string().trim().min(1).max(120),
      person: z.string().trim().min(1).max(120),
      passphrase: Passphrase,
    }),
    VaultStatus,
  ),
  'vault.open': host(
    z.object({ at: z.union([GrantedPath, z.object({ recent: z.string() })]), passphrase: Passphrase }),
    VaultStatus,
  ),
  'vault.lock': host(nothing, VaultStatus),
  'vault.close': host(nothing, VaultStatus),
  'vault.touch': host(nothing, done),
  'vault.changePassphrase': host(z.object({ current: Passphrase, next: Passphrase }), done),
  'vault.setLockAfter': host(z.object({ minutes: z.number().int().min(1).max(240) }), done),
  'vault.backup': host(z.object({ to: GrantedPath }), z.object({ path: z.string(), sizeBytes: z.number() })),
  'vault.verify': host(
    nothing,
    z.object({
      ok: z.boolean(),
      problems: z.array(z.string()),
      documents: z.number(),
      bytes: z.number(),
      custodyEvents: z.number(),
      custodyHead: z.string(),
    }),
  ),
} as const;
