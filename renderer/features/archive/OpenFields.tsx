/** Values that two teams wrote and nobody decided between yet: both stay on record until somebody does. */
import type { OpenField } from '../../../shared/contract/archive.ts';
import { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { Button, countOf, Failed, InstantText } from '../../ui/index.ts';

export function OpenFields({ caseId }: { caseId: CaseId }) {
  const { data, error, refetch } = useQuery('archive.openFields', { caseId });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data || data.length === 0) return null;
  return (
    <section aria-label="To be settled">
      <h2 className="seal-title">To be settled</h2>
      <p className="seal-soft">
        {countOf(data.length, 'value')} that two teams wrote without having seen the other’s. Both are on record; the
        first is the one in view. Your choice goes along with the next archive.
      </p>
      <ul className="change-list">
        {data.map(field => (
          <OneField key={`${field.concept} ${field.recordId} ${field.field}`} field={field} />
        ))}
      </ul>
    </section>
  );
}

function OneField({ field }: { field: OpenField }) {
  const settle = useCommand('archive.settle');
  const { concept, recordId, conceptWords, label, words, values } = field;
  return (
    <li className="change">
      <div className="change-what">
        <p className="change-label" dir="auto">
          {label || conceptWords}
        </p>
        {words !== '' && <p className="change-field">{words}</p>}
        <ol className="open-values">
          {values.map((value, choice) => (
            <li key={`${value.team} ${value.at} ${value.text}`}>
              <div>
                <p dir="auto">{value.text || '(empty)'}</p>
                <p className="change-author">
                  <span dir="auto">{[value.by, value.team].filter(Boolean).join(', ')}</span> <When at={value.at} />
                </p>
              </div>
              <Button
                label={`${wordsOf(choice)}: ${value.text || '(empty)'}, ${words || conceptWords} of ${label}`}
                busy={settle.running}
                onPress={() => {
                  settle.run({ concept, recordId, field: field.field, choice }).catch(() => undefined);
                }}
              >
                {wordsOf(choice)}
              </Button>
            </li>
          ))}
        </ol>
        {settle.error && <Failed error={settle.error} />}
      </div>
    </li>
  );
}

function When({ at }: { at: string }) {
  const when = Instant.safeParse(at).data;
  return when ? <InstantText at={when} withTime /> : null;
}

/** The first is the one that this vault shows. */
function wordsOf(choice: number): string {
  return choice === 0 ? 'Keep this one' : 'Take this one';
}
