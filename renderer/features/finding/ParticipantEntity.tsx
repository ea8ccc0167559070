/** Who one named in a finding is among the entities. Proposed by the name; a person decides. */
import { X } from 'lucide-react';
import { useDeferredValue } from 'react';
import type { EntitySuggestion } from '../../../shared/contract/entity.ts';
import type { Participant } from '../../../shared/domain/finding.ts';
import { EntityId, type CaseId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, IconButton } from '../../ui/index.ts';
import { EntityLink } from '../entity/index.ts';

export interface ParticipantEntityProps {
  caseId: CaseId;
  participant: Participant;
  onChange(entityId: EntityId | null): void;
}

export function ParticipantEntity({ caseId, participant, onChange }: ParticipantEntityProps) {
  const id = EntityId.safeParse(participant.entityId);
  const { data } = useQuery('entity.chips', { entityIds: id.success ? [id.data] : [] }, { skip: !id.success });
  const [entity] = data ?? [];
  if (id.success)
    return (
      <span className="participant-entity">
        {entity && <EntityLink entity={entity} />}
        <IconButton
          icon={X}
          size={14}
          label={`${participant.name} is not ${entity?.caption ?? 'this entity'}`}
          onPress={() => onChange(null)}
        />
      </span>
    );
  return (
    <KnownEntities
      caseId={caseId}
      name={participant.name}
      words="Is it one of these?"
      onChoose={chosen => onChange(chosen.id)}
    />
  );
}

/** How many are offered; more would push the next name out of sight. The Entities place has all. */
const OFFERED = 3;

export interface KnownEntitiesProps {
  caseId: CaseId;
  name: string;
  words: string;
  onChoose(entity: EntitySuggestion): void;
}

/** Entities of the vault that a name may mean; nothing where none has all of its words. */
export function KnownEntities({ caseId, name, words, onChoose }: KnownEntitiesProps) {
  const asked = useDeferredValue(name.trim());
  const { data } = useQuery('entity.suggest', { caseId, words: asked, limit: OFFERED }, { skip: asked.length < 2 });
  const offered = (data ?? []).filter(one => !one.why.includes('some of these words are in its names'));
  if (asked.length < 2 || offered.length === 0) return null;
  return (
    <span className="participant-entity">
      <span className="participant-entity-words">{words}</span>
      {offered.map(one => (
        <Button key={one.id} kind="quiet" onPress={() => onChoose(one)} label={`${one.caption}: ${one.why.join(', ')}`}>
          {one.hint === '' ? one.caption : `${one.caption} (${one.hint})`}
        </Button>
      ))}
    </span>
  );
}
