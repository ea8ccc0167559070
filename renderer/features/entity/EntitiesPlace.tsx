/** The cast and the story: people, companies, vessels, what ties them and what happened, each with the words it rests on. */
import { Users } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Empty, PaneHeader, Panes } from '../../ui/index.ts';
import { useChosen, useCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { EntityTools } from '../interchange/index.ts';
import { useCaseMemory } from '../memory/index.ts';
import { EntityDetail } from './detail/EntityDetail.tsx';
import { EventEditor } from './event/EventEditor.tsx';
import { EntityList } from './list/EntityList.tsx';
import { listInput } from './list/listFilter.ts';
import { useEntityRows } from './list/useEntityRows.ts';
import { NewEntity } from './NewEntity.tsx';
import { placeMemory } from './placeMemory.ts';
import './entity.css';

/** Rows passed by faster than this leave no trace in the trail: Back leads to what was looked at. */
const LOOKED_AT_MS = 900;

export function EntitiesPlace() {
  const { caseId, entityId } = useRoute();
  const { go } = useNavigate();
  const chosen = useChosen();
  const [{ filter, tab }, change] = useCaseMemory(placeMemory, caseId);
  const [making, setMaking] = useState<'no' | 'entity' | 'event'>('no');
  const searchField = useRef<HTMLInputElement>(null);
  const openedAt = useRef(0);
  const asked = useDeferredValue(filter);
  const rows = useEntityRows(listInput(caseId, asked));
  const { data: facets } = useQuery(
    'entity.facets',
    { caseId: filter.scope === 'case' ? caseId : null },
    { keepPrevious: true },
  );
  const { choose } = chosen;
  // The chart, the timeline and the map light the same one.
  useEffect(() => {
    if (entityId !== undefined) choose([entityId]);
  }, [entityId, choose]);
  const begin = () => setMaking(filter.kind === 'event' ? 'event' : 'entity');
  const open = (id: EntityId) => {
    setMaking('no');
    const now = performance.now();
    go({ entityId: id }, { replace: entityId !== undefined && now - openedAt.current < LOOKED_AT_MS });
    openedAt.current = now;
  };
  useCommands([
    { id: 'entity.new', title: 'New entity', section: 'Entities', shortcut: 'Shift+N', run: begin },
    {
      id: 'entity.find',
      title: 'Find in the list of entities',
      section: 'Entities',
      shortcut: '/',
      run: () => searchField.current?.focus(),
    },
  ]);
  const main =
    making === 'entity' ? (
      <>
        <PaneHeader title="New entity" />
        <NewEntity
          caseId={caseId}
          schema={filter.schema || (filter.kind === 'record' ? 'Passport' : 'Person')}
          onMade={open}
          onCancel={() => setMaking('no')}
        />
      </>
    ) : entityId !== undefined ? (
      <EntityDetail
        key={entityId}
        caseId={caseId}
        entityId={entityId}
        tab={tab}
        onTab={next => change(now => ({ ...now, tab: next }))}
      />
    ) : (
      <NothingOpen total={rows.total} onNew={begin} />
    );
  return (
    <>
      <Panes
        id="entities"
        left={
          <EntityList
            rows={rows}
            facets={facets ?? []}
            filter={filter}
            selected={entityId ?? null}
            searchField={searchField}
            onFilter={next => change(now => ({ ...now, filter: next }))}
            onSelect={open}
            onNew={begin}
            tools={<EntityTools caseId={caseId} chosen={[...chosen.ids]} />}
          />
        }
        leftLabel="Entities"
        leftWidth={360}
        main={main}
        mainLabel="Entity"
      />
      {making === 'event' && (
        <EventEditor caseId={caseId} participant={null} onClose={() => setMaking('no')} onMade={open} />
      )}
    </>
  );
}

function NothingOpen({ total, onNew }: { total: number | null; onNew(): void }) {
  if (total === null) return null;
  if (total > 0)
    return (
      <Empty
        icon={Users}
        title="Choose an entity"
        text="What is stated of it opens here, each value with the words it rests on; its ties, its events and its history."
      />
    );
  return (
    <Empty
      icon={Users}
      title="The cast of the case"
      text="People, companies, vessels, accounts and places, what ties them, and what happened. Open an exhibit, select a name and press E: it becomes an entity that rests on those words."
      action={<Button onPress={onNew}>Make one by hand</Button>}
    />
  );
}
