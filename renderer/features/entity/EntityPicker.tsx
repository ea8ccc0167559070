import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';

export interface EntityPickerProps {
  caseId: CaseId;
  label: string;
  /** Only these schemata and what descends from them; empty: any thing. */
  schemata?: readonly string[];
  value: EntityChip | null;
  onChange(entity: EntityChip | null): void;
  /** A name that nobody has yet: offered as "New …" where given. */
  onNew?(name: string): void;
}

/** A field in which one types a name or a number and takes an entity of the vault, with why it is offered. */
export function EntityPicker(_props: EntityPickerProps) {
  return null;
}
