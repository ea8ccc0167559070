import { useState } from 'react';
import { findingName } from '../../../shared/domain/finding.ts';
import type { CaseId, EntityId, FindingId } from '../../../shared/kernel/ids.ts';
import { Button, Select, TextArea, TextField } from '../../ui/index.ts';
import { AddresseeEntity } from './AddresseeEntity.tsx';
import type { useCreateRequest } from './useRequests.ts';

export interface NewRequestProps {
  caseId: CaseId;
  addressee: string;
  entityId: EntityId | null;
  findingId: FindingId | null;
  findings: readonly { id: FindingId; number: number; title: string }[];
  create: ReturnType<typeof useCreateRequest>;
  onCreated(id: string): void;
  onCancel(): void;
}

/** A new request, with the addressee filled in where one comes from a finding that lacks their reply. */
export function NewRequest({
  caseId,
  addressee: given,
  entityId: givenEntity,
  findingId: about,
  findings,
  create,
  onCreated,
  onCancel,
}: NewRequestProps) {
  const [addressee, setAddressee] = useState(given);
  const [entityId, setEntityId] = useState(givenEntity);
  const [substance, setSubstance] = useState('');
  const [findingId, setFindingId] = useState<FindingId | null>(about);
  const submit = async () => {
    if (addressee.trim() === '' || create.busy) return;
    const request = await create.run({ addressee: addressee.trim(), entityId, substance, findingId });
    if (request) onCreated(request.id);
  };
  return (
    <form
      className="request"
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label="Addressee"
        hint="As the finding names them: the standard compares entities where both are known, else the names."
        value={addressee}
        onChange={setAddressee}
        maxLength={300}
        autoFocus={given === ''}
      />
      <AddresseeEntity
        caseId={caseId}
        entityId={entityId}
        onChange={entity => {
          setEntityId(entity?.id ?? null);
          if (entity && addressee.trim() === '') setAddressee(entity.caption);
        }}
      />
      <TextArea
        label="What is asked"
        value={substance}
        onChange={setSubstance}
        rows={6}
        maxLength={10_000}
        placeholder="The questions, as they are put"
        autoFocus={given !== ''}
      />
      <Select
        label="It bears on"
        value={findingId ?? ''}
        options={[
          { value: '', label: 'The case as a whole' },
          ...findings.map(({ id, number, title }) => ({
            value: String(id),
            label: `${findingName({ number })} ${title}`,
          })),
        ]}
        onChange={chosen => setFindingId(findings.find(finding => finding.id === chosen)?.id ?? null)}
      />
      <div className="request-actions">
        <Button
          kind="primary"
          type="submit"
          busy={create.busy}
          problem={create.error}
          disabled={addressee.trim() === ''}
        >
          Record the request
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
