/** Those who are named in the finding, who they are among the entities, and whether each had the opportunity to reply. */
import { Mail, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FindingView, Participant } from '../../../shared/domain/finding.ts';
import {
  hadOpportunity,
  isAddressedTo,
  type Request,
  requestStateWords,
  sameName,
} from '../../../shared/domain/request.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { Badge, Button, Empty, IconButton, Notice, TextField } from '../../ui/index.ts';
import { KnownEntities, ParticipantEntity } from './ParticipantEntity.tsx';
import type { FindingActions } from './useFinding.ts';

export interface ParticipantsProps {
  finding: FindingView;
  requests: readonly Request[];
  actions: FindingActions;
  onRequest(party: Participant): void;
}

export function Participants({ finding, requests, actions, onRequest }: ParticipantsProps) {
  const { participants } = finding;
  const change = (id: Participant['id'], fields: Partial<Participant>) =>
    actions.setParticipants(
      participants.map(one => (one.id === id ? { ...one, ...fields } : one)),
      `change of ${one(participants, id)}`,
    );
  return (
    <div className="participants">
      <p className="participants-why">
        Each one named is asked before the finding is published. The standard of the case counts it.
      </p>
      {participants.length === 0 && (
        <Empty
          title="Nobody is named yet"
          text="Add the persons, companies, vessels and States that the finding names, with the part each played."
        />
      )}
      <ul className="participants-list">
        {participants.map(participant => (
          <li key={participant.id} className="participant">
            <TextField
              label="Name"
              hideLabel
              value={participant.name}
              maxLength={300}
              onCommit={name => name.trim() !== '' && change(participant.id, { name: name.trim() })}
            />
            <TextField
              label="Part played"
              hideLabel
              value={participant.role}
              maxLength={120}
              placeholder="Part played"
              onCommit={role => change(participant.id, { role: role.trim() })}
            />
            <Reply party={participant} requests={requests} onRequest={onRequest} />
            <IconButton
              icon={X}
              size={15}
              label={`Name ${participant.name} no longer`}
              onPress={() =>
                actions.setParticipants(
                  participants.filter(one => one.id !== participant.id),
                  `naming ${participant.name} no longer`,
                )
              }
            />
            <ParticipantEntity
              caseId={finding.caseId}
              participant={participant}
              onChange={entityId => change(participant.id, { entityId })}
            />
          </li>
        ))}
      </ul>
      <AddParticipant
        caseId={finding.caseId}
        onAdd={(name, role, entityId) =>
          actions.setParticipants([...participants, { name, role, entityId }], `naming ${name}`)
        }
        taken={participants}
      />
    </div>
  );
}

function one(participants: readonly Participant[], id: Participant['id']): string {
  return participants.find(participant => participant.id === id)?.name ?? 'a name';
}

function Reply({
  party,
  requests,
  onRequest,
}: {
  party: Participant;
  requests: readonly Request[];
  onRequest(party: Participant): void;
}) {
  const { name } = party;
  const known = requests.filter(request => isAddressedTo(request, party));
  const best = known.find(hadOpportunity) ?? known[0];
  return (
    <span className="participant-reply">
      {best ? (
        <Badge tone={hadOpportunity(best) ? 'good' : 'warning'}>
          {hadOpportunity(best) ? requestStateWords[best.state] : 'not asked yet'}
        </Badge>
      ) : (
        <Badge tone="warning">no reply requested</Badge>
      )}
      <Button
        kind="quiet"
        icon={Mail}
        onPress={() => onRequest(party)}
        label={best ? `Open the request to ${name}` : `Request a reply from ${name}`}
      >
        {best ? 'Open' : 'Request'}
      </Button>
    </span>
  );
}

interface AddParticipantProps {
  caseId: CaseId;
  onAdd(name: string, role: string, entityId: EntityId | null): void;
  taken: readonly Participant[];
}

function AddParticipant({ caseId, onAdd, taken }: AddParticipantProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const double = taken.some(participant => sameName(participant.name, name));
  const add = (entityId: EntityId | null, called = name.trim()) => {
    if (called === '' || double) return;
    onAdd(called, role.trim(), entityId);
    setName('');
    setRole('');
  };
  return (
    <>
      <form
        className="participant participant-new"
        onSubmit={event => {
          event.preventDefault();
          add(null);
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          maxLength={300}
          placeholder="Person, company, vessel or State"
        />
        <TextField
          label="Part played"
          value={role}
          onChange={setRole}
          maxLength={120}
          placeholder="e.g. owner, master, flag State"
        />
        <Button icon={Plus} type="submit" disabled={name.trim() === '' || double}>
          Add
        </Button>
      </form>
      {double ? (
        <Notice kind="warning">{name.trim()} is named already.</Notice>
      ) : (
        <KnownEntities
          caseId={caseId}
          name={name}
          words="Among the entities; press one to name it:"
          onChoose={entity => add(entity.id, entity.caption)}
        />
      )}
    </>
  );
}
