import { type StampReading, stampTime, stampWords } from '../../../../shared/domain/identity/timestamp.ts';
import { Notice } from '../../../ui/index.ts';
import { CopyText } from '../CopyText.tsx';

/** One time stamp: what it shows in a sentence, who says so, and what nobody can check here. */
export function Stamp({ stamp }: { stamp: StampReading }) {
  const { authority, part, trust, problems, notChecked } = stamp;
  const shows = part !== null && problems.length === 0;
  return (
    <div className="people-form">
      <Notice kind={!shows ? 'problem' : trust === 'trusted' ? 'good' : 'warning'}>{stampWords(stamp)}</Notice>
      {problems.length > 1 && (
        <ul className="not-checked">
          {problems.slice(1).map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <dl className="facts">
        <dt>Time</dt>
        <dd>{stampTime(stamp)}, by the authority’s clock</dd>
        <dt>Authority</dt>
        <dd dir="auto">
          {authority
            ? `${authority.name}, certified by ${authority.issuer}`
            : 'Its certificate is not in the time stamp'}
        </dd>
        {authority && (
          <>
            <dt>Certificate</dt>
            <dd>
              <CopyText value={authority.fingerprint} what="fingerprint of the certificate" />
            </dd>
          </>
        )}
      </dl>
      <details className="worth">
        <summary>What was not checked</summary>
        <ul className="not-checked">
          {notChecked.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
