import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { EntityPicker } from '../entity/index.ts';

export interface AddresseeEntityProps {
  caseId: CaseId;
  entityId: EntityId | null;
  onChange(entity: EntityChip | null): void;
}

/** Who the addressee is among the entities. */
export function AddresseeEntity({ caseId, entityId, onChange }: AddresseeEntityProps) {
  const { data } = useQuery('entity.chips', { entityIds: entityId ? [entityId] : [] }, { skip: entityId === null });
  const [entity = null] = entityId === null ? [] : (data ?? []);
  return (
    <EntityPicker
      caseId={caseId}
      label="Among the entities"
      hint="Ties the request to who it is about, whatever name a finding prints."
      value={entity}
      onChange={onChange}
    />
  );
}
