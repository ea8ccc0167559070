/** Those who are named in the finding, and whether each had the opportunity to reply. Names are plain until entities come. */
import { Mail, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FindingView, Participant } from '../../../shared/domain/finding.ts';
import { hadOpportunity, type Request, requestStateWords } from '../../../shared/domain/request.ts';
import { Badge, Button, Empty, IconButton, Notice, TextField } from '../../ui/index.ts';
import type { FindingActions } from './useFinding.ts';

export interface ParticipantsProps {
  finding: FindingView;
  requests: readonly Request[];
  actions: FindingActions;
  onRequest(name: string): void;
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
            <Reply name={participant.name} requests={requests} onRequest={onRequest} />
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
          </li>
        ))}
      </ul>
      <AddParticipant
        onAdd={(name, role) =>
          actions.setParticipants([...participants, { name, role, entityId: null }], `naming ${name}`)
        }
        taken={participants}
      />
    </div>
  );
}

function one(participants: readonly Participant[], id: Participant['id']): string {
  return participants.find(participant => participant.id === id)?.name ?? 'a name';
}

function sameName(left: string, right: string): boolean {
  const fold = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return fold(left) === fold(right);
}

function Reply({
  name,
  requests,
  onRequest,
}: {
  name: string;
  requests: readonly Request[];
  onRequest(name: string): void;
}) {
  const known = requests.filter(request => sameName(request.addressee, name));
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
        onPress={() => onRequest(name)}
        label={best ? `Open the request to ${name}` : `Request a reply from ${name}`}
      >
        {best ? 'Open' : 'Request'}
      </Button>
    </span>
  );
}

function AddParticipant({ onAdd, taken }: { onAdd(name: string, role: string): void; taken: readonly Participant[] }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const double = taken.some(participant => sameName(participant.name, name));
  return (
    <>
      <form
        className="participant participant-new"
        onSubmit={event => {
          event.preventDefault();
          if (name.trim() === '' || double) return;
          onAdd(name.trim(), role.trim());
          setName('');
          setRole('');
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
      {double && <Notice kind="warning">{name.trim()} is named already.</Notice>}
    </>
  );
}
