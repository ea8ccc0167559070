/** The Exhibits place: the list over the whole width while one looks for something, beside the page while one reads. */
import { FilePlus2, FileSearch, FolderPlus } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, countOf, Empty, formatCount, Panes, Tabs } from '../../ui/index.ts';
import { useCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { CopiesOfCase } from '../copy/index.ts';
import { CasePassages } from '../passage/index.ts';
import { useReferenceTools } from '../reference/index.ts';
import { AdmissionPanel } from './admission/AdmissionPanel.tsx';
import { DropSign } from './admission/DropSign.tsx';
import { useCaseMemory } from '../memory/index.ts';
import { type Drop, dropMemory } from './drop.ts';
import { narrows, widen } from './exhibitFilter.ts';
import { ExhibitInspector } from './inspector/ExhibitInspector.tsx';
import { ManyInspector } from './inspector/ManyInspector.tsx';
import { ColumnHeads } from './list/ColumnHeads.tsx';
import { ExhibitList } from './list/ExhibitList.tsx';
import { FacetPane } from './list/FacetPane.tsx';
import { Gallery } from './list/Gallery.tsx';
import { ListHead } from './list/ListHead.tsx';
import { listMemory } from './listMemory.ts';
import type { BesideTab } from './reading/Beside.tsx';
import { ExhibitReading } from './reading/ExhibitReading.tsx';
import { type Admit, useAdmit } from './useAdmit.ts';
import { type ExhibitRows, useExhibitRows } from './useExhibitRows.ts';
import './ExhibitsPlace.css';

/** While arrow keys run through the list beside the page, only where they rest is opened. */
const REST_MS = 180;

export function ExhibitsPlace() {
  const { caseId, exhibitId, at } = useRoute();
  const { go } = useNavigate();
  const [list, change] = useCaseMemory(listMemory, caseId);
  const [drop, changeDrop] = useCaseMemory(dropMemory, caseId);
  const rows = useExhibitRows(caseId, list.filter);
  const admit = useAdmit(caseId);
  const filterField = useRef<HTMLInputElement>(null);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const reading = exhibitId !== undefined;
  const references = useReferenceTools(caseId, list.selected);

  useCommands([
    {
      id: 'exhibit.add-files',
      title: 'Add files …',
      section: 'Evidence',
      shortcut: 'Mod+O',
      run: () => void admit.choose('files'),
    },
    { id: 'exhibit.add-folder', title: 'Add folder …', section: 'Evidence', run: () => void admit.choose('folder') },
    {
      id: 'exhibit.filter',
      title: 'Filter the list',
      section: 'Exhibits',
      shortcut: '/',
      run: () => filterField.current?.focus(),
    },
    {
      id: 'exhibit.problems',
      title: 'Show exhibits with problems',
      section: 'Exhibits',
      run: () => change(now => ({ ...now, filter: { ...widen(now.filter), show: 'problem' } })),
    },
    {
      id: 'exhibit.unread',
      title: 'Show unread exhibits',
      section: 'Exhibits',
      run: () => change(now => ({ ...now, filter: { ...widen(now.filter), show: 'unread' } })),
    },
    {
      id: 'exhibit.list',
      title: 'Back to the whole list',
      section: 'Exhibits',
      shortcut: 'Escape',
      when: reading,
      run: () => go({ exhibitId: undefined }),
    },
  ]);

  const select = (ids: ReadonlySet<ExhibitId>, index: number) => {
    change(now => ({ ...now, selected: ids, active: index }));
    changeDrop(drop => drop && { ...drop, open: false });
    if (!reading) return;
    clearTimeout(rest.current);
    const [only] = ids;
    if (ids.size === 1 && only && only !== exhibitId) rest.current = setTimeout(() => go({ exhibitId: only }), REST_MS);
  };
  const open = (id: ExhibitId, index: number) => {
    clearTimeout(rest.current);
    change(now => ({ ...now, selected: new Set([id]), active: index }));
    go({ exhibitId: id });
  };
  // What a filter hides must not stay selected: a change would reach it unseen.
  const setFilter = useMemo(
    () => (filter: typeof list.filter) => change(now => ({ ...now, filter, active: 0, selected: new Set() })),
    [change],
  );
  const head = (
    <>
      <h1 className="visually-hidden">Exhibits</h1>
      <div className="exhibits-tabs">
        <Tabs
          label="What is listed"
          tabs={[
            { id: 'exhibits', label: 'Exhibits', count: narrows(list.filter) ? undefined : (rows.total ?? undefined) },
            { id: 'passages', label: 'Passages' },
            { id: 'copies', label: 'Copies' },
          ]}
          value={list.tab}
          onChange={tab => change(now => ({ ...now, tab }))}
        />
      </div>
      {list.tab === 'exhibits' && (
        <ListHead
          filter={list.filter}
          onFilter={setFilter}
          view={list.view}
          onView={reading ? undefined : view => change(now => ({ ...now, view }))}
          onAdd={kind => void admit.choose(kind)}
          more={references.items}
          filterRef={filterField}
        />
      )}
      {references.sheet}
    </>
  );
  const empty = (
    <NothingListed filtered={narrows(list.filter)} admit={admit} onWiden={() => setFilter(widen(list.filter))} />
  );
  const copies = (
    <CopiesOfCase
      view={list.copies}
      onView={view => change(now => ({ ...now, copies: view }))}
      onExhibit={id => change(now => ({ ...now, selected: new Set([id]) }))}
    />
  );
  const shared = { rows, selected: list.selected, onSelect: select, onActivate: open, empty };
  const foot = list.tab === 'exhibits' && (
    <ListFoot rows={rows} selected={list.selected.size} filtered={narrows(list.filter)}>
      {drop && !drop.open && <DropSign drop={drop} onShow={() => changeDrop(now => now && { ...now, open: true })} />}
    </ListFoot>
  );

  if (reading) {
    const other = list.tab === 'copies' ? copies : <CasePassages />;
    const content = list.tab !== 'exhibits' ? other : <ExhibitList {...shared} look="short" startAt={list.active} />;
    return (
      <Panes
        // The two layouts are two sets of panes, each with its own widths.
        key="reading"
        id="exhibits.reading"
        leftLabel="List of exhibits"
        mainLabel="Reading"
        leftWidth={300}
        left={
          <div className="exhibits-list">
            {head}
            {content}
            {foot}
          </div>
        }
        main={<ExhibitReading exhibitId={exhibitId} at={at} beside={besideOf(caseId, drop, list.selected)} />}
      />
    );
  }
  return (
    <Panes
      key="list"
      id="exhibits"
      leftLabel="Facets"
      mainLabel="Exhibits"
      leftWidth={208}
      left={
        list.tab === 'exhibits' ? <FacetPane caseId={caseId} filter={list.filter} onFilter={setFilter} /> : undefined
      }
      main={
        <div className="exhibits-list">
          {head}
          {list.tab === 'passages' && <CasePassages />}
          {list.tab === 'copies' && copies}
          {list.tab === 'exhibits' && list.view === 'gallery' && <Gallery {...shared} />}
          {list.tab === 'exhibits' && list.view === 'table' && (
            <>
              <ColumnHeads filter={list.filter} onFilter={setFilter} />
              <ExhibitList {...shared} look="table" startAt={list.active} />
            </>
          )}
          {foot}
        </div>
      }
      right={<Inspector selected={list.selected} />}
    />
  );
}

/** What wants the pane beside the page although another exhibit is read there. */
function besideOf(caseId: CaseId, drop: Drop | null, selected: ReadonlySet<ExhibitId>): BesideTab | null {
  if (drop?.open) return { label: 'Evidence', content: <AdmissionPanel caseId={caseId} drop={drop} /> };
  if (selected.size > 1)
    return { label: `${formatCount(selected.size)} selected`, content: <ManyInspector exhibitIds={[...selected]} /> };
  return null;
}

function Inspector({ selected }: { selected: ReadonlySet<ExhibitId> }) {
  const { caseId } = useRoute();
  const [drop] = useCaseMemory(dropMemory, caseId);
  const ids = useMemo(() => [...selected], [selected]);
  const [only] = ids;
  if (drop?.open) return <AdmissionPanel caseId={caseId} drop={drop} />;
  if (ids.length > 1) return <ManyInspector exhibitIds={ids} />;
  if (only) return <ExhibitInspector exhibitId={only} />;
  return (
    <Empty
      icon={FileSearch}
      title="Nothing selected"
      text="Select an exhibit to see what it is and where it came from. Several at once can be described together."
    />
  );
}

interface ListFootProps {
  rows: ExhibitRows;
  selected: number;
  filtered: boolean;
  children: ReactNode;
}

function ListFoot({ rows, selected, filtered, children }: ListFootProps) {
  if (rows.total === null) return null;
  return (
    <footer className="exhibits-foot">
      <span role="status">
        {countOf(rows.total, 'exhibit')}
        {filtered && ` ${rows.total === 1 ? 'fits' : 'fit'}`}
        {selected > 1 && ` · ${formatCount(selected)} selected`}
      </span>
      {children}
    </footer>
  );
}

function NothingListed({ filtered, admit, onWiden }: { filtered: boolean; admit: Admit; onWiden(): void }) {
  if (filtered) {
    return (
      <Empty
        icon={FileSearch}
        title="No exhibit fits"
        text="Nothing in this case fits the filter."
        action={<Button onPress={onWiden}>Show all</Button>}
      />
    );
  }
  return (
    <Empty
      icon={FolderPlus}
      title="No evidence yet"
      text="Drop a folder or files anywhere on this window. Each file is hashed and kept in the vault as it is, then read."
      action={
        <>
          <Button kind="primary" icon={FolderPlus} onPress={() => void admit.choose('folder')}>
            Add folder …
          </Button>
          <Button icon={FilePlus2} onPress={() => void admit.choose('files')}>
            Add files …
          </Button>
        </>
      }
    />
  );
}
