import type { FindingRow } from '../../../shared/contract/finding.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import type { FindingId } from '../../../shared/kernel/ids.ts';
import { StatusMark } from '../../ui/index.ts';
import { type Chosen, isChosen, standing, toggled } from './selection.ts';
import './FindingChoice.css';

export interface FindingChoiceProps {
  findings: readonly FindingRow[];
  chosen: Chosen;
  onChange(chosen: Chosen): void;
  /** A press on the words leads to the finding in the preview. */
  onGo?: (id: FindingId) => void;
}

/** The findings that go, each with its status, so that nobody sends a weak one unawares. */
export function FindingChoice({ findings, chosen, onChange, onGo }: FindingChoiceProps) {
  const offered = standing(findings);
  const count = offered.filter(finding => isChosen(chosen, finding.id)).length;
  return (
    <fieldset className="finding-choice">
      <legend className="finding-choice-legend">
        Findings <span className="finding-choice-count">{`${count} of ${offered.length}`}</span>
      </legend>
      <ul>
        {offered.map(finding => (
          <li key={finding.id} className="finding-choice-row">
            <input
              type="checkbox"
              checked={isChosen(chosen, finding.id)}
              aria-label={`${findingName(finding)} ${finding.title}`}
              onChange={() => onChange(toggled(chosen, finding.id, findings))}
            />
            <FindingWords finding={finding} onGo={onGo} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function FindingWords({ finding, onGo }: { finding: FindingRow; onGo?: (id: FindingId) => void }) {
  const inside = (
    <>
      <span className="finding-choice-title" dir="auto">
        <span className="finding-choice-number">{findingName(finding)}</span> {finding.title}
      </span>
      <span className="finding-choice-status">
        <StatusMark status={finding.status} />
        {finding.missing.length > 0 && ` · ${finding.missing.length} missing`}
      </span>
    </>
  );
  if (!onGo) return <span className="finding-choice-words">{inside}</span>;
  return (
    <button type="button" className="finding-choice-words finding-choice-press" onClick={() => onGo(finding.id)}>
      {inside}
    </button>
  );
}
