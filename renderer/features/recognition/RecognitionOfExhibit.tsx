/** One exhibit's scanned pages: what has no words, in which languages it may be, and how sure the recognised ones are. */
import { ScanText } from 'lucide-react';
import { useState } from 'react';
import type { RecognitionState } from '../../../shared/contract/recognition.ts';
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import { type ModelName, pageRanges } from '../../../shared/domain/recognition.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Checkbox, Failed, Notice, Section } from '../../ui/index.ts';
import { ModelChoice } from './ModelChoice.tsx';
import { RecognitionProgress } from './RecognitionProgress.tsx';
import { doneWords, doubtWords, needWords } from './recognitionWords.ts';
import { isGoingOn, useRecognition } from './useRecognition.ts';
import './recognition.css';

interface RecognitionOfExhibitProps {
  exhibit: Pick<Exhibit, 'id' | 'caseId'>;
  /** Of a protected document, where it was typed before. */
  password?: string;
}

export function RecognitionOfExhibit({ exhibit, password }: RecognitionOfExhibitProps) {
  const { data: state, error, refetch } = useQuery('recognition.forExhibit', { exhibitId: exhibit.id });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!state?.isPossible) return null;
  const isNeeded = state.withoutText.length + state.garbled.length > 0;
  // Folded where there is nothing to tell: most documents have their text.
  const tells = isNeeded || state.recognised.pages > 0;
  return (
    <Section key={`${exhibit.id} ${tells}`} title="Words of scanned pages" folded={tells ? undefined : true}>
      <Standing state={state} />
      <Recognise exhibit={exhibit} state={state} password={password} />
    </Section>
  );
}

function Standing({ state }: { state: RecognitionState }) {
  const done = doneWords(state);
  const doubt = doubtWords(state);
  const needs = needWords(state);
  return (
    <>
      {needs.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      {done && <p>{done}</p>}
      {doubt && <Notice kind="warning">{doubt}</Notice>}
      {needs.length === 0 && !done && <p className="inspector-soft">Every page has a text layer of its own.</p>}
    </>
  );
}

function Recognise({
  exhibit,
  state,
  password,
}: {
  exhibit: Pick<Exhibit, 'id' | 'caseId'>;
  state: RecognitionState;
  password?: string;
}) {
  const recognition = useRecognition();
  const [chosen, setChosen] = useState<ModelName[] | null>(null);
  const [wantsAll, setWantsAll] = useState(false);
  const models = chosen ?? state.suggested;
  const needed = state.withoutText.length + state.garbled.length;
  const { job } = recognition;
  const goesOn = job !== null && isGoingOn(job);
  const all = wantsAll || needed === 0;
  const run = () =>
    recognition.run({
      caseId: exhibit.caseId,
      exhibitIds: [exhibit.id],
      models,
      pages: all ? 'all' : 'needed',
      password,
    });
  return (
    <div className="inspector-fields">
      <ModelChoice label="Languages of the print" chosen={models} suggested={state.suggested} onChange={setChosen} />
      {needed > 0 && needed < state.pageCount && (
        <Checkbox
          label="Pages that have a text layer, too"
          hint="Their text layer is put aside. Passages are found again, or listed as lost."
          checked={wantsAll}
          onChange={setWantsAll}
        />
      )}
      {goesOn ? (
        <RecognitionProgress job={job} />
      ) : (
        <div className="inspector-actions">
          <Button
            kind={needed > 0 ? 'primary' : undefined}
            icon={ScanText}
            disabled={models.length === 0}
            busy={recognition.starting}
            problem={recognition.error}
            onPress={() => void run()}
          >
            {buttonWords(state, all)}
          </Button>
        </div>
      )}
      {job && !goesOn && <Outcome jobId={job.id} exhibitId={exhibit.id} />}
      {state.waiting > 0 && !goesOn && (
        <p className="inspector-soft">{state.waiting} of its pages are recognised already and wait for the rest.</p>
      )}
    </div>
  );
}

/** What kept pages from being recognised, the last time. */
function Outcome({ jobId, exhibitId }: { jobId: Parameters<typeof useOutcome>[0]; exhibitId: Exhibit['id'] }) {
  const problem = useOutcome(jobId, exhibitId);
  return problem === null ? null : <Notice kind="problem">{problem}</Notice>;
}

function useOutcome(
  jobId: Extract<ReturnType<typeof useRecognition>['job'], object>['id'],
  exhibitId: Exhibit['id'],
): string | null {
  const { data } = useQuery('recognition.outcomes', { jobId });
  return data?.find(row => row.exhibitId === exhibitId)?.problem ?? null;
}

function buttonWords({ withoutText, garbled, pageCount }: RecognitionState, all: boolean): string {
  if (all) return pageCount === 1 ? 'Recognise the page again' : `Recognise all ${pageCount} pages`;
  const pages = [...withoutText, ...garbled];
  return pages.length === 1 ? `Recognise page ${pageRanges(pages)}` : `Recognise ${pages.length} pages`;
}
