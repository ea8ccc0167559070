/** What an exhibit may be a near copy of: proposals until a person has decided, each to be compared side by side. */
import { Columns2 } from 'lucide-react';
import { useState } from 'react';
import type { CopyProposal } from '../../../shared/contract/copy.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { useQuery } from '../../api/index.ts';
import { Button, classes, formatCount, Mono, Section } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { CompareCopies } from './CompareCopies.tsx';
import { isOpen, likenessWords, type Named, verdictWords } from './copyWords.ts';
import './copy.css';

const STEP = 20;
/** One answer of the core. */
const MOST = 500;

/** Draws nothing where there are none: most exhibits are like no other. */
export function CopiesOfExhibit({ exhibit }: { exhibit: Named }) {
  const { exhibitId } = exhibit;
  const [limit, setLimit] = useState(STEP);
  const [compared, setCompared] = useState<CopyProposal | null>(null);
  const { data } = useQuery('copy.listForExhibit', { exhibitId, limit }, { keepPrevious: true });
  if (!data || data.total === 0) return null;
  // What was decided meanwhile shows in the panel that is open.
  const shown = compared && (data.rows.find(row => row.exhibitId === compared.exhibitId) ?? compared);
  return (
    <Section title="Near copies" count={data.total}>
      <p className="inspector-soft">Found alike by machine. Whether one is a copy of the other, you decide.</p>
      <ul className="inspector-list" aria-label="Near copies">
        {data.rows.map(row => (
          <Proposal key={row.exhibitId} exhibit={exhibit} row={row} onCompare={() => setCompared(row)} />
        ))}
      </ul>
      {data.total > data.rows.length && limit < MOST && (
        <Button kind="quiet" onPress={() => setLimit(now => Math.min(MOST, now + STEP))}>
          {`Show more of ${formatCount(data.total)}`}
        </Button>
      )}
      {data.total > MOST && limit === MOST && (
        <p className="inspector-soft">These are the {formatCount(MOST)} that are most alike.</p>
      )}
      {shown && <CompareCopies key={shown.exhibitId} left={exhibit} right={shown} onClose={() => setCompared(null)} />}
    </Section>
  );
}

function Proposal({ exhibit, row, onCompare }: { exhibit: Named; row: CopyProposal; onCompare(): void }) {
  const { go } = useNavigate();
  const name = exhibitNumber(row.number);
  const decided = verdictWords(row.verdict, exhibit, row);
  return (
    <li className={classes('copy', isOpen(row.verdict) && 'copy-open')}>
      <button type="button" className="inspector-link" onClick={() => go({ exhibitId: row.exhibitId })}>
        <Mono>{name}</Mono>
        <span className="one-line" dir="auto" title={row.title}>
          {row.title}
        </span>
      </button>
      <div className="copy-line">
        <span className="inspector-soft">
          {decided ?? `proposed: ${likenessWords(row)}`}
          {row.withdrawn && ', withdrawn'}
        </span>
        <Button kind="quiet" icon={Columns2} label={`Compare with ${name} side by side`} onPress={onCompare}>
          Compare
        </Button>
      </div>
    </li>
  );
}
