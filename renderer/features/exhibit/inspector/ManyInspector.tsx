/** Several exhibits at once: what they have in common, and one change for all of them. */
import { useEffect, useState } from 'react';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import type { Exhibit, ExhibitChange } from '../../../../shared/domain/exhibit.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import { call, reportOf, useCoreEvent } from '../../../api/index.ts';
import { Failed, formatCount, Loading, Section } from '../../../ui/index.ts';
import { RecognitionOfMany } from '../../recognition/index.ts';
import { isProblem } from '../exhibitWords.ts';
import { useExhibitEdit } from '../useExhibitEdit.ts';
import { valuesOf } from './ExhibitInspector.tsx';
import { ProvenanceFields } from './ProvenanceFields.tsx';
import { AcceptLanguages } from './AcceptLanguages.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { ReadingProblem } from './ReadingProblem.tsx';
import './inspector.css';

/** So many are compared to show what they share; beyond that the fields are shown as differing. */
const COMPARED = 200;

export function ManyInspector({ exhibitIds }: { exhibitIds: readonly ExhibitId[] }) {
  const edit = useExhibitEdit();
  const { exhibits, error } = useSome(exhibitIds);
  const count = exhibitIds.length;
  const save = (change: ExhibitChange) => void edit.save(exhibitIds, change, `${formatCount(count)} exhibits`);
  const unread = (exhibits ?? []).filter(exhibit => isProblem(exhibit.reading));
  return (
    <div className="inspector">
      <header className="inspector-head">
        <h2 className="inspector-title">{formatCount(count)} exhibits</h2>
        <p className="inspector-soft">What you change here is changed on all of them. Undo takes it back.</p>
      </header>
      {unread.length > 0 && (
        <Section title="Could not be read" count={unread.length}>
          <ReadingProblem exhibits={unread} />
        </Section>
      )}
      <Section title="Provenance">
        {error && <Failed error={error} />}
        {!exhibits && !error && <Loading label="Comparing" rows={6} />}
        {exhibits && <ProvenanceFields key={exhibitIds.join()} values={valuesOf(exhibits)} onChange={save} />}
        {exhibits?.some(exhibit => exhibit.languages.length === 0) && <AcceptLanguages exhibitIds={exhibitIds} />}
        {exhibits && count > COMPARED && (
          <p className="inspector-soft">The first {COMPARED} were compared to show what they share.</p>
        )}
        {edit.saving && (
          <p className="inspector-soft" role="status">
            Saving …
          </p>
        )}
        {edit.error && <Failed error={edit.error} />}
      </Section>
      {exhibits?.[0] && <RecognitionOfMany caseId={exhibits[0].caseId} exhibitIds={exhibitIds} />}
      {exhibits && exhibits.length === count && (
        <Section title="Read them again" folded>
          <ReadAgain exhibits={exhibits} />
        </Section>
      )}
    </div>
  );
}

function useSome(exhibitIds: readonly ExhibitId[]): { exhibits: Exhibit[] | null; error: ErrorReport | null } {
  const [state, setState] = useState<{ of: string; exhibits: Exhibit[] | null; error: ErrorReport | null }>({
    of: '',
    exhibits: null,
    error: null,
  });
  const [turn, setTurn] = useState(0);
  const of = exhibitIds.slice(0, COMPARED).join(' ');
  useCoreEvent(event => {
    if (event.event === 'changed' && event.concepts.includes('exhibit')) setTurn(now => now + 1);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again after a change
  useEffect(() => {
    let current = true;
    const ids = of.split(' ').filter(Boolean) as ExhibitId[];
    Promise.all(ids.map(exhibitId => call('exhibit.get', { exhibitId }))).then(
      exhibits => current && setState({ of, exhibits, error: null }),
      (failure: unknown) => current && setState({ of, exhibits: null, error: reportOf(failure) }),
    );
    return () => {
      current = false;
    };
  }, [of, turn]);
  return state.of === of ? state : { exhibits: null, error: null };
}
