/** The entities of the case or the vault: any number of them, found by name or number. */
import { ListFilter as FilterIcon, Plus, Search, Users } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import type { EntityRow } from '../../../../shared/domain/entity/entity.ts';
import { type EntityKind, schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import {
  Badge,
  Button,
  countOf,
  Empty,
  Failed,
  Loading,
  MenuButton,
  PaneHeader,
  Select,
  Tabs,
  TextField,
  VirtualList,
} from '../../../ui/index.ts';
import { CommentMark } from '../../comment/index.ts';
import { schemaIcon } from '../../entityLink/index.ts';
import {
  countOfKind,
  type Facet,
  kindWords,
  type ListFilter,
  narrows,
  plainFilter,
  schemaOptions,
  sortWords,
} from './listFilter.ts';
import type { EntityRows } from './useEntityRows.ts';
import './EntityList.css';

export interface EntityListProps {
  rows: EntityRows;
  facets: readonly Facet[];
  filter: ListFilter;
  selected: EntityId | null;
  searchField: Ref<HTMLInputElement>;
  onFilter(filter: ListFilter): void;
  onSelect(id: EntityId): void;
  onNew(): void;
  /** Buttons beside "New": bringing in and handing out. */
  tools?: ReactNode;
}

const ROW_HEIGHT = 48;
const kinds = Object.keys(kindWords) as EntityKind[];

export function EntityList(props: EntityListProps) {
  const { rows, facets, filter, selected, searchField, onFilter, onSelect, onNew, tools } = props;
  const { total } = rows;
  return (
    <>
      <PaneHeader
        level={1}
        title="Entities"
        actions={
          <>
            {tools}
            <Button kind="quiet" icon={Plus} shortcut="Shift+N" onPress={onNew}>
              New
            </Button>
          </>
        }
      />
      <div className="entity-filter">
        <TextField
          ref={searchField}
          label="Find entities"
          hideLabel
          type="search"
          value={filter.words}
          onChange={words => onFilter({ ...filter, words })}
          placeholder="Name, number or alias"
          maxLength={300}
        />
        <Tabs
          label="Kinds of entities"
          tabs={kinds.map(kind => ({ id: kind, label: kindWords[kind], count: countOfKind(facets, kind) }))}
          value={filter.kind}
          onChange={kind => onFilter({ ...filter, kind, schema: '' })}
        />
        <div className="entity-filter-line">
          <Select
            label="Schema"
            hideLabel
            value={filter.schema}
            options={[{ value: '', label: 'All schemata' }, ...schemaOptions(facets, filter.kind)]}
            onChange={schema => onFilter({ ...filter, schema })}
          />
          <FilterMenu filter={filter} onFilter={onFilter} />
        </div>
      </div>
      {rows.error && <Failed error={rows.error} onRetry={rows.retry} />}
      {total === null && !rows.error && <Loading label="Reading the entities" rows={8} />}
      {total !== null && (
        <VirtualList
          label="Entities"
          count={total}
          rowHeight={ROW_HEIGHT}
          getKey={index => rows.row(index)?.id ?? `row-${index}`}
          selected={selected}
          onSelect={(_, index) => {
            const row = rows.row(index);
            if (row) onSelect(row.id);
          }}
          onVisible={rows.show}
          renderRow={index => <Line row={rows.row(index)} scope={filter.scope} />}
          empty={<NoEntities filter={filter} onFilter={onFilter} onNew={onNew} />}
        />
      )}
      {total !== null && total > 0 && (
        <footer className="entity-list-foot">
          {countOf(total, 'entity', 'entities')}
          {filter.scope === 'vault' ? ' in the vault' : ' in the case'}
          {filter.withdrawn && ', withdrawn'}
        </footer>
      )}
    </>
  );
}

function FilterMenu({ filter, onFilter }: Pick<EntityListProps, 'filter' | 'onFilter'>) {
  const { scope, sort, withdrawn } = filter;
  return (
    <MenuButton
      label={`Shown: ${scope === 'case' ? 'this case' : 'whole vault'}, ${sortWords[sort].toLowerCase()}`}
      icon={FilterIcon}
      items={[
        { label: 'This case', checked: scope === 'case', onSelect: () => onFilter({ ...filter, scope: 'case' }) },
        { label: 'Whole vault', checked: scope === 'vault', onSelect: () => onFilter({ ...filter, scope: 'vault' }) },
        'separator',
        ...(Object.keys(sortWords) as (keyof typeof sortWords)[]).map(value => ({
          label: sortWords[value],
          checked: sort === value,
          onSelect: () => onFilter({ ...filter, sort: value }),
        })),
        'separator',
        { label: 'Standing', checked: !withdrawn, onSelect: () => onFilter({ ...filter, withdrawn: false }) },
        { label: 'Withdrawn', checked: withdrawn, onSelect: () => onFilter({ ...filter, withdrawn: true }) },
      ]}
    >
      {scope === 'case' ? 'This case' : 'Vault'}
      {withdrawn && ', withdrawn'}
    </MenuButton>
  );
}

function Line({ row, scope }: { row: EntityRow | undefined; scope: ListFilter['scope'] }) {
  if (!row) return <div className="entity-row entity-row-coming" aria-busy />;
  const Icon = schemaIcon(row.schema);
  const facts = [
    schemaOrThing(row.schema).label,
    row.hint,
    scope === 'vault' ? row.cases.map(one => one.reference).join(', ') || 'in no case' : '',
  ].filter(Boolean);
  return (
    <div className="entity-row">
      <Icon className="entity-row-icon" size={16} aria-hidden />
      <div className="entity-row-words">
        <div className="one-line" dir="auto" title={row.caption}>
          {row.caption}
        </div>
        <div className="entity-row-facts one-line" dir="auto">
          {facts.join(' · ')}
        </div>
      </div>
      <div className="entity-row-counts">
        {row.withdrawnAt !== null && <Badge tone="warning">withdrawn</Badge>}
        <CommentMark subject={{ kind: 'entity', id: row.id }} />
        <span title={countOf(row.citationCount, 'citation')}>
          {row.citationCount === 0 ? 'uncited' : `${row.citationCount} cited`}
        </span>
        {row.linkCount > 0 && (
          <span title="Ties, events and records that name it">{countOf(row.linkCount, 'link')}</span>
        )}
      </div>
    </div>
  );
}

const whatBelongs: Record<EntityKind, string> = {
  thing: 'In an exhibit, select a name and press E: it becomes an entity that rests on those words.',
  relationship: 'Open a person, a company or a vessel and relate it to another: who owns, directs, pays or knows whom.',
  event: 'Transfers at sea, port calls, payments, meetings: when, where, who took part as what, how much.',
  record: 'Passports, identity papers, designations and other papers that hang on a person, a company or a vessel.',
};

function NoEntities({ filter, onFilter, onNew }: Pick<EntityListProps, 'filter' | 'onFilter' | 'onNew'>) {
  if (narrows(filter))
    return (
      <Empty
        icon={Search}
        title="Nothing fits"
        text={
          filter.withdrawn
            ? 'Nothing of this kind was withdrawn.'
            : 'Names, aliases and numbers are looked through. Use other words, or look in the whole vault.'
        }
        action={
          <Button
            onPress={() => onFilter({ ...plainFilter, kind: filter.kind, sort: filter.sort, scope: filter.scope })}
          >
            Show all
          </Button>
        }
      />
    );
  return (
    <Empty
      icon={Users}
      title={`No ${kindWords[filter.kind].toLowerCase()} yet`}
      text={whatBelongs[filter.kind]}
      action={
        filter.kind === 'relationship' ? undefined : (
          <Button kind="primary" onPress={onNew}>
            {filter.kind === 'event' ? 'Record an event' : 'Make one by hand'}
          </Button>
        )
      }
    />
  );
}
