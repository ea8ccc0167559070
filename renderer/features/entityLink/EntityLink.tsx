import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { schemaIcon } from './schemaIcon.ts';
import './EntityLink.css';

export interface EntityLinkProps {
  entity: EntityChip;
}

/** The one look of an entity everywhere: icon of its schema, name, what tells it from namesakes; a click opens it. */
export function EntityLink({ entity }: EntityLinkProps) {
  const { go } = useNavigate();
  const label = schemaOrThing(entity.schema).label;
  return (
    <button
      type="button"
      className="chip chip-press entity-link"
      title={[entity.caption, label, entity.hint].filter(Boolean).join(' · ')}
      onClick={event => {
        event.stopPropagation();
        go({ place: 'entities', entityId: entity.id });
      }}
    >
      <EntityWords entity={entity} />
    </button>
  );
}

/** The same look where a click does something else: in lists and proposals. */
export function EntityWords({ entity }: EntityLinkProps) {
  const Icon = schemaIcon(entity.schema);
  return (
    <>
      <Icon size={14} aria-hidden />
      <span className="visually-hidden">{schemaOrThing(entity.schema).label} </span>
      <span className="entity-link-name one-line" dir="auto">
        {entity.caption}
      </span>
      {entity.hint !== '' && <span className="entity-link-hint one-line">{entity.hint}</span>}
    </>
  );
}
