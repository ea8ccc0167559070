/** Archives and their changes in words. Pure. */
import type { ArchiveAbout, ChangeDecision, ChangeKind } from '../../../shared/contract/archive.ts';

export function senderWords({ person, team, code }: Pick<ArchiveAbout, 'person' | 'team' | 'code'>): string {
  const who = [person, team].filter(Boolean).join(', ');
  return `${who || 'A vault without a name'} (${code})`;
}

export const kindWords: Record<ChangeKind, string> = {
  add: 'Adds',
  change: 'Changes',
  withdraw: 'Withdraws',
  conflict: 'Contradicts',
};

/** What the kind means, where somebody meets it for the first time. */
export const kindHints: Record<ChangeKind, string> = {
  add: 'Not in this vault yet.',
  change: 'They saw your value and wrote a newer one.',
  withdraw: 'They say that it no longer stands. Nothing is deleted.',
  conflict: 'Both teams wrote without having seen the other’s value.',
};

const words: Record<ChangeDecision, string> = {
  accept: 'Take theirs',
  mine: 'Keep mine',
  both: 'Keep both',
  postpone: 'Not now',
};

export function decisionWords(kind: ChangeKind, decision: ChangeDecision): string {
  if (kind === 'add' && decision === 'accept') return 'Take in';
  if (kind === 'add' && decision === 'mine') return 'Leave out';
  return words[decision];
}

/** Where nothing of mine stands, there are no two to keep. */
export function decisionsFor(kind: ChangeKind): readonly ChangeDecision[] {
  return kind === 'conflict' ? ['accept', 'mine', 'both', 'postpone'] : ['accept', 'mine', 'postpone'];
}
