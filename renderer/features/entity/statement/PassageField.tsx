import { useDeferredValue, useState } from 'react';
import { X } from 'lucide-react';
import type { PassageRow } from '../../../../shared/contract/passage.ts';
import { canCite } from '../../../../shared/domain/citation.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import { passageWords } from '../../../../shared/domain/passage.ts';
import { printedPage } from '../../../../shared/domain/rendition.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { Combobox, IconButton, Mono } from '../../../ui/index.ts';

export interface PassageFieldProps {
  caseId: CaseId;
  label: string;
  value: PassageRow | null;
  onChange(passage: PassageRow | null): void;
  autoFocus?: boolean;
}

/** More than this is looked for by more words. */
const MOST = 40;

/** A passage of the case, found by its words, its note or its tags. New ones are marked in the reader. */
export function PassageField({ caseId, label, value, onChange, autoFocus }: PassageFieldProps) {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const { data, loading } = useQuery('passage.listForCase', { caseId, words: asked }, { keepPrevious: true });
  if (value)
    return (
      <div className="field">
        <span className="field-label">{label}</span>
        <span className="passage-picked">
          <PassageWords passage={value} />
          <IconButton icon={X} size={14} label="Not this passage" onPress={() => onChange(null)} />
        </span>
      </div>
    );
  const options = (data ?? []).filter(canCite).slice(0, MOST);
  return (
    <Combobox
      label={label}
      hint="Marked passages of this case. To cite other words: open the exhibit, select them and press E."
      placeholder="Words of the passage"
      query={words}
      onQuery={setWords}
      options={options}
      getKey={passage => passage.id}
      renderOption={passage => <PassageWords passage={passage} />}
      onSelect={passage => {
        setWords('');
        onChange(passage);
      }}
      loading={loading}
      emptyText={asked === '' ? 'No passage is marked in this case yet.' : 'No marked passage has these words.'}
      autoFocus={autoFocus}
    />
  );
}

function PassageWords({ passage }: { passage: PassageRow }) {
  return (
    <span className="passage-option">
      <span className="passage-option-words one-line" dir="auto">
        {passageWords(passage)}
      </span>
      <span className="passage-option-facts one-line" dir="auto">
        <Mono>{exhibitNumber(passage.exhibitNumber)}</Mono>{' '}
        {printedPage({ index: passage.pageIndex, label: passage.pageLabel })} · {passage.exhibitTitle}
      </span>
    </span>
  );
}
