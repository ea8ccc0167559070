/** A field that finds an exhibit of the case by number, title or file name. */
import { useDeferredValue, useState } from 'react';
import type { ExhibitRow } from '../../../shared/contract/exhibit.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Combobox, Mono } from '../../ui/index.ts';

/** More than one reads; typing on narrows them. */
const OFFERED = 20;

export interface ExhibitComboboxProps {
  caseId: CaseId;
  label: string;
  hint?: string;
  onChoose(exhibit: ExhibitRow): void;
}

export function ExhibitCombobox({ caseId, label, hint, onChoose }: ExhibitComboboxProps) {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const found = useQuery(
    'exhibit.list',
    { caseId, words: asked, limit: OFFERED },
    { skip: asked === '', keepPrevious: true },
  );
  return (
    <Combobox
      label={label}
      hint={hint}
      query={words}
      onQuery={setWords}
      placeholder="Number, title or file name"
      options={asked === '' ? [] : (found.data?.rows ?? [])}
      loading={found.loading}
      emptyText={asked === '' ? 'Type a number or words of a title.' : 'No such exhibit fits.'}
      getKey={({ id }) => id}
      renderOption={exhibit => (
        <span className="reference-option">
          <Mono>{exhibitNumber(exhibit.number)}</Mono>
          <span className="one-line" dir="auto">
            {exhibit.title || exhibit.fileName}
          </span>
        </span>
      )}
      onSelect={exhibit => {
        setWords('');
        onChoose(exhibit);
      }}
    />
  );
}
