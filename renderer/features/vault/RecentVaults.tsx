import { X } from 'lucide-react';
import { useCommand, useQuery } from '../../api/index.ts';
import { classes, IconButton, InstantText } from '../../ui/index.ts';
import { folderOf } from './useVault.ts';

/** Vaults opened before on this machine, newest first; one that is gone says so and can be taken off the list. */
export function RecentVaults({ chosen, onChoose }: { chosen: string | null; onChoose(path: string): void }) {
  const recent = useQuery('vault.recent', {});
  const forget = useCommand('vault.forgetRecent');
  if (!recent.data?.length) return null;
  return (
    <ul className="recent" aria-label="Recent vaults">
      {recent.data.map(vault => (
        <li key={vault.path} className={classes('recent-row', vault.path === chosen && 'recent-row-chosen')}>
          <button
            type="button"
            className="recent-open"
            aria-pressed={vault.path === chosen}
            disabled={!vault.exists}
            onClick={() => onChoose(vault.path)}
          >
            <span className="recent-name one-line">{vault.name}</span>
            <span className="recent-where one-line" title={vault.path}>
              {vault.exists ? folderOf(vault.path) : `Not found at ${vault.path}`}
            </span>
          </button>
          <span className="recent-when">
            <InstantText at={vault.openedAt} />
          </span>
          <IconButton
            icon={X}
            label={`Take ${vault.name} off this list`}
            size={14}
            onPress={() => {
              void forget.run({ path: vault.path }).then(recent.refetch, () => undefined);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
