/** Where a figure can stand: with a finding, or in the annex of figures. */
import type { FindingRow } from '../../../shared/contract/finding.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import type { FindingId } from '../../../shared/kernel/ids.ts';

export interface PlaceOption {
  /** Empty: the annex. */
  value: FindingId | '';
  label: string;
}

const LONGEST_LABEL = 90;

/** A withdrawn finding is offered only where the figure stands there already. */
export function findingOptions(findings: readonly FindingRow[], now: FindingId | null): PlaceOption[] {
  return [
    { value: '', label: 'Annex of figures' },
    ...findings
      .filter(finding => finding.stage !== 'withdrawn' || finding.id === now)
      .map(({ id, number, title, stage }) => ({
        value: id,
        label: `${shortened(`${findingName({ number })}  ${title}`)}${stage === 'withdrawn' ? ' (withdrawn)' : ''}`,
      })),
  ];
}

function shortened(words: string): string {
  const characters = Array.from(words);
  return characters.length <= LONGEST_LABEL ? words : `${characters.slice(0, LONGEST_LABEL).join('').trimEnd()}…`;
}
