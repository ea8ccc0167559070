import { type Ref, useMemo, useState } from 'react';
import type { ChartNode } from '../../../../shared/contract/chart.ts';
import { foldText } from '../../../../shared/domain/text/index.ts';
import { Combobox, formatCount } from '../../../ui/index.ts';
import { EntityWords } from '../../entity/index.ts';

export interface FindBoxProps {
  nodes: readonly ChartNode[];
  onFind(node: ChartNode): void;
  ref?: Ref<HTMLInputElement>;
}

/** More than these are not read; the name is typed on instead. */
const OFFERED = 30;

/** Finds an entity on the chart by any part of its name or of what tells it from namesakes. */
export function FindBox({ nodes, onFind, ref }: FindBoxProps) {
  const [query, setQuery] = useState('');
  // Folding thousands of names takes a moment, and is for those who look for one.
  const looks = query !== '';
  const folded = useMemo(
    () => (looks ? nodes.map(node => ({ node, text: fold(`${node.caption} ${node.hint}`) })) : []),
    [nodes, looks],
  );
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? [] : folded.filter(({ text }) => words.every(word => text.includes(word)));
  // Names that begin so stand before those that hold it.
  const begin = (one: { text: string }) => Number(!one.text.startsWith(words[0] ?? ''));
  const options = found.sort((left, right) => begin(left) - begin(right)).slice(0, OFFERED);
  return (
    <div className="chart-find">
      <Combobox
        ref={ref}
        label={
          found.length > OFFERED
            ? `Find on the chart: ${formatCount(found.length)} found, ${OFFERED} offered`
            : 'Find on the chart'
        }
        hideLabel
        placeholder="Find on the chart"
        options={options}
        getKey={({ node }) => node.id}
        query={query}
        onQuery={setQuery}
        renderOption={({ node }) => (
          <span className="chart-option">
            <EntityWords entity={node} />
          </span>
        )}
        onSelect={({ node }) => {
          setQuery('');
          onFind(node);
        }}
        emptyText={query.trim() === '' ? 'Type a part of a name.' : 'Nobody on the chart has that name.'}
      />
    </div>
  );
}

function fold(text: string): string {
  return foldText(text).folded;
}
