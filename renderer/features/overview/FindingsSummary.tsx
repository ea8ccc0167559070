import { BookMarked, Plus } from 'lucide-react';
import type { CaseOverview } from '../../../shared/contract/case.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import { type ClaimStatus, statusWords } from '../../../shared/domain/standard.ts';
import { Button, countOf, Empty, Mono, StatusMark } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';

type FindingLine = CaseOverview['findings'][number];

const order: ClaimStatus[] = ['established', 'probable', 'reported', 'contested', 'unsupported', 'withdrawn'];
/** Enough to see what kind of thing is missing; the finding has the rest. */
const MISSING_SHOWN = 3;

/** Each finding with its status and, in words, what holds it back. */
export function FindingsSummary({ findings }: { findings: readonly FindingLine[] }) {
  const navigate = useNavigate();
  const tally = order
    .map(status => ({ status, count: findings.filter(finding => finding.status === status).length }))
    .filter(one => one.count > 0);
  return (
    <section>
      <div className="overview-heading-row">
        <h2 className="overview-heading">Findings</h2>
        <ul className="tally" aria-label="Findings by status">
          {tally.map(({ status, count }) => (
            <li key={status} className="tally-item" title={statusWords[status]}>
              {count} <StatusMark status={status} />
            </li>
          ))}
        </ul>
      </div>
      {findings.length === 0 ? (
        <Empty
          icon={BookMarked}
          title="No findings yet"
          text="A finding is what the case concludes: claims, each resting on words in an exhibit. Its status follows from what is cited."
          action={
            <Button icon={Plus} onPress={() => navigate.go({ place: 'findings' })}>
              Write a finding
            </Button>
          }
        />
      ) : (
        <ol className="finding-lines">
          {findings.map(finding => (
            <FindingRow
              key={finding.id}
              finding={finding}
              onOpen={() => navigate.go({ place: 'findings', findingId: finding.id })}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function FindingRow({ finding, onOpen }: { finding: FindingLine; onOpen(): void }) {
  const more = finding.missing.length - MISSING_SHOWN;
  return (
    <li className="finding-line">
      <button type="button" className="finding-open" onClick={onOpen}>
        <span className="finding-number">
          <Mono>{findingName(finding)}</Mono>
        </span>
        <span className="finding-title" dir="auto">
          {finding.title}
        </span>
        <StatusMark status={finding.status} />
      </button>
      {finding.missing.length > 0 && (
        <ul className="finding-missing" aria-label="What holds it back">
          {finding.missing.slice(0, MISSING_SHOWN).map(sentence => (
            <li key={sentence}>
              <button type="button" className="finding-reason" onClick={onOpen}>
                {sentence}
              </button>
            </li>
          ))}
          {more > 0 && (
            <li>
              <button type="button" className="finding-reason" onClick={onOpen}>
                and {countOf(more, 'more reason')}
              </button>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}
