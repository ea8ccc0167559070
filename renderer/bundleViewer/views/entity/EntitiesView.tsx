/** Who and what: the names of all entities, and of one of them all that is recorded. */
import { useMemo, useState } from 'react';
import type { BundleEntityRow } from '../../../../shared/domain/bundle/bundleEntity.ts';
import { languageOf } from '../../content/languageOf.ts';
import { loadEntityIndex } from '../../content/loadParts.ts';
import { useLoaded } from '../../content/useLoaded.ts';
import type { PlaceProps } from '../../Place.tsx';
import { LongBody } from '../../shell/LongBody.tsx';
import { Failure } from '../Failure.tsx';
import { FilterBox, isWanted } from '../FilterBox.tsx';
import { counted, schemaWords } from '../words.ts';
import { EntityDetail } from './EntityDetail.tsx';

export function EntitiesView(props: PlaceProps) {
  const { index, route, go } = props;
  const loaded = useLoaded('entities', () => loadEntityIndex(index.bundle));
  if (route.item !== null)
    return (
      <>
        <p className="way-back">
          <button type="button" className="plain-button" onClick={() => go({ item: null })}>
            ‹ All names
          </button>
        </p>
        <EntityDetail id={route.item} {...props} />
      </>
    );
  if (loaded.state === 'failed') return <Failure title="The names cannot be shown" error={loaded.error} />;
  if (loaded.state === 'loading') return <p role="status" aria-label="Opening the names" />;
  if (loaded.value.length === 0)
    return <p className="empty-list">No person, organization, vessel or other entity is part of this bundle.</p>;
  return <Names rows={loaded.value} onOpen={id => go({ item: id })} />;
}

const KINDS = [
  ['thing', 'Who and what'],
  ['relationship', 'Ties'],
  ['event', 'Events'],
  ['record', 'Records'],
] as const;

function Names({ rows, onOpen }: { rows: readonly BundleEntityRow[]; onOpen: (id: string) => void }) {
  const [filter, setFilter] = useState('');
  const [kind, setKind] = useState<BundleEntityRow['kind']>('thing');
  const there = KINDS.filter(([one]) => rows.some(row => row.kind === one));
  const ofKind = useMemo(() => rows.filter(row => row.kind === kind), [rows, kind]);
  const shown = useMemo(
    () => ofKind.filter(row => isWanted(filter, [row.caption, row.hint, schemaWords(row.schema)])),
    [ofKind, filter],
  );
  return (
    <>
      <FilterBox
        label="Filter names"
        placeholder="Filter by name, number or kind"
        {...{ filter, setFilter }}
        told={shown.length === ofKind.length ? counted(shown.length, 'name') : `${shown.length} of ${ofKind.length}`}
      >
        <select aria-label="Kind" value={kind} onChange={event => setKind(kindOf(event.target.value))}>
          {there.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      </FilterBox>
      {shown.length === 0 && <p className="empty-list">No name has “{filter}” in it.</p>}
      {shown.length > 0 && (
        <table className="names" aria-rowcount={shown.length + 1}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col" className="amount">
                Values
              </th>
              <th scope="col" className="amount">
                Ties
              </th>
              <th scope="col" className="amount">
                Citations
              </th>
            </tr>
          </thead>
          <LongBody
            items={shown}
            keyOf={row => row.id}
            estimatePx={34}
            columns={5}
            row={(row, place) => (
              <tr {...place}>
                <td>
                  <button type="button" className="row-link" onClick={() => onOpen(row.id)}>
                    <span lang={languageOf(row.caption)}>{row.caption}</span>
                  </button>
                  {row.hint && <span className="cell-date">{row.hint}</span>}
                </td>
                <td>{schemaWords(row.schema)}</td>
                <td className="amount">{row.statementCount}</td>
                <td className="amount">{row.tieCount}</td>
                <td className="amount">{row.citationCount}</td>
              </tr>
            )}
          />
        </table>
      )}
    </>
  );
}

function kindOf(value: string): BundleEntityRow['kind'] {
  return KINDS.find(([kind]) => kind === value)?.[0] ?? 'thing';
}
