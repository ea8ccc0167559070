/**
 * The custody logs: who did what to which exhibit when, each line fixed by the hash of the next. Of the vault that made the
 * bundle first, then of those whose archives it merged. Loaded a thousand lines at a time.
 */
import { useMemo, useState } from 'react';
import type { BundleCase } from '../../../../shared/domain/bundle.ts';
import { partWorth } from '../../../../shared/domain/custodyPart.ts';
import { worth } from '../../../../shared/domain/identity/whatItProves.ts';
import { loadReceipts } from '../../content/loadParts.ts';
import { useLoaded } from '../../content/useLoaded.ts';
import type { PlaceProps } from '../../Place.tsx';
import { Failure } from '../Failure.tsx';
import { FilterBox } from '../FilterBox.tsx';
import { counted } from '../words.ts';
import { AllEvents, WantedEvents } from './EventTable.tsx';
import { LogCard } from './LogCard.tsx';
import { type ShownLog, shownLogs } from './shownLogs.ts';

export function CustodyView({ index: { bundle }, go }: PlaceProps) {
  const logs = useMemo(() => shownLogs(bundle), [bundle]);
  const count = logs.reduce((sum, log) => sum + log.events, 0);
  const [filter, setFilter] = useState('');
  const [shownKey, setShownKey] = useState<string | null>(null);
  const isOne = logs.length === 1;
  const show = (key: string) => {
    // A short list is there whole; a long one brings the line into view itself, again if it was scrolled away since.
    document.getElementById(key)?.scrollIntoView({ block: 'start' });
    setShownKey(null);
    requestAnimationFrame(() => setShownKey(key));
  };
  return (
    <>
      <section className="prose">
        <p>
          Each event holds the hash of the one before it, so that whoever noted the last hash can tell if any earlier
          line was changed. The log does not prove at what time something was done, who sat at the keyboard, or that
          what it says is true, nor that its newest lines were not cut off. Numbers that are missing are events of other
          matters, or such as may not leave.
        </p>
      </section>
      <LogCards bundle={bundle} logs={logs} onShow={isOne ? null : show} />
      <section className="prose">
        <details className="custody-worth">
          <summary>What a check shows, and what it does not</summary>
          <dl>
            <dt>Of the log here</dt>
            <dd>
              {partWorth.shows} It does not show: {decapitalised(partWorth.showsNot)}
            </dd>
            {[worth.signature, worth.countersignature, worth.timestamp].map(({ what, shows, showsNot }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  {shows} It does not show: {decapitalised(showsNot)}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </section>
      {count === 0 ? (
        <p className="empty-list">No custody event is part of this bundle.</p>
      ) : (
        <>
          <FilterBox
            label="Filter events"
            placeholder="Filter by exhibit, person, deed or hash"
            {...{ filter, setFilter }}
            told={`${counted(count, 'event')}${isOne ? '' : ` in ${logs.length} logs`}; all that the hashes cover is in data/custody/`}
          />
          {filter === '' ? (
            <AllEvents {...{ bundle, logs, go, shownKey }} />
          ) : (
            <WantedEvents {...{ bundle, logs, go, filter }} />
          )}
        </>
      )}
    </>
  );
}

interface CardsProps {
  bundle: BundleCase;
  logs: readonly ShownLog[];
  /** Null where there is one log alone. */
  onShow: ((key: string) => void) | null;
}

function LogCards({ bundle, logs, onShow }: CardsProps) {
  const receipts = useLoaded('receipts', () => loadReceipts(bundle));
  return (
    <div className="log-cards prose">
      {logs.map(log => (
        <LogCard
          key={log.key}
          {...{ bundle, log, onShow }}
          receipts={receipts.state === 'ready' ? receipts.value.filter(one => one.log === log.key) : []}
        />
      ))}
      {receipts.state === 'failed' && <Failure title="The receipts cannot be shown" error={receipts.error} />}
    </div>
  );
}

function decapitalised(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
