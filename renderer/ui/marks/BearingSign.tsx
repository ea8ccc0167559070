import { type Bearing, bearingSigns } from '../../../shared/domain/citation.ts';
import './marks.css';

const words: Record<Bearing, string> = { supports: 'supports', contradicts: 'contradicts', context: 'context' };

export function BearingSign({ bearing, withWord }: { bearing: Bearing; withWord?: boolean }) {
  return (
    <span className={`bearing bearing-${bearing}`} title={withWord ? undefined : words[bearing]}>
      <span className="bearing-sign" aria-hidden>
        {bearingSigns[bearing]}
      </span>
      <span className={withWord ? undefined : 'visually-hidden'}>{words[bearing]}</span>
    </span>
  );
}
