/** Before a file is written: which exhibits stay, and why, as far as the person wants to read. */
import type { DepartureStay } from '../../../shared/domain/departure/index.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { Failed, Loading, Mono, Notice } from '../../ui/index.ts';
import './sending.css';

/** So many are listed at once; the record of what left lists all of them. */
const SHOWN = 200;

export interface StaysNoticeProps {
  data: { stays: readonly DepartureStay[] } | undefined;
  error: ErrorReport | null;
  onRetry(): void;
  /** `2 of 14 exhibits go as number and digest only`; what is said where some stay. */
  words: string;
}

export function StaysNotice({ data, error, onRetry, words }: StaysNoticeProps) {
  if (error) return <Failed error={error} onRetry={onRetry} />;
  if (!data) return <Loading label="Looking at what goes" rows={1} />;
  const { stays } = data;
  if (stays.length === 0) return null;
  return (
    <Notice kind="warning">
      <details>
        <summary>{words}</summary>
        <ul className="sending-list">
          {stays.slice(0, SHOWN).map(({ name, why }) => (
            <li key={name}>
              <Mono>{name}</Mono> {why}
            </li>
          ))}
          {stays.length > SHOWN && <li>and {stays.length - SHOWN} more; the list of what left will name them all.</li>}
        </ul>
      </details>
    </Notice>
  );
}
