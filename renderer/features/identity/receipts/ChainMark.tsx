import { CircleCheck, CircleHelp, OctagonAlert } from 'lucide-react';
import type { ChainVerdict } from '../../../../shared/domain/identity/verdicts.ts';

const words: Record<ChainVerdict['state'], string> = {
  contains: 'still contained',
  differs: 'log differs',
  shorter: 'log ends before',
  broken: 'chain broken',
  'other-vault': 'another vault',
};

/** How the log stands to a receipt: a shape and two words. */
export function ChainMark({ chain }: { chain: ChainVerdict }) {
  const { state } = chain;
  const Icon = state === 'contains' ? CircleCheck : state === 'other-vault' ? CircleHelp : OctagonAlert;
  const tone = state === 'contains' ? 'verified' : state === 'other-vault' ? 'unverified' : 'problem';
  return (
    <span className={`standing standing-${tone}`}>
      <Icon size={14} aria-hidden />
      {words[state]}
    </span>
  );
}
