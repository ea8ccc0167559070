/** What was recorded, with the entity to go to; numbers grade it, as when citing. */
import { Undo2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { useQuery } from '../../../api/index.ts';
import { Button, IconButton, Select } from '../../../ui/index.ts';
import { useStep } from '../../citation/index.ts';
import { CredibilityChoice, credibilityOfKey } from '../../passage/index.ts';
import { EntityLink } from '../../entityLink/index.ts';
import { changeSchema } from '../entitySteps.ts';
import { propertyLabel } from '../propertyWords.ts';
import { schemaChoices } from '../schemaChoices.ts';
import type { Taking, TakingState } from './useTakingEntity.ts';

export interface RecordedEntityProps {
  taking: Taking;
  recorded: NonNullable<TakingState['recorded']>;
}

export function RecordedEntity({ taking, recorded }: RecordedEntityProps) {
  const box = useRef<HTMLDivElement>(null);
  const { entityId, isNewEntity, isNewStatement, property, value, credibility } = recorded;
  const { data: chips } = useQuery('entity.chips', { entityIds: [entityId] });
  const [entity] = chips ?? [];
  const take = useStep();
  // So that numbers are keys at once.
  useEffect(() => box.current?.focus(), []);
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const graded = credibilityOfKey(event.key);
    if (graded) taking.grade(graded);
    else if (event.key === 'Enter' && event.target === box.current) taking.close();
    else return;
    event.preventDefault();
  };
  const title = isNewEntity ? 'New entity' : isNewStatement ? 'Recorded' : 'Cited';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a column of its own
    <div ref={box} className="from-reading-recorded" tabIndex={-1} role="group" aria-label={title} onKeyDown={keyDown}>
      <header className="from-reading-head">
        <h2>{title}</h2>
        <IconButton icon={X} label="Close" shortcut="Escape" onPress={taking.close} />
      </header>
      <div className="from-reading-line">
        {entity && <EntityLink entity={entity} />}
        {entity && !isNewEntity && <span className="from-reading-soft">{schemaOrThing(entity.schema).label}</span>}
        {entity && isNewEntity && (
          <Select
            label="Kind"
            hideLabel
            value={entity.schema}
            options={schemaChoices(entity.schema).map(one => ({ value: one, label: schemaOrThing(one).label }))}
            onChange={schema => void take(() => changeSchema(entityId, entity.schema, schema))}
          />
        )}
      </div>
      <p className="from-reading-soft">
        {propertyLabel(entity?.schema ?? null, property)} “<bdi>{value}</bdi>”
        {isNewEntity || isNewStatement ? ', cited to the words of the page.' : ' was on record; it is cited once more.'}
      </p>
      <CredibilityChoice value={credibility} onChange={taking.grade} />
      <div>
        <Button kind="quiet" icon={Undo2} busy={taking.busy} onPress={taking.undo}>
          Take it back
        </Button>
      </div>
    </div>
  );
}
