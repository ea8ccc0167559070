/** A new event: what happened, when, where, who took part as what, how much, and the words that tell of it. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { PassageRow } from '../../../../shared/contract/passage.ts';
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import { eventKinds } from '../../../../shared/domain/entity/eventKinds.ts';
import { Credibility } from '../../../../shared/domain/source.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { Button, Combobox, IconButton, Panel, Select, TextArea, TextField } from '../../../ui/index.ts';
import { useStep } from '../../citation/index.ts';
import { EntityChoice } from '../EntityChoice.tsx';
import { createEntity } from '../entitySteps.ts';
import { credibilityOptions } from '../statementWords.ts';
import { PassageField } from '../statement/PassageField.tsx';
import { QuantityField } from '../statement/QuantityField.tsx';
import { RoleField } from '../statement/RoleField.tsx';
import { emptyDraft } from '../statement/valueDraft.ts';
import { ValueField } from '../statement/ValueField.tsx';
import { WorldDateField } from '../WorldDateField.tsx';
import { type EventDraft, eventProblem, eventStatements, newEvent } from './eventDraft.ts';
import './EventEditor.css';

export interface EventEditorProps {
  caseId: CaseId;
  /** Who takes part already: the entity that one came from. */
  participant: EntityChip | null;
  onClose(): void;
  onMade(id: EntityId): void;
}

interface PartProps {
  caseId: CaseId;
  draft: EventDraft;
  change(part: Partial<EventDraft>): void;
}

export function EventEditor({ caseId, participant, onClose, onMade }: EventEditorProps) {
  const [draft, setDraft] = useState(() => newEvent(participant));
  const [passage, setPassage] = useState<PassageRow | null>(null);
  const take = useStep();
  const change = (part: Partial<EventDraft>) => setDraft(now => ({ ...now, ...part }));
  const problem = eventProblem(draft);
  const save = async () => {
    if (problem !== null) return;
    let made: EntityId | null = null;
    const { credibility } = draft;
    const done = await take(async () => {
      const cite = passage && { passageId: passage.id, bearing: 'supports' as const, credibility };
      const taken = await createEntity(
        { caseId, schema: 'Event', statements: eventStatements(draft), cite },
        `recording ${draft.kind.trim()}`,
      );
      made = taken.entityId;
      return taken.step;
    }, 'Event recorded.');
    if (done && made !== null) onMade(made);
  };
  const parts = { caseId, draft, change };
  return (
    <Panel
      open
      wide
      title="Record an event"
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button kind="primary" type="submit" disabled={problem !== null}>
            Record the event
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
          {problem !== null && <span className="entity-form-soft">{problem}</span>}
        </>
      }
    >
      <div className="entity-form">
        <KindField draft={draft} change={change} />
        <div className="event-when">
          <WorldDateField label="When" value={draft.date} onChange={date => change({ date })} />
          <WorldDateField label="Or from" value={draft.start} onChange={start => change({ start })} />
          <WorldDateField label="Until" value={draft.end} onChange={end => change({ end })} />
        </div>
        <Where {...parts} />
        <Participants {...parts} />
        <Quantities {...parts} />
        <TextArea
          label="What happened"
          value={draft.summary}
          onChange={summary => change({ summary })}
          maxLength={10_000}
        />
        <PassageField caseId={caseId} label="It rests on" value={passage} onChange={setPassage} />
        <Select
          label="Credibility of the information"
          value={String(draft.credibility)}
          options={credibilityOptions}
          onChange={value => change({ credibility: Credibility.parse(Number(value)) })}
        />
      </div>
    </Panel>
  );
}

function KindField({ draft, change }: Omit<PartProps, 'caseId'>) {
  const wanted = draft.kind.trim().toLowerCase();
  const isListed = eventKinds.some(({ kind }) => kind === draft.kind);
  return (
    <Combobox
      label="Kind of event"
      query={draft.kind}
      onQuery={kind => change({ kind })}
      options={isListed ? eventKinds : eventKinds.filter(({ kind }) => kind.toLowerCase().includes(wanted))}
      getKey={({ kind }) => kind}
      renderOption={({ kind }) => kind}
      onSelect={({ kind }) => change({ kind })}
      placeholder="ship-to-ship transfer, port call, payment …"
      emptyText="Not of the list; it is kept as written."
      autoFocus
    />
  );
}

function Where({ caseId, draft, change }: PartProps) {
  return (
    <div className="entity-form-pair">
      <ValueField
        caseId={caseId}
        schema="Event"
        property="position"
        label="Position"
        draft={draft.position}
        onChange={position => change({ position })}
      />
      {draft.place === null && (
        <TextField
          label="Place in words"
          value={draft.placeWords}
          onChange={placeWords => change({ placeWords })}
          placeholder="Port, town, waters"
          maxLength={1000}
        />
      )}
      {draft.placeWords.trim() === '' && (
        <EntityChoice
          caseId={caseId}
          label="Or an address of the vault"
          range="Address"
          value={draft.place}
          onChange={place => change({ place })}
        />
      )}
    </div>
  );
}

function Participants({ caseId, draft, change }: PartProps) {
  const { participants, kind } = draft;
  const alter = (key: number, part: Partial<(typeof participants)[number]>) =>
    change({ participants: participants.map(one => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <fieldset className="event-part">
      <legend>Who took part</legend>
      {participants.map(one => (
        <div key={one.key} className="event-row">
          <EntityChoice
            caseId={caseId}
            label="Participant"
            range={null}
            value={one.entity}
            onChange={entity => alter(one.key, { entity })}
          />
          <RoleField eventKind={kind} value={one.role} onChange={role => alter(one.key, { role })} />
          <IconButton
            icon={X}
            size={15}
            label={`Take ${one.entity?.caption ?? 'this participant'} out`}
            onPress={() => change({ participants: participants.filter(other => other.key !== one.key) })}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        icon={Plus}
        onPress={() =>
          change({ participants: [...participants, { key: nextKey(participants), entity: null, role: '' }] })
        }
      >
        Another participant
      </Button>
    </fieldset>
  );
}

function Quantities({ draft, change }: PartProps) {
  const { quantities } = draft;
  return (
    <fieldset className="event-part">
      <legend>How much</legend>
      {quantities.map(one => (
        <div key={one.key} className="event-row">
          <QuantityField
            label="Quantity"
            draft={one}
            onChange={value =>
              change({ quantities: quantities.map(other => (other.key === one.key ? { ...one, ...value } : other)) })
            }
          />
          <IconButton
            icon={X}
            size={15}
            label="Take this quantity out"
            onPress={() => change({ quantities: quantities.filter(other => other.key !== one.key) })}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        icon={Plus}
        onPress={() => change({ quantities: [...quantities, { ...emptyDraft, key: nextKey(quantities) }] })}
      >
        {quantities.length === 0 ? 'Add a quantity' : 'Another quantity'}
      </Button>
    </fieldset>
  );
}

function nextKey(rows: readonly { key: number }[]): number {
  return Math.max(-1, ...rows.map(row => row.key)) + 1;
}
