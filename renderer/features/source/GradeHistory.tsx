import { useState } from 'react';
import { type Reliability, reliabilityWords, type Source, type SourceGrade } from '../../../shared/domain/source.ts';
import { useCommand } from '../../api/index.ts';
import { Button, GradeMark, InstantText, Segmented, TextArea } from '../../ui/index.ts';
import { useToast } from '../../workbench/index.ts';
import { reliabilityOptions } from './sourceWords.ts';

/** The grade in force in words, how to give another with its reason, and every grade before. */
export function GradeHistory({ source }: { source: Source & { grades: SourceGrade[] } }) {
  const [next, setNext] = useState<Reliability | null>(null);
  const [reason, setReason] = useState('');
  const grade = useCommand('source.grade');
  const toast = useToast();
  const changed = next !== null && next !== source.reliability;
  const leave = () => {
    setNext(null);
    setReason('');
    grade.reset();
  };
  const submit = () => {
    if (!changed || reason.trim() === '') return;
    grade.run({ sourceId: source.id, reliability: next, reason: reason.trim() }).then(
      () => {
        toast({ text: `Graded ${next}: ${reliabilityWords[next]}. What rests on it was computed anew.` });
        leave();
      },
      () => undefined,
    );
  };
  const history = [...source.grades].sort((left, right) => right.gradedAt.localeCompare(left.gradedAt));
  return (
    <section className="grades">
      <div className="grades-now">
        <Segmented
          label="Reliability"
          hideLabel={false}
          options={reliabilityOptions}
          value={next ?? source.reliability}
          onChange={setNext}
        />
        <p className="grades-words">{reliabilityWords[next ?? source.reliability]}</p>
      </div>
      {changed && (
        <form
          className="grades-form"
          onSubmit={event => {
            event.preventDefault();
            submit();
          }}
        >
          <TextArea
            label={`Why ${next} rather than ${source.reliability}?`}
            value={reason}
            onChange={setReason}
            maxLength={2000}
            problem={grade.error}
            autoFocus
            hint="Readers will ask. It stays on record with the grade."
          />
          <div className="grades-actions">
            <Button kind="primary" type="submit" busy={grade.running} disabled={reason.trim() === ''}>
              Grade {next}
            </Button>
            <Button kind="quiet" onPress={leave}>
              Keep {source.reliability}
            </Button>
          </div>
        </form>
      )}
      {history.length > 0 && (
        <ol className="grades-history" aria-label="Grades on record, newest first">
          {history.map(one => (
            <li key={one.gradedAt} className="grades-row">
              <GradeMark reliability={one.reliability} />
              <span className="grades-reason">{one.reason || 'No reason was given.'}</span>
              <span className="grades-by">
                {one.gradedBy}, <InstantText at={one.gradedAt} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
