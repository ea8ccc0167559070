/** Saved views: open, save, save under another name, withdraw. All of it can be taken back. */
import { Bookmark, FilePlus2, Save, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, type MenuEntry, MenuButton, Popover, TextField } from '../../../ui/index.ts';
import { useCommands } from '../../../workbench/index.ts';
import type { ChartViews } from '../state/useChartViews.ts';

export function ViewsMenu({ views }: { views: ChartViews }) {
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const anchor = useRef<HTMLDivElement>(null);
  const { open, changed, all } = views;
  const saveAs = () => {
    setName(open ? `${open.name} (2)` : '');
    setNaming(true);
  };
  const submit = async () => {
    if (name.trim() === '') return;
    if (await views.saveAs(name.trim())) setNaming(false);
  };
  useCommands([
    {
      id: 'chart.save',
      title: open ? `Save the view “${open.name}”` : 'Save the chart as a view',
      section: 'Chart',
      run: () => (open ? void views.save() : saveAs()),
    },
    {
      id: 'chart.saveAs',
      title: 'Save the chart under another name',
      section: 'Chart',
      when: open !== null,
      run: saveAs,
    },
    ...all.map(view => ({
      id: `chart.open.${view.id}`,
      title: `Open the view “${view.name}”`,
      section: 'Chart',
      run: () => views.show(view),
    })),
  ]);
  const items: MenuEntry[] = [
    ...all.map(view => ({
      label: view.name,
      hint: `${view.savedBy}, ${view.savedAt.slice(0, 10)}`,
      checked: view.id === open?.id,
      onSelect: () => views.show(view),
    })),
    ...(all.length > 0 ? (['separator'] as const) : []),
    ...(open ? [{ label: `Save “${open.name}”`, icon: Save, onSelect: () => void views.save() }] : []),
    { label: open ? 'Save as another view …' : 'Save as a view …', icon: Bookmark, onSelect: saveAs },
    ...(open ? [{ label: `Withdraw “${open.name}”`, icon: Undo2, onSelect: () => void views.withdraw() }] : []),
    { label: 'Begin anew', icon: FilePlus2, hint: 'All of the case, laid out afresh', onSelect: views.blank },
  ];
  return (
    <div ref={anchor}>
      <MenuButton label="View" icon={Bookmark} items={items}>
        {open ? (
          <>
            {open.name}
            {changed && <span title="Changed since it was saved"> · changed</span>}
          </>
        ) : (
          'Not saved'
        )}
      </MenuButton>
      <Popover open={naming} onClose={() => setNaming(false)} anchor={anchor} label="Save the chart as a view">
        <form
          className="chart-naming"
          onSubmit={event => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextField label="Name of the view" value={name} onChange={setName} maxLength={200} autoFocus required />
          <Button kind="primary" type="submit" disabled={name.trim() === ''}>
            Save
          </Button>
        </form>
      </Popover>
    </div>
  );
}
