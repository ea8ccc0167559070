/** Two records side by side, before they are judged to be one subject or not. A name alone is never enough. */
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/index.ts';
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import { schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { EntityId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { Badge, Button, Failed, Loading, Notice, Panel, Select, Table, TextArea } from '../../../ui/index.ts';
import { useStep } from '../../citation/index.ts';
import { EntityWords } from '../../entityLink/index.ts';
import { judgeNotSame, mergeEntities } from '../identitySteps.ts';
import { propertyLabel } from '../propertyWords.ts';
import { valueWords } from '../statementWords.ts';
import { typeOf } from '../statement/valueDraft.ts';

export interface ComparePanelProps {
  left: EntityChip;
  right: EntityChip;
  onClose(): void;
}

type Comparison = OutputOf<'entity.compare'>;

export function ComparePanel({ left, right, onClose }: ComparePanelProps) {
  const { data, error, refetch } = useQuery('entity.compare', { leftId: left.id, rightId: right.id });
  const [identifier, setIdentifier] = useState('');
  const [reason, setReason] = useState('');
  const take = useStep();
  const nameOf = useNames(data);
  const identifying = data?.shared.filter(one => one.identifies) ?? [];
  const isGrounded = identifier !== '' || reason.trim() !== '';
  const sides = { leftId: left.id, rightId: right.id, reason: reason.trim() };
  const merge = async () => {
    if (!isGrounded || !data?.schema) return;
    const step = () => mergeEntities({ ...sides, identifier }, `merging ${left.caption} and ${right.caption}`);
    if (await take(step, 'One subject from now on.')) onClose();
  };
  const part = async () => {
    const step = () => judgeNotSame(sides, `judging that ${left.caption} is not ${right.caption}`);
    if (await take(step, 'Remembered: they are not the same.')) onClose();
  };
  return (
    <Panel
      open
      wide
      title="Are they one subject?"
      onClose={onClose}
      onSubmit={() => void merge()}
      footer={
        <>
          <Button kind="primary" type="submit" disabled={!isGrounded || !data?.schema}>
            They are the same
          </Button>
          <Button onPress={() => void part()} disabled={!data}>
            Not the same
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="entity-form">
        <p className="same-as-sides">
          <span className="chip">
            <EntityWords entity={left} />
          </span>
          and
          <span className="chip">
            <EntityWords entity={right} />
          </span>
        </p>
        {error && <Failed error={error} onRetry={refetch} />}
        {!data && !error && <Loading label="Comparing" rows={4} />}
        {data && (
          <>
            {data.schema === null && (
              <Notice kind="problem">
                {schemaOrThing(left.schema).label} and {schemaOrThing(right.schema).label.toLowerCase()} do not go
                together: one subject cannot be both. Change the schema of one first, if it is wrong.
              </Notice>
            )}
            {data.judged && (
              <Notice kind="warning">
                Judged before: {data.judged.verdict === 'same' ? 'the same' : 'not the same'}
                {data.judged.reason !== '' && `. ${data.judged.reason}`}
              </Notice>
            )}
            <Shared schema={left.schema} shared={data.shared} nameOf={nameOf} />
            <Differing left={left} right={right} differing={data.differing} nameOf={nameOf} />
            <Select
              label="Second identifier, beside the name"
              value={identifier}
              options={[
                { value: '', label: identifying.length === 0 ? 'they share none' : 'none of these' },
                ...uniqueBy(identifying).map(({ property, value }) => ({
                  value: property,
                  label: `${propertyLabel(left.schema, property)}: ${wordsOf(left.schema, property, value, nameOf)}`,
                })),
              ]}
              onChange={setIdentifier}
            />
            <TextArea
              label={identifier === '' ? 'Reason (needed without a second identifier)' : 'Reason'}
              hint="On record, with your name and the time; it can be taken back."
              value={reason}
              onChange={setReason}
              maxLength={2000}
            />
          </>
        )}
      </div>
    </Panel>
  );
}

function uniqueBy(shared: Comparison['shared']): Comparison['shared'] {
  return shared.filter((one, at) => shared.findIndex(other => other.property === one.property) === at);
}

type NameOf = (id: string) => string | null;

/** Values that name another entity are compared by its id, and read by its name. */
function useNames(comparison: Comparison | undefined): NameOf {
  const values = comparison
    ? [...comparison.shared.map(one => one.value), ...comparison.differing.flatMap(one => [...one.left, ...one.right])]
    : [];
  const ids = values.flatMap(value => EntityId.safeParse(value).data ?? []);
  const { data } = useQuery('entity.chips', { entityIds: ids }, { skip: ids.length === 0 });
  return id => data?.find(chip => chip.id === id)?.caption ?? null;
}

function wordsOf(schema: string, property: string, value: string, nameOf: NameOf): string {
  return valueWords(typeOf(schema, property), { value, targetCaption: nameOf(value) });
}

interface SharedProps {
  schema: string;
  shared: Comparison['shared'];
  nameOf: NameOf;
}

function Shared({ schema, shared, nameOf }: SharedProps) {
  return (
    <Table
      label="In common"
      showCaption
      columns={[
        { id: 'property', label: 'Property', width: '30%', cell: row => propertyLabel(schema, row.property) },
        {
          id: 'value',
          label: 'Value',
          cell: row => <span dir="auto">{wordsOf(schema, row.property, row.value, nameOf)}</span>,
        },
        {
          id: 'identifies',
          label: 'Counts as',
          width: '24%',
          cell: row => (row.identifies ? <Badge tone="good">identifier</Badge> : 'not enough alone'),
        },
      ]}
      rows={shared}
      getKey={row => `${row.property} ${row.value}`}
      empty={<p className="entity-form-soft">They have no value in common.</p>}
    />
  );
}

/** Namesakes are told apart in the heads of the columns too. */
function headOf({ caption, hint }: EntityChip): string {
  return hint === '' ? caption : `${caption} (${hint})`;
}

interface DifferingProps {
  left: EntityChip;
  right: EntityChip;
  differing: Comparison['differing'];
  nameOf: NameOf;
}

function Differing({ left, right, differing, nameOf }: DifferingProps) {
  const words = (schema: string, property: string, values: readonly string[]) =>
    values.map(value => wordsOf(schema, property, value, nameOf)).join('; ');
  return (
    <Table
      label="In conflict"
      showCaption
      columns={[
        { id: 'property', label: 'Property', width: '30%', cell: row => propertyLabel(left.schema, row.property) },
        {
          id: 'left',
          label: headOf(left),
          cell: row => <span dir="auto">{words(left.schema, row.property, row.left)}</span>,
        },
        {
          id: 'right',
          label: headOf(right),
          cell: row => <span dir="auto">{words(right.schema, row.property, row.right)}</span>,
        },
      ]}
      rows={differing}
      getKey={row => row.property}
      empty={<p className="entity-form-soft">No value of one speaks against the other.</p>}
    />
  );
}
