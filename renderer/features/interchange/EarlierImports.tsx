/** What was imported into the case before, the newest first, each with its report. */
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { countOf, Failed, InstantText, Mono, Section } from '../../ui/index.ts';
import { formatName } from './formatWords.ts';
import { ReportWords } from './ImportOutcome.tsx';

export function EarlierImports({ caseId }: { caseId: CaseId }) {
  const { data, error, refetch } = useQuery('interchange.imports', { caseId });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data || data.length === 0) return null;
  return (
    <Section title="Imported before" count={data.length}>
      <ul className="earlier">
        {data.map(one => (
          <Earlier key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function Earlier({ one }: { one: OutputOf<'interchange.imports'>[number] }) {
  const [open, setOpen] = useState(false);
  const { report } = one;
  return (
    <li className="earlier-one">
      <button
        type="button"
        className="earlier-head"
        aria-expanded={open}
        disabled={!report}
        onClick={() => setOpen(now => !now)}
      >
        <Mono>{exhibitNumber(one.exhibitNumber)}</Mono>
        <span className="one-line earlier-name" dir="auto">
          {one.name}
        </span>
        <span className="interchange-soft">
          {formatName(one.format)} · <InstantText at={one.at} /> ·{' '}
          {report ? earlierWords(report.entitiesAdded, report.problems.length) : 'not whole'}
        </span>
      </button>
      {open && report && <ReportWords report={report} />}
    </li>
  );
}

function earlierWords(entities: number, problems: number): string {
  const added = countOf(entities, 'entity', 'entities');
  return problems === 0 ? added : `${added}, ${countOf(problems, 'problem')}`;
}
