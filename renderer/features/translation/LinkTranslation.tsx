/** Says that another exhibit of the case is the translation of this one: an office's DOCX, say, admitted like all else. */
import { useState } from 'react';
import type { ExhibitRow } from '../../../shared/contract/exhibit.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Combobox } from '../../ui/index.ts';
import { DetailsFields } from './DetailsFields.tsx';
import type { Translated } from './TranslationsOfExhibit.tsx';
import { newDetails } from './translationWords.ts';
import { useTranslationSteps } from './useTranslationSteps.ts';

const OFFERED = 12;

export function LinkTranslation({ exhibit, onDone }: { exhibit: Translated; onDone(): void }) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ExhibitRow | null>(null);
  const [details, setDetails] = useState(newDetails);
  const steps = useTranslationSteps();
  const { data, loading } = useQuery(
    'exhibit.list',
    { caseId: exhibit.caseId, words: query, limit: OFFERED },
    { keepPrevious: true },
  );
  const link = async () => {
    if (chosen && (await steps.link({ exhibitId: exhibit.id, linkedExhibitId: chosen.id, details }))) onDone();
  };
  return (
    <div className="translation-of-passage">
      <Combobox
        label="The exhibit that is the translation"
        options={(data?.rows ?? []).filter(row => row.id !== exhibit.id)}
        getKey={row => row.id}
        renderOption={row => `${exhibitNumber(row.number)} ${row.title}`}
        query={query}
        onQuery={typed => {
          setQuery(typed);
          setChosen(null);
        }}
        onSelect={row => {
          setChosen(row);
          setQuery(`${exhibitNumber(row.number)} ${row.title}`);
        }}
        loading={loading}
        placeholder="number or title"
        emptyText="No other exhibit of this case fits. Admit the translation first."
      />
      <DetailsFields details={details} onChange={change => setDetails(now => ({ ...now, ...change }))} />
      <div className="inspector-actions">
        <Button kind="primary" disabled={!chosen} onPress={() => void link()}>
          Link it
        </Button>
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </div>
  );
}
