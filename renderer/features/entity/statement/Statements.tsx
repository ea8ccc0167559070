/** All that is stated of an entity, by property; what was withdrawn stands folded at the end. */
import { Plus } from 'lucide-react';
import type { EntityView } from '../../../../shared/contract/entity.ts';
import type { StatementView } from '../../../../shared/domain/entity/statement.ts';
import { schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { Button, Section } from '../../../ui/index.ts';
import { propertyLabel } from '../propertyWords.ts';
import { groupStatements, type PropertyGroup } from './propertyGroups.ts';
import { type StatementActions, StatementLine } from './StatementLine.tsx';
import './Statements.css';

export interface StatementsProps {
  entity: Pick<EntityView, 'schema' | 'statements'>;
  actions: StatementActions;
  /** A new value, of a property where one is named. */
  onAdd(property: string | null): void;
}

export function Statements({ entity: { schema, statements }, actions, onAdd }: StatementsProps) {
  const groups = groupStatements(schema, statements);
  const withdrawn = statements.filter(one => one.withdrawnAt !== null);
  return (
    <div className="statements">
      <dl className="statement-groups">
        {groups.map(group => (
          <Group key={group.property} group={group} actions={actions} onAdd={onAdd} />
        ))}
      </dl>
      <div className="statements-add">
        <Button icon={Plus} shortcut="A" onPress={() => onAdd(null)}>
          Add a value
        </Button>
      </div>
      {withdrawn.length > 0 && (
        <Section title="Withdrawn values" count={withdrawn.length} folded>
          <Withdrawn schema={schema} statements={withdrawn} actions={actions} />
        </Section>
      )}
    </div>
  );
}

function Group({ group, actions, onAdd }: { group: PropertyGroup; actions: StatementActions; onAdd(p: string): void }) {
  const { property, label, type, statements, oneIsShown } = group;
  const several = statements.length > 1;
  return (
    <div className="statement-group">
      <dt title={property}>{label}</dt>
      <dd>
        {statements.length === 0 ? (
          <button type="button" className="statement-missing" onClick={() => onAdd(property)}>
            not stated<span className="visually-hidden">: add {label}</span>
            <Plus size={13} aria-hidden />
          </button>
        ) : (
          <ul>
            {statements.map(statement => (
              <StatementLine
                key={statement.id}
                statement={statement}
                type={type}
                label={label}
                marksShown={several && oneIsShown}
                isChoosable={several && oneIsShown && !statement.isChosen}
                actions={actions}
              />
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}

interface WithdrawnProps {
  schema: string;
  statements: readonly StatementView[];
  actions: StatementActions;
}

function Withdrawn({ schema, statements, actions }: WithdrawnProps) {
  return (
    <ul>
      {statements.map(statement => {
        const label = propertyLabel(schema, statement.property);
        return (
          <li key={statement.id} className="statement-past">
            <span className="statement-past-label">{label}</span>
            <ul>
              <StatementLine
                statement={statement}
                type={schemaOrThing(schema).properties.get(statement.property)?.type ?? 'string'}
                label={label}
                marksShown={false}
                isChoosable={false}
                actions={actions}
              />
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
