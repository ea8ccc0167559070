/** A new tie: what it says, of whom, from when to when, and the words that say so. */
import { useState } from 'react';
import type { PassageRow } from '../../../../shared/contract/passage.ts';
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import { type FittingEdge, fittingEdges } from '../../../../shared/domain/entity/fitsRange.ts';
import { edgeWords, schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { Credibility } from '../../../../shared/domain/source.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { Button, Panel, Select, TextField } from '../../../ui/index.ts';
import { useStep } from '../../citation/index.ts';
import { EntityChoice } from '../EntityChoice.tsx';
import { relateEntities } from '../entitySteps.ts';
import { propertyLabel } from '../propertyWords.ts';
import type { StatementGiven } from '../statementSteps.ts';
import { credibilityOptions } from '../statementWords.ts';
import { PassageField } from '../statement/PassageField.tsx';
import { settledDate, WorldDateField } from '../WorldDateField.tsx';

export interface AddTieProps {
  caseId: CaseId;
  entity: EntityChip;
  onClose(): void;
}

const keyOf = ({ schema, side }: FittingEdge) => `${schema} ${side}`;

function sentenceOf({ schema, side, label }: FittingEdge): string {
  const { forward, backward } = edgeWords(schema);
  return `${side === 'source' ? forward : backward} … (${label.toLowerCase()})`;
}

export function AddTie({ caseId, entity, onClose }: AddTieProps) {
  const edges = fittingEdges(entity.schema);
  const [chosen, setChosen] = useState(edges[0] ? keyOf(edges[0]) : '');
  const edge = edges.find(one => keyOf(one) === chosen) ?? null;
  const [other, setOther] = useState<EntityChip | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [credibility, setCredibility] = useState<Credibility>(6);
  const [passage, setPassage] = useState<PassageRow | null>(null);
  const take = useStep();
  const [fromOn, toOn] = [settledDate(from), settledDate(to)];
  const isReady = edge !== null && other !== null && fromOn !== undefined && toOn !== undefined;
  const details = edge ? detailsOf(edge.schema) : [];
  const save = async () => {
    if (!isReady) return;
    const [sourceId, targetId] = edge.side === 'source' ? [entity.id, other.id] : [other.id, entity.id];
    const stated = [
      ...details.map(property => [property, (values[property] ?? '').trim()] as const),
      ...datesOf(edge.schema, fromOn, toOn),
    ].filter((pair): pair is readonly [string, string] => Boolean(pair[1]));
    const statements: StatementGiven[] = stated.map(([property, value]) => ({ property, value, credibility }));
    const done = await take(async () => {
      const cite = passage && { passageId: passage.id, bearing: 'supports' as const, credibility };
      const { step } = await relateEntities(
        { caseId, schema: edge.schema, sourceId, targetId, statements, cite },
        `relating ${entity.caption} to ${other.caption}`,
      );
      return step;
    }, 'Tie recorded.');
    if (done) onClose();
  };
  return (
    <Panel
      open
      title={`Relate ${entity.caption}`}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button kind="primary" type="submit" disabled={!isReady}>
            Record the tie
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="entity-form">
        <Select
          label={`${entity.caption} …`}
          value={chosen}
          options={edges.map(one => ({ value: keyOf(one), label: sentenceOf(one) }))}
          onChange={key => {
            setChosen(key);
            setOther(null);
          }}
        />
        {edge && (
          <EntityChoice
            key={chosen}
            caseId={caseId}
            label="Whom or what"
            range={edge.otherRange}
            value={other}
            onChange={setOther}
            except={[entity.id]}
            hint={
              edge.otherRange === null || edge.otherRange === 'Thing'
                ? undefined
                : `Only a kind of “${schemaOrThing(edge.otherRange).label}” fits here.`
            }
          />
        )}
        {edge && isMoment(edge.schema) ? (
          <WorldDateField label="When" value={from} onChange={setFrom} />
        ) : (
          <div className="entity-form-pair">
            <WorldDateField label="From" value={from} onChange={setFrom} />
            <WorldDateField label="Until" value={to} onChange={setTo} />
          </div>
        )}
        {edge &&
          details.map(property => (
            <TextField
              key={property}
              label={propertyLabel(edge.schema, property)}
              value={values[property] ?? ''}
              onChange={value => setValues({ ...values, [property]: value })}
              maxLength={1000}
            />
          ))}
        <PassageField caseId={caseId} label="It rests on" value={passage} onChange={setPassage} />
        <Select
          label="Credibility of the information"
          value={String(credibility)}
          options={credibilityOptions}
          onChange={value => setCredibility(Credibility.parse(Number(value)))}
        />
      </div>
    </Panel>
  );
}

/** What a tie of this schema usually states beside its sides and dates: the part played, a share, an amount. */
function detailsOf(schema: string): string[] {
  const { properties, featured, edge } = schemaOrThing(schema);
  const wanted = ['role', 'relationship', ...featured];
  const isPlain = (name: string) => {
    const property = properties.get(name);
    return property !== undefined && !['entity', 'date'].includes(property.type);
  };
  return [...new Set(wanted)].filter(name => name !== edge?.source && name !== edge?.target && isPlain(name));
}

/** A payment or a succession happens on a day; most ties last. */
function isMoment(schema: string): boolean {
  const { featured } = schemaOrThing(schema);
  return featured.includes('date') && !featured.includes('startDate');
}

function datesOf(schema: string, from: string | null, to: string | null): (readonly [string, string | null])[] {
  if (isMoment(schema)) return [['date', from]];
  return [
    ['startDate', from],
    ['endDate', to],
  ];
}
