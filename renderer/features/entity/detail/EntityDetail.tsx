/** One entity: what is stated of it, its ties and events, its history, what it is the same as, where else it is. */
import { useRef, useState } from 'react';
import type { EntityView } from '../../../../shared/contract/entity.ts';
import type { StatementView } from '../../../../shared/domain/entity/statement.ts';
import { hasIdentityHistory } from '../../../../shared/domain/entity/identityHistory.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { Failed, Loading, Tabs } from '../../../ui/index.ts';
import { useCommands, useNavigate } from '../../../workbench/index.ts';
import { EventEditor } from '../event/EventEditor.tsx';
import { Events } from '../event/Events.tsx';
import { History } from '../history/History.tsx';
import { SameAs } from '../identity/SameAs.tsx';
import type { EntityTab } from '../placeMemory.ts';
import { propertyLabel } from '../propertyWords.ts';
import { AddStatement } from '../statement/AddStatement.tsx';
import { ChangeStatement, ChooseShown, CiteStatement, CorrectStatement } from '../statement/ChangeStatement.tsx';
import { Statements } from '../statement/Statements.tsx';
import { AddTie } from '../tie/AddTie.tsx';
import { eventsOf, groupTies } from '../tie/tieGroups.ts';
import { Ties } from '../tie/Ties.tsx';
import { settledDate } from '../WorldDateField.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { EntityHead } from './EntityHead.tsx';
import { Certainty } from './Certainty.tsx';
import { useKeptScroll } from './useKeptScroll.ts';
import { useStatementActions } from './useStatementActions.ts';
import '../entity.css';

export interface EntityDetailProps {
  caseId: CaseId;
  entityId: EntityId;
  tab: EntityTab;
  onTab(tab: EntityTab): void;
}

/** The sheet that is open over the detail. */
type Sheet =
  | { kind: 'add'; property: string | null }
  | { kind: 'cite' | 'correct' | 'change' | 'choose'; statement: StatementView }
  | { kind: 'tie' }
  | { kind: 'event' };

export function EntityDetail({ caseId, entityId, tab, onTab }: EntityDetailProps) {
  const [asAt, setAsAt] = useState('');
  const { data, error, refetch } = useQuery(
    'entity.get',
    { entityId, asAt: settledDate(asAt) ?? null },
    { keepPrevious: true },
  );
  if (error && !data) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading the entity" rows={8} />;
  return (
    <>
      {error && <Failed error={error} onRetry={refetch} />}
      <EntityHead caseId={caseId} entity={data} asAt={asAt} onAsAt={setAsAt} />
      <Parts caseId={caseId} entity={data} tab={tab} onTab={onTab} />
    </>
  );
}

interface PartsProps extends Pick<EntityDetailProps, 'caseId' | 'tab' | 'onTab'> {
  entity: EntityView;
}

function Parts({ caseId, entity, tab: wanted, onTab }: PartsProps) {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const actions = useStatementActions(entity, setSheet);
  const tabs = tabsOf(entity);
  const tab = tabs.some(one => one.id === wanted) ? wanted : 'statements';
  const canRelate = entity.kind !== 'relationship';
  const box = useRef<HTMLDivElement>(null);
  useKeptScroll(box, caseId, entity.id, tab);
  // With a sheet open its keys are its own.
  const isFree = sheet === null;
  useCommands([
    {
      id: 'entity.add-value',
      title: 'Add a value',
      section: 'Entity',
      shortcut: 'A',
      when: isFree,
      run: () => setSheet({ kind: 'add', property: null }),
    },
    {
      id: 'entity.relate',
      title: 'Relate to another',
      section: 'Entity',
      shortcut: 'R',
      when: isFree && canRelate,
      run: () => setSheet({ kind: 'tie' }),
    },
    {
      id: 'entity.event',
      title: 'Record an event',
      section: 'Entity',
      shortcut: 'V',
      when: isFree && entity.kind === 'thing',
      run: () => setSheet({ kind: 'event' }),
    },
  ]);
  return (
    <>
      <div className="entity-tabs">
        <Tabs label="Parts of the entity" tabs={tabs} value={tab} onChange={onTab} panelId="entity-part" />
      </div>
      <div
        ref={box}
        className="entity-part"
        role="tabpanel"
        id="entity-part"
        aria-label={labelOf(tabs, tab)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be in reach of the keyboard
        tabIndex={0}
      >
        {tab === 'statements' && (
          <>
            {(entity.kind === 'relationship' || entity.kind === 'event') && <Certainty entity={entity} />}
            <Statements entity={entity} actions={actions} onAdd={property => setSheet({ kind: 'add', property })} />
          </>
        )}
        {tab === 'ties' && <Ties links={entity.links} onAdd={() => setSheet({ kind: 'tie' })} />}
        {tab === 'events' && <Events links={entity.links} onAdd={() => setSheet({ kind: 'event' })} />}
        {tab === 'history' && <History entity={entity} />}
        {tab === 'same' && <SameAs caseId={caseId} entity={entity} />}
        {tab === 'elsewhere' && <Elsewhere caseId={caseId} entityId={entity.id} schema={entity.schema} />}
      </div>
      {sheet && <OpenSheet sheet={sheet} caseId={caseId} entity={entity} onClose={() => setSheet(null)} />}
    </>
  );
}

interface OpenSheetProps {
  sheet: Sheet;
  caseId: CaseId;
  entity: EntityView;
  onClose(): void;
}

function OpenSheet({ sheet, caseId, entity, onClose }: OpenSheetProps) {
  const { go } = useNavigate();
  const { id, schema, kind, caption, hint, statements } = entity;
  const chip = { id, schema, kind, caption, hint };
  const eventKind = statements.find(one => one.property === 'eventKind' && one.isShown)?.value;
  switch (sheet.kind) {
    case 'add':
      return (
        <AddStatement caseId={caseId} entity={chip} property={sheet.property} eventKind={eventKind} onClose={onClose} />
      );
    case 'tie':
      return <AddTie caseId={caseId} entity={chip} onClose={onClose} />;
    case 'event':
      return (
        <EventEditor
          caseId={caseId}
          participant={chip}
          onClose={onClose}
          onMade={eventId => {
            onClose();
            go({ entityId: eventId });
          }}
        />
      );
    default: {
      const { statement } = sheet;
      const same = { caseId, schema, statement, label: propertyLabel(schema, statement.property), onClose };
      if (sheet.kind === 'cite') return <CiteStatement {...same} />;
      if (sheet.kind === 'correct') return <CorrectStatement {...same} />;
      if (sheet.kind === 'change') return <ChangeStatement {...same} eventKind={eventKind} />;
      const others = statements.filter(one => one.property === statement.property && one.withdrawnAt === null);
      return <ChooseShown {...same} entityId={id} others={others} />;
    }
  }
}

interface TabOfEntity {
  id: EntityTab;
  label: string;
  count?: number;
}

function tabsOf({ kind, schema, statements, links, judgements }: EntityView): TabOfEntity[] {
  const standing = statements.filter(one => one.withdrawnAt === null).length;
  const ties = groupTies(links).reduce((sum, group) => sum + group.links.length, 0);
  return [
    { id: 'statements', label: 'Stated', count: standing },
    ...(kind === 'relationship' ? [] : [{ id: 'ties' as const, label: 'Ties', count: ties }]),
    ...(kind === 'thing' ? [{ id: 'events' as const, label: 'Events', count: eventsOf(links).length }] : []),
    ...(hasIdentityHistory(schema) ? [{ id: 'history' as const, label: 'History' }] : []),
    { id: 'same', label: 'Same as', ...(judgements.length > 0 ? { count: judgements.length } : {}) },
    { id: 'elsewhere', label: 'Elsewhere' },
  ];
}

function labelOf(tabs: readonly TabOfEntity[], tab: EntityTab): string {
  return tabs.find(one => one.id === tab)?.label ?? '';
}
