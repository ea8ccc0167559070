import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ListFilter, type SortField, sortBy } from '../exhibitFilter.ts';
import './ColumnHeads.css';

/** The heads of the table: a press sorts, another turns the order round. */
export function ColumnHeads({ filter, onFilter }: { filter: ListFilter; onFilter(filter: ListFilter): void }) {
  const head = (field: SortField, label: string, className?: string) => (
    <SortHead field={field} label={label} className={className} filter={filter} onFilter={onFilter} />
  );
  return (
    <div className="list-columns" role="toolbar" aria-label="Sort by">
      <div className="exhibit-columns">
        <span />
        {head('number', 'Number')}
        {head('title', 'Title')}
        <span className="exhibit-line-source">Source</span>
        <span>Grade</span>
        <span className="exhibit-line-language">Lang.</span>
        {head('published', 'Published', 'exhibit-line-published')}
        <span className="exhibit-line-pages">Pages</span>
        {head('size', 'Size', 'exhibit-line-size')}
      </div>
    </div>
  );
}

interface SortHeadProps {
  field: SortField;
  label: string;
  className: string | undefined;
  filter: ListFilter;
  onFilter(filter: ListFilter): void;
}

function SortHead({ field, label, className, filter, onFilter }: SortHeadProps) {
  const sorted = filter.sort === field;
  const Arrow = filter.descending ? ArrowDown : ArrowUp;
  return (
    <span className={className}>
      <button
        type="button"
        className="exhibit-column"
        aria-pressed={sorted}
        aria-label={
          sorted
            ? `${label}, sorted ${filter.descending ? 'descending' : 'ascending'}`
            : `Sort by ${label.toLowerCase()}`
        }
        onClick={() => onFilter(sortBy(filter, field))}
      >
        {label}
        {sorted && <Arrow size={12} aria-hidden />}
      </button>
    </span>
  );
}
