/** Before a file is written: what stays, and why, as far as the person wants to read; and what speaks against it. */
import type { DepartureStay } from '../../../shared/domain/departure/index.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { Failed, Loading, Mono, Notice } from '../../ui/index.ts';
import './sending.css';

/** So many are listed at once; the record of what left lists all of them. */
const SHOWN = 200;

export interface StaysNoticeProps {
  data: { stays: readonly DepartureStay[]; concerns?: readonly string[] } | undefined;
  error: ErrorReport | null;
  onRetry(): void;
  /** `2 of 14 exhibits go as number and digest only`; what is said where some stay. */
  words: string;
}

export function StaysNotice({ data, error, onRetry, words }: StaysNoticeProps) {
  if (error) return <Failed error={error} onRetry={onRetry} />;
  if (!data) return <Loading label="Looking at what goes" rows={1} />;
  const { stays, concerns = [] } = data;
  return (
    <>
      {stays.length > 0 && (
        <Notice kind="warning">
          <details>
            <summary>{words}</summary>
            <ul className="sending-list">
              {stays.slice(0, SHOWN).map(({ what, name, why }) => (
                <li key={`${what} ${name}`}>
                  <Mono>{name}</Mono> {why}
                </li>
              ))}
              {stays.length > SHOWN && (
                <li>and {stays.length - SHOWN} more; the list of what left will name them all.</li>
              )}
            </ul>
          </details>
        </Notice>
      )}
      {concerns.length > 0 && (
        <Notice kind="warning">
          <ul className="sending-list" aria-label="Concerns">
            {concerns.slice(0, SHOWN).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
