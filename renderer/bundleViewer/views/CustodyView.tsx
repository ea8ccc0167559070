/** The custody log: who did what to which exhibit when, each line fixed by the hash of the next. */
import type { CaseIndex } from '../content/caseIndex.ts';
import { counted, instantWords } from './words.ts';

export function CustodyView({ index: { bundle } }: { index: CaseIndex }) {
  return (
    <>
      <section className="prose">
        <p>
          Each event holds the hash of the one before it, so that whoever noted the last hash can tell if any earlier
          line was changed. The log does not prove at what time something was done, nor who sat at the keyboard.
        </p>
        <p>
          Head: <code className="digest">{bundle.custodyHead}</code>
        </p>
      </section>
      {bundle.custody.length === 0 ? (
        <p className="empty-list">No custody event is part of this bundle.</p>
      ) : (
        <table>
          <caption>{counted(bundle.custody.length, 'event')}; the full record is data/custody/custody.jsonl</caption>
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
          <tbody>
            {bundle.custody.map(event => (
              <tr key={event.seq}>
                <td className="amount">{event.seq}</td>
                <td>{instantWords(event.at)}</td>
                <td>{event.actor}</td>
                <td>
                  {event.action.replaceAll('-', ' ')} <span className="quiet">{event.subject}</span>
                </td>
                <td>
                  <code title={event.hash}>{event.hash.slice(0, 12)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
