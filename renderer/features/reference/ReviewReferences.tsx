/** The records of one file by what is to be done with them; the one in hand stands below with what it would change. */
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { ReferenceState } from '../../../shared/contract/reference.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId, ImportId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Failed, Loading, Mono, Notice, Tabs } from '../../ui/index.ts';
import { ProblemList } from '../interchange/index.ts';
import { ReferenceList } from './ReferenceList.tsx';
import { stateWords } from './referenceWords.ts';

type Part = ReferenceState | 'problems';

const parts: readonly Part[] = [...ReferenceState.options, 'problems'];

export function ReviewReferences({ caseId, importId }: { caseId: CaseId; importId: ImportId }) {
  const { data, error, refetch } = useQuery('reference.imports', { caseId });
  const one = data?.find(({ id }) => id === importId);
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!one) return <Loading label="Reading the records" rows={8} />;
  return <Records caseId={caseId} one={one} />;
}

function Records({ caseId, one }: { caseId: CaseId; one: OutputOf<'reference.imports'>[number] }) {
  const problems = one.problems ?? [];
  const counts: Record<Part, number> = { ...one.counts, problems: problems.length };
  // Where it begins is told once: deciding on the last record must not turn the page by itself.
  const [part, setPart] = useState<Part>(() => parts.find(each => counts[each] > 0) ?? 'proposed');
  const shown = parts.filter(each => counts[each] > 0 || each === 'proposed' || each === part);
  return (
    <div className="reference">
      <p className="reference-lead">
        <Mono>{exhibitNumber(one.exhibitNumber)}</Mono> <span dir="auto">{one.name}</span>
      </p>
      {one.problems === null && (
        <Notice kind="warning">This file was not read to its end. Choose it again to go on.</Notice>
      )}
      <Tabs
        label="Records"
        tabs={shown.map(id => ({ id, label: id === 'problems' ? 'With problems' : stateWords[id], count: counts[id] }))}
        value={part}
        onChange={setPart}
        panelId="reference-part"
      />
      <div id="reference-part" role="tabpanel" aria-label={part === 'problems' ? 'With problems' : stateWords[part]}>
        {part === 'problems' ? (
          <ProblemList problems={problems} rest="Everything else was read." />
        ) : (
          <ReferenceList key={part} caseId={caseId} importId={one.id} state={part} />
        )}
      </div>
    </div>
  );
}
