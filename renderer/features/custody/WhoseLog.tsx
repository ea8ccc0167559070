import { useQuery } from '../../api/index.ts';
import { countOf, Select } from '../../ui/index.ts';

/** This vault's own log, or what archives brought of another's: shown only where there is a choice. */
export function WhoseLog({ vaultId, onChange }: { vaultId: string; onChange(vaultId: string): void }) {
  const { data } = useQuery('custody.logs', {});
  if (!data || data.length === 0) return null;
  return (
    <div className="custody-logs">
      <Select
        label="Whose log"
        value={vaultId}
        options={[
          { value: '', label: 'Of this vault' },
          ...data.map(log => ({
            value: log.vaultId,
            label: `Of ${log.team === '' ? 'the vault' : log.team} (${log.vaultCode}), ${countOf(log.count, 'event')} that came with archives`,
          })),
        ]}
        onChange={onChange}
        hint={
          vaultId === ''
            ? undefined
            : 'Each event has the hash that its own words give. Gaps in the numbers are events of other matters, which stayed there.'
        }
      />
    </div>
  );
}
