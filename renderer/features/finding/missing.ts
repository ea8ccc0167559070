/** What a finding still lacks and where a reader may attack it, each said once, each with where it is mended. Pure. */
import type { FindingView } from '../../../shared/domain/finding.ts';
import type { StatusReason } from '../../../shared/domain/standard.ts';
import type { ClaimId } from '../../../shared/kernel/ids.ts';

export interface MissingLine {
  kind: 'missing' | 'warns';
  sentence: string;
  mend: StatusReason['mend'];
  subject: string | null;
  /** The claims it holds back, in their order; empty where it is the finding's own. */
  claims: readonly { id: ClaimId; number: number }[];
}

/** What is missing first, then what may be attacked; in the order of the claims. */
export function missingLines(finding: Pick<FindingView, 'claims' | 'reasons'>): MissingLine[] {
  if (finding.claims.length === 0) return finding.reasons.flatMap(reason => asLine(reason, []));
  const lines = new Map<string, MissingLine>();
  finding.claims.forEach((claim, at) => {
    for (const reason of claim.reasons) {
      const key = `${reason.kind} ${reason.mend} ${reason.subject} ${reason.sentence}`;
      const known = lines.get(key);
      const here = { id: claim.id, number: at + 1 };
      if (known) lines.set(key, { ...known, claims: [...known.claims, here] });
      else for (const line of asLine(reason, [here])) lines.set(key, line);
    }
  });
  const all = [...lines.values()];
  return [...all.filter(line => line.kind === 'missing'), ...all.filter(line => line.kind === 'warns')];
}

function asLine({ kind, sentence, mend, subject }: StatusReason, claims: MissingLine['claims']): MissingLine[] {
  return kind === 'holds' ? [] : [{ kind, sentence, mend, subject, claims }];
}

/** `Claim 2`, `Claims 1 and 3`; nothing where the finding has a single claim. */
export function claimsNamed(line: MissingLine, claimCount: number): string {
  const numbers = line.claims.map(claim => claim.number);
  if (numbers.length === 0 || claimCount < 2) return '';
  if (numbers.length === claimCount) return 'All claims';
  if (numbers.length === 1) return `Claim ${numbers[0]}`;
  return `Claims ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

/** What pressing the line does, for its name: null where nothing can be opened. */
export function mendWords({ mend, subject }: Pick<MissingLine, 'mend' | 'subject'>): string | null {
  switch (mend) {
    case 'citations':
      return subject === null ? 'Look for evidence' : 'Answer it';
    case 'sources':
      return 'Open the source';
    case 'requests':
      return 'Request a reply';
    case 'exhibit':
      return subject === null ? null : 'Open the exhibit';
    case 'provisions':
      return 'Choose a provision';
    case 'claim':
      return 'Go to the claim';
    case 'none':
      return null;
  }
}
