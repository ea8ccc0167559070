/** Near copies in words. Pure. */
import type { CopyProposal, CopyVerdict } from '../../../shared/contract/copy.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';

/** An exhibit as its copies are told of. */
export interface Named {
  exhibitId: ExhibitId;
  number: number;
  title: string;
}

const kindWords = { text: 'text', picture: 'picture' } as const;

/** `text about 92 % alike`: an estimate, and said to be one. */
export function likenessWords({ kind, likeness }: Pick<CopyProposal, 'kind' | 'likeness'>): string {
  if (likeness === null) return 'not found alike by the machine';
  // All values of a sketch may be equal where a few words in a thousand differ.
  if (likeness === 1) return `${kindWords[kind]} the same or nearly so`;
  return `${kindWords[kind]} about ${Math.round(likeness * 100)} % alike`;
}

export function isOpen(verdict: CopyVerdict | null): boolean {
  return verdict === null || verdict.verdict === 'open';
}

/** What was decided, or null while nobody has. */
export function verdictWords(verdict: CopyVerdict | null, left: Named, right: Named): string | null {
  if (verdict === null || verdict.verdict === 'open') return null;
  if (verdict.verdict === 'not-a-copy') return 'not copies of each other';
  const [copy, original] = verdict.exhibitId === left.exhibitId ? [left, right] : [right, left];
  return `${exhibitNumber(copy.number)} is a copy of ${exhibitNumber(original.number)}`;
}

export type Decided = CopyVerdict['verdict'];

/** Which of two is the copy: as was decided before, else the one with the later number. */
export function decisionOn(
  left: Named,
  right: Named,
  verdict: Decided,
  before: CopyVerdict | null,
): { decision: InputOf<'copy.decide'>; done: string } {
  const [earlier, later] = left.number < right.number ? [left, right] : [right, left];
  const turned = before !== null && before.exhibitId === earlier.exhibitId;
  const [copy, original] = turned ? [earlier, later] : [later, earlier];
  const [name, other] = [exhibitNumber(copy.number), exhibitNumber(original.number)];
  const done = {
    copy: `${name} is a copy of ${other}`,
    'not-a-copy': `${name} and ${other} are not copies of each other`,
    open: `${name} and ${other}: decision taken back`,
  }[verdict];
  return { decision: { exhibitId: copy.exhibitId, otherId: original.exhibitId, verdict }, done };
}
