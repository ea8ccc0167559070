import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import type { HostContext } from '../host.ts';
import { writeMeta } from './metaSql.ts';
import { judgePassphrase, requireStrength } from './passphraseStrength.ts';
import { RecentVaults } from './recentVaults.ts';
import { backUpVault, changePassphrase, verifyVault } from './vaultService.ts';

export { readMeta } from './metaSql.ts';
export { belongsToHeldVault } from '../../db/heldFiles.ts';
export { VaultSession } from './vaultSession.ts';

type VaultOperation = Extract<OperationName, `vault.${string}`>;

export function vaultHandlers(profileFolder: string | null) {
  const recent = new RecentVaults(profileFolder);
  const remember = ({ session }: HostContext) => {
    const status = session.status();
    if (status.state === 'open') recent.remember({ path: status.path, name: status.name, openedAt: session.now() });
    return status;
  };
  return {
    'vault.status': ({ session }) => session.status(),
    'vault.recent': () => recent.list(),
    'vault.forgetRecent': (_, { path }) => {
      recent.forget(path);
      return {};
    },
    'vault.judgePassphrase': (_, { passphrase }) => judgePassphrase(passphrase),
    'vault.create': async (host, { at, ...given }) => {
      requireStrength(given.passphrase);
      await host.session.create(host.grants.placeOf(at), given);
      return remember(host);
    },
    'vault.open': async (host, { at, passphrase }) => {
      await host.session.open(pathToOpen(host, recent, at), passphrase);
      return remember(host);
    },
    'vault.lock': ({ session }) => session.lock(),
    'vault.close': ({ session }) => session.close(),
    'vault.touch': ({ session }) => {
      session.touch();
      return {};
    },
    'vault.changePassphrase': ({ session }, input) => {
      changePassphrase(session, input);
      return {};
    },
    'vault.setLockAfter': ({ session }, { minutes }) => {
      session.write(ctx => writeMeta(ctx.db, 'lockAfterMinutes', String(minutes)));
      return {};
    },
    'vault.backup': ({ session, grants }, { to }) => backUpVault(session, grants.placeOf(to)),
    'vault.verify': ({ session }) => verifyVault(session),
  } satisfies Handlers<VaultOperation>;
}

/** A vault is opened where a dialog said, or where this app opened one before. */
function pathToOpen(
  host: HostContext,
  recent: RecentVaults,
  at: { grant: string; name: string } | { recent: string },
): string {
  if ('grant' in at) return host.grants.pathOf(at);
  const status = host.session.status();
  const known =
    recent.list().some(one => one.path === at.recent) || (status.state === 'locked' && status.path === at.recent);
  if (!known) throw new ProbatumError('path-not-granted', {});
  return at.recent;
}
