import { useQuery } from '../../../api/index.ts';
import { Badge, Button } from '../../../ui/index.ts';
import { useOpenPeople } from '../peopleMemory.ts';

/** In the settings: whose keys this vault has, and the way to them. */
export function KeysSetting({ onLeave }: { onLeave(): void }) {
  const own = useQuery('identity.own', {});
  const open = useOpenPeople();
  return (
    <section className="settings-part">
      <h3>Keys</h3>
      {own.data && (
        <dl className="facts">
          <dt>Signs as</dt>
          <dd dir="auto">
            {own.data.current
              ? [own.data.current.name, own.data.current.team].filter(Boolean).join(', ')
              : 'No keys yet'}
          </dd>
          <dt>Vault code</dt>
          <dd>
            <Badge tone="accent">{own.data.vaultCode}</Badge>
          </dd>
        </dl>
      )}
      <Button
        onPress={() => {
          onLeave();
          open('keys');
        }}
      >
        People and keys
      </Button>
    </section>
  );
}
