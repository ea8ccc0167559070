/** The events of all logs in one table, so that a list of any length scrolls as one: a line names each log, its events follow. */
import { type ReactNode, useMemo } from 'react';
import { CUSTODY_AT_ONCE } from '../../../../shared/domain/bundle/bundlePaths.ts';
import type { BundleCase, BundleCustodyEvent } from '../../../../shared/domain/bundle.ts';
import { languageOf } from '../../content/languageOf.ts';
import { useLoaded } from '../../content/useLoaded.ts';
import { type Go, toExhibit } from '../../route.ts';
import { LongBody, type RowPlace } from '../../shell/LongBody.tsx';
import { Failure } from '../Failure.tsx';
import { isWanted } from '../FilterBox.tsx';
import { actionWords, counted, instantWords } from '../words.ts';
import { blocksOf, loadBlock, type ShownLog } from './shownLogs.ts';
import { subjectNames } from './subjectNames.ts';

const COLUMNS = 5;

type Row<Content> = { log: ShownLog } & ({ head: string } | { content: Content });

/** Of the line that names a log. */
export const rowKeyOfLog = (key: string): string => `log-${key}`;

interface LogsProps {
  bundle: BundleCase;
  logs: readonly ShownLog[];
  go: Go;
}

export function AllEvents({ bundle, logs, go, shownKey }: LogsProps & { shownKey: string | null }) {
  const names = useMemo(() => subjectNames(bundle), [bundle]);
  const rows = useMemo(
    () =>
      inGroups(logs, log => ({
        contents: Array.from({ length: log.events }, (_, at) => at),
        told: counted(log.events, 'event'),
      })),
    [logs],
  );
  return (
    <EventTable
      rows={rows}
      keyOf={String}
      shownKey={shownKey}
      row={(log, at, place) => <LoadedRow {...{ bundle, log, at, place, names, go }} />}
    />
  );
}

/** To look through all of them, all of them are loaded. */
export function WantedEvents({ bundle, logs, go, filter }: LogsProps & { filter: string }) {
  const names = useMemo(() => subjectNames(bundle), [bundle]);
  const loaded = useLoaded('all', () => everyEvent(bundle, logs));
  const rows = useMemo(() => {
    if (loaded.state !== 'ready') return [];
    return inGroups(logs, log => {
      const contents = (loaded.value.get(log.key) ?? []).filter(event => isWanted(filter, wordsOf(event, names)));
      return { contents, told: `${contents.length} of ${counted(log.events, 'event')}` };
    });
  }, [loaded, logs, filter, names]);
  if (loaded.state === 'failed') return <Failure title="The log cannot be shown" error={loaded.error} />;
  if (loaded.state === 'loading') return <p role="status">Reading the log …</p>;
  if (!rows.some(row => 'content' in row)) return <p className="empty-list">No event has “{filter}” in it.</p>;
  return (
    <EventTable
      rows={rows}
      keyOf={event => String(event.seq)}
      shownKey={null}
      row={(_, event, place) => <EventRow {...{ event, place, names, go }} />}
    />
  );
}

async function everyEvent(
  bundle: BundleCase,
  logs: readonly ShownLog[],
): Promise<ReadonlyMap<string, readonly BundleCustodyEvent[]>> {
  const all = new Map<string, BundleCustodyEvent[]>();
  for (const log of logs) {
    const events: BundleCustodyEvent[] = [];
    for (let block = 0; block < blocksOf(log); block += 1) events.push(...(await loadBlock(bundle, log, block)));
    all.set(log.key, events);
  }
  return all;
}

/** A log by itself needs no line that names it. */
function inGroups<Content>(
  logs: readonly ShownLog[],
  contentsOf: (log: ShownLog) => { contents: readonly Content[]; told: string },
): Row<Content>[] {
  return logs.flatMap((log): Row<Content>[] => {
    const { contents, told } = contentsOf(log);
    const rows = contents.map(content => ({ log, content }));
    return logs.length === 1 ? rows : [{ log, head: `${log.name}: ${told}` }, ...rows];
  });
}

interface TableProps<Content> {
  rows: readonly Row<Content>[];
  keyOf: (content: Content) => string;
  row: (log: ShownLog, content: Content, place: RowPlace) => ReactNode;
  shownKey: string | null;
}

function EventTable<Content>({ rows, keyOf, row, shownKey }: TableProps<Content>) {
  return (
    <table aria-label="Custody log" aria-rowcount={rows.length + 1} className="custody-log">
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
      <LongBody
        items={rows}
        keyOf={one => ('head' in one ? rowKeyOfLog(one.log.key) : `${one.log.key} ${keyOf(one.content)}`)}
        estimatePx={33}
        columns={COLUMNS}
        shownKey={shownKey}
        row={(one, place) =>
          'head' in one ? (
            <tr {...place} className="log-row" id={rowKeyOfLog(one.log.key)}>
              <th scope="rowgroup" colSpan={COLUMNS}>
                {one.head}
              </th>
            </tr>
          ) : (
            row(one.log, one.content, place)
          )
        }
      />
    </table>
  );
}

interface RowProps {
  place: RowPlace;
  names: ReadonlyMap<string, string>;
  go: Go;
}

function LoadedRow({ bundle, log, at, ...row }: RowProps & { bundle: BundleCase; log: ShownLog; at: number }) {
  const block = Math.floor(at / CUSTODY_AT_ONCE);
  const loaded = useLoaded(`${log.key} ${block}`, () => loadBlock(bundle, log, block));
  const event = loaded.state === 'ready' ? loaded.value[at - block * CUSTODY_AT_ONCE] : undefined;
  if (!event)
    return (
      <tr {...row.place}>
        <td className="amount">{at + 1}</td>
        <td colSpan={COLUMNS - 1} className="quiet">
          {loaded.state === 'failed' ? 'This line could not be read from the bundle.' : '…'}
        </td>
      </tr>
    );
  return <EventRow event={event} {...row} />;
}

function EventRow({ event, place, names, go }: RowProps & { event: BundleCustodyEvent }) {
  const { exhibitNumber, subject } = event;
  const about = names.get(subject) ?? (exhibitNumber && saysNothing(subject, exhibitNumber) ? '' : subject);
  const details = detailsOf(event).join(' · ');
  return (
    <tr {...place}>
      <td className="amount">{event.seq}</td>
      <td className="event-when">{instantWords(event.at)}</td>
      <td className="event-who" dir="auto">
        {event.actor}
      </td>
      <td>
        {actionWords(event.action)}{' '}
        {exhibitNumber && (
          <button type="button" className="row-link number" onClick={() => go(toExhibit(exhibitNumber))}>
            {exhibitNumber}
          </button>
        )}{' '}
        <span className="quiet event-about" title={subject} dir="auto" lang={languageOf(about)}>
          {about}
        </span>
        {details !== '' && (
          <span className="quiet event-detail" dir="auto">
            {details}
          </span>
        )}
      </td>
      <td>
        <code title={event.hash}>{event.hash.slice(0, 12)}</code>
      </td>
    </tr>
  );
}

/** Beside the number of the exhibit neither that again nor an id of a reading or a passage; both are found by the filter. */
function saysNothing(subject: string, exhibitNumber: string): boolean {
  return subject === exhibitNumber || /^[a-z]{2,4}-[0-9a-f]{8}-/.test(subject);
}

/** `fileName` as people write it. */
function detailsOf({ details = {} }: BundleCustodyEvent): string[] {
  return Object.entries(details).map(
    ([name, value]) => `${name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)}: ${value}`,
  );
}

function wordsOf(event: BundleCustodyEvent, names: ReadonlyMap<string, string>): string[] {
  const { actor, action, subject, hash, digest, exhibitNumber } = event;
  return [
    actor,
    actionWords(action),
    subject,
    names.get(subject) ?? '',
    exhibitNumber ?? '',
    hash,
    digest ?? '',
    ...detailsOf(event),
  ];
}
