import { rolesOf } from '../../../../shared/domain/entity/eventKinds.ts';
import { Combobox } from '../../../ui/index.ts';

export interface RoleFieldProps {
  eventKind: string;
  value: string;
  onChange(role: string): void;
}

/** The part that somebody played; those usual for the kind of event are proposed, any words may stand. */
export function RoleField({ eventKind, value, onChange }: RoleFieldProps) {
  const roles = rolesOf(eventKind);
  const wanted = value.trim().toLowerCase();
  return (
    <Combobox
      label="Part played"
      query={value}
      onQuery={onChange}
      options={roles.includes(value) ? roles : roles.filter(role => role.includes(wanted))}
      getKey={role => role}
      renderOption={role => role}
      onSelect={onChange}
      placeholder="e.g. delivering vessel, payer"
      emptyText="Kept as written."
    />
  );
}
