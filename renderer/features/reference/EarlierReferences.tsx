/** Files of references that were read before, the newest first, and what of them waits for a decision. */
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId, ImportId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Failed, InstantText, Mono, Section } from '../../ui/index.ts';
import { countsText, formatWords } from './referenceWords.ts';
import './reference.css';

export function EarlierReferences({ caseId, onOpen }: { caseId: CaseId; onOpen(importId: ImportId): void }) {
  const { data, error, refetch } = useQuery('reference.imports', { caseId });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data || data.length === 0) return null;
  return (
    <Section title="Files of references" count={data.length}>
      <ul className="earlier-references">
        {data.map(one => (
          <li key={one.id}>
            <button type="button" className="earlier-reference" onClick={() => onOpen(one.id)}>
              <Mono>{exhibitNumber(one.exhibitNumber)}</Mono>
              <span className="reference-two">
                <span className="one-line" dir="auto">
                  {one.name}
                </span>
                <span className="reference-soft one-line">
                  {formatWords[one.format].name} · <InstantText at={one.at} /> ·{' '}
                  {one.problems === null ? 'not read to its end' : countsText(one.counts, one.problems.length)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
