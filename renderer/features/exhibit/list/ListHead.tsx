/** Above the list: what is shown, in what order, in what look, and the way to add evidence. */
import { FilePlus2, FolderPlus, LayoutGrid, Plus, Rows3 } from 'lucide-react';
import { type Ref, useEffect, useState } from 'react';
import { MenuButton, type MenuEntry, Segmented, Select, TextField } from '../../../ui/index.ts';
import { type ListFilter, showWords, type SortField, sortWords } from '../exhibitFilter.ts';
import './ListHead.css';

export interface ListHeadProps {
  filter: ListFilter;
  onFilter(filter: ListFilter): void;
  view: 'table' | 'gallery';
  /** Absent where there is no room for a choice of looks. */
  onView?: (view: 'table' | 'gallery') => void;
  onAdd(kind: 'files' | 'folder'): void;
  /** Further ways in and out, at the end of the menu. */
  more?: readonly MenuEntry[];
  filterRef?: Ref<HTMLInputElement>;
}

/** Long enough that a fast typist asks once for a word. */
const TYPING_PAUSE_MS = 120;

export function ListHead({ filter, onFilter, view, onView, onAdd, more = [], filterRef }: ListHeadProps) {
  const [words, setWords] = useState(filter.words);
  useEffect(() => setWords(filter.words), [filter.words]);
  useEffect(() => {
    if (words === filter.words) return;
    const timer = setTimeout(() => onFilter({ ...filter, words }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, filter, onFilter]);
  return (
    <div className="list-head">
      <div className="list-head-words">
        <TextField
          ref={filterRef}
          label="Filter exhibits"
          hideLabel
          type="search"
          placeholder="Filter by number, title or file name"
          value={words}
          onChange={setWords}
          maxLength={300}
        />
      </div>
      <Select
        label="Show"
        hideLabel
        value={filter.show}
        options={shows}
        onChange={show => onFilter({ ...filter, show })}
      />
      {onView ? (
        <Segmented label="Look" options={views} value={view} onChange={onView} />
      ) : (
        <Select
          label="Sort by"
          hideLabel
          value={filter.sort}
          options={sorts}
          onChange={sort => onFilter({ ...filter, sort, descending: false })}
        />
      )}
      <MenuButton
        label="Add evidence"
        icon={Plus}
        iconOnly={!onView}
        items={[
          { label: 'Add files …', icon: FilePlus2, onSelect: () => onAdd('files') },
          { label: 'Add folder …', icon: FolderPlus, onSelect: () => onAdd('folder') },
          ...(more.length > 0 ? ['separator' as const, ...more] : []),
        ]}
      />
    </div>
  );
}

const shows = (Object.keys(showWords) as ListFilter['show'][]).map(value => ({ value, label: showWords[value] }));
const sorts = (Object.keys(sortWords) as SortField[]).map(value => ({ value, label: sortWords[value] }));
const views = [
  { value: 'table' as const, label: 'Table', icon: Rows3, iconOnly: true },
  { value: 'gallery' as const, label: 'Gallery', icon: LayoutGrid, iconOnly: true },
];
