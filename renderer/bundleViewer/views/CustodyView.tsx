/** The custody log: who did what to which exhibit when, each line fixed by the hash of the next. Loaded a thousand lines at a time. */
import { useMemo, useState } from 'react';
import { CUSTODY_AT_ONCE } from '../../../shared/domain/bundle/bundlePaths.ts';
import type { BundleCustodyEvent } from '../../../shared/domain/bundle.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { custodyBlocks, loadCustody } from '../content/loadParts.ts';
import { useLoaded } from '../content/useLoaded.ts';
import { LongBody, type RowPlace } from '../shell/LongBody.tsx';
import { Failure } from './Failure.tsx';
import { FilterBox, isWanted } from './FilterBox.tsx';
import { actionWords, counted, instantWords } from './words.ts';

export function CustodyView({ index: { bundle } }: { index: CaseIndex }) {
  const count = bundle.parts?.custodyEvents ?? bundle.custody?.length ?? 0;
  const [filter, setFilter] = useState('');
  return (
    <>
      <section className="prose">
        <p>
          Each event holds the hash of the one before it, so that whoever noted the last hash can tell if any earlier
          line was changed. The log does not prove at what time something was done, who sat at the keyboard, or that
          what it says is true, nor that its newest lines were not cut off.
        </p>
        <p>
          Head: <code className="digest">{bundle.custodyHead}</code>
        </p>
      </section>
      {count === 0 ? (
        <p className="empty-list">No custody event is part of this bundle.</p>
      ) : (
        <>
          <FilterBox
            label="Filter events"
            placeholder="Filter by exhibit, person, deed or hash"
            {...{ filter, setFilter }}
            told={`${counted(count, 'event')}; the full record is data/custody/custody.jsonl`}
          />
          {filter === '' ? <AllEvents {...{ bundle, count }} /> : <WantedEvents {...{ bundle, filter }} />}
        </>
      )}
    </>
  );
}

type Bundle = CaseIndex['bundle'];

function AllEvents({ bundle, count }: { bundle: Bundle; count: number }) {
  const places = useMemo(() => Array.from({ length: count }, (_, at) => at), [count]);
  return (
    <EventTable count={count}>
      <LongBody
        items={places}
        keyOf={String}
        estimatePx={33}
        columns={5}
        row={(at, place) => <LoadedRow {...{ bundle, at, place }} />}
      />
    </EventTable>
  );
}

/** To look through all of them, all of them are loaded. */
function WantedEvents({ bundle, filter }: { bundle: Bundle; filter: string }) {
  const loaded = useLoaded('all', async () => bundle.custody ?? (await everyEvent(bundle)));
  if (loaded.state === 'failed') return <Failure title="The log cannot be shown" error={loaded.error} />;
  if (loaded.state === 'loading') return <p role="status">Reading the log …</p>;
  const wanted = loaded.value.filter(({ actor, action, subject, hash }) =>
    isWanted(filter, [actor, actionWords(action), subject, hash]),
  );
  if (wanted.length === 0) return <p className="empty-list">No event has “{filter}” in it.</p>;
  return (
    <EventTable count={wanted.length}>
      <LongBody
        items={wanted}
        keyOf={event => String(event.seq)}
        estimatePx={33}
        columns={5}
        row={(event, place) => <EventRow {...{ event, place }} />}
      />
    </EventTable>
  );
}

async function everyEvent(bundle: Bundle): Promise<BundleCustodyEvent[]> {
  const events: BundleCustodyEvent[] = [];
  for (let block = 0; block < custodyBlocks(bundle); block += 1) events.push(...(await loadCustody(block)));
  return events;
}

function EventTable({ count, children }: { count: number; children: React.ReactNode }) {
  return (
    <table aria-label="Custody log" aria-rowcount={count + 1} className="custody-log">
      <thead>
        <tr>
          <th scope="col" className="amount">
            No.
          </th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Hash</th>
        </tr>
      </thead>
      {children}
    </table>
  );
}

function LoadedRow({ bundle, at, place }: { bundle: Bundle; at: number; place: RowPlace }) {
  const block = Math.floor(at / CUSTODY_AT_ONCE);
  const loaded = useLoaded(`${block}`, async () => bundle.custody ?? (await loadCustody(block)));
  const event = loaded.state === 'ready' ? loaded.value[bundle.custody ? at : at - block * CUSTODY_AT_ONCE] : undefined;
  if (!event)
    return (
      <tr {...place}>
        <td className="amount">{at + 1}</td>
        <td colSpan={4} className="quiet">
          {loaded.state === 'failed' ? 'This line could not be read from the bundle.' : '…'}
        </td>
      </tr>
    );
  return <EventRow {...{ event, place }} />;
}

function EventRow({ event, place }: { event: BundleCustodyEvent; place: RowPlace }) {
  return (
    <tr {...place}>
      <td className="amount">{event.seq}</td>
      <td>{instantWords(event.at)}</td>
      <td>{event.actor}</td>
      <td>
        {actionWords(event.action)} <span className="quiet">{event.subject}</span>
      </td>
      <td>
        <code title={event.hash}>{event.hash.slice(0, 12)}</code>
      </td>
    </tr>
  );
}
