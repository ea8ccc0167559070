/** The claims a passage can be cited to, found by any words of theirs. Pure. */
import type { FindingRow } from '../../../shared/contract/finding.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import type { ClaimStatus } from '../../../shared/domain/standard.ts';
import { foldText } from '../../../shared/domain/text/index.ts';
import type { ClaimId, FindingId } from '../../../shared/kernel/ids.ts';

export type ClaimOption =
  | {
      kind: 'claim';
      claimId: ClaimId;
      findingId: FindingId;
      findingNumber: number;
      findingTitle: string;
      text: string;
      status: ClaimStatus;
    }
  /** Adds what was typed as a claim; without a finding, in a new one. */
  | { kind: 'new'; text: string; finding: { id: FindingId; number: number; title: string } | null };

function folded(text: string): string {
  return foldText(text).folded;
}

/** Claims whose own or whose finding's words hold all that was typed, in the order of the findings. */
export function matchingClaims(
  findings: readonly FindingRow[],
  typed: string,
): Extract<ClaimOption, { kind: 'claim' }>[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return findings
    .filter(finding => finding.stage !== 'withdrawn')
    .flatMap(finding =>
      finding.claims
        .filter(claim => claim.status !== 'withdrawn')
        .map(claim => ({
          kind: 'claim' as const,
          claimId: claim.id,
          findingId: finding.id,
          findingNumber: finding.number,
          findingTitle: finding.title,
          text: claim.text,
          status: claim.status,
        })),
    )
    .filter(option => {
      const held = folded(`${findingName({ number: option.findingNumber })} ${option.text} ${option.findingTitle}`);
      return words.every(word => held.includes(word));
    });
}

/**
 * What the pop-over offers: claims that fit, then adding what was typed as a claim of a finding in work or of a new one.
 * `preferred` is the finding of the claim in hand.
 */
export function claimOptions(
  findings: readonly FindingRow[],
  typed: string,
  preferred: FindingId | null,
): ClaimOption[] {
  const found: ClaimOption[] = matchingClaims(findings, typed);
  const text = typed.trim();
  if (text === '') return found;
  const open = findings.filter(finding => finding.stage === 'draft' || finding.stage === 'in-review');
  const ordered = [...open].sort((left, right) => Number(right.id === preferred) - Number(left.id === preferred));
  const additions: ClaimOption[] = ordered
    .slice(0, 3)
    .map(({ id, number, title }) => ({ kind: 'new', text, finding: { id, number, title } }));
  return [...found, ...additions, { kind: 'new', text, finding: null }];
}
