import type { IdentityView } from '../../../../shared/contract/identity.ts';
import { InstantText, Mono, Section, Table } from '../../../ui/index.ts';

/** Keys of before: kept, since what was sealed to them opens with nothing else. */
export function RetiredKeys({ retired }: { retired: readonly IdentityView[] }) {
  return (
    <div className="people-retired">
      <Section title="Retired keys" count={retired.length}>
        <Table
          label="Retired keys"
          rows={retired}
          getKey={one => one.id}
          columns={[
            { id: 'name', label: 'Name', width: '24%', cell: one => <span dir="auto">{one.name}</span> },
            { id: 'key', label: 'Fingerprint', cell: one => <Mono wrap>{one.fingerprint}</Mono> },
            {
              id: 'when',
              label: 'Retired',
              width: '150px',
              cell: one => one.retiredAt && <InstantText at={one.retiredAt} />,
            },
            { id: 'why', label: 'Why', width: '28%', cell: one => <span dir="auto">{one.retiredReason}</span> },
          ]}
        />
      </Section>
    </div>
  );
}
