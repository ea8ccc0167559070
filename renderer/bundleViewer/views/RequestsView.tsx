/** What those named were asked, and what came back: the right of reply is part of the standard. */
import type { BundleRequest } from '../../../shared/domain/bundle.ts';
import { requestStateWords } from '../../../shared/domain/request.ts';
import { languageOf } from '../content/languageOf.ts';
import type { PlaceProps } from '../Place.tsx';
import { ReviewSlot } from '../review/index.ts';
import { targetOfRequest } from '../reviewTargets.ts';
import { toExhibit } from '../route.ts';
import { EntityLink } from './entity/EntityLink.tsx';
import { counted, dateWords } from './words.ts';

const SIGNS: Record<BundleRequest['state'], string> = {
  draft: '○',
  sent: '◐',
  replied: '●',
  declined: '⊘',
  'not-reachable': '⊘',
};

export function RequestsView(props: PlaceProps) {
  const requests = props.index.bundle.requests ?? [];
  if (requests.length === 0)
    return <p className="empty-list">No request to anybody named is on record in this bundle.</p>;
  const open = requests.filter(({ state }) => state === 'draft' || state === 'sent').length;
  return (
    <>
      <p className="quiet list-lead">
        {counted(requests.length, 'request')}
        {open > 0 ? `, ${open} without an answer` : ', all answered or closed'}
      </p>
      <ul className="requests">
        {requests.map(request => (
          <RequestItem key={request.id} request={request} {...props} />
        ))}
      </ul>
    </>
  );
}

function RequestItem({ request, index, route, go }: PlaceProps & { request: BundleRequest }) {
  const { addressee, entityId, substance, state, findingId, replyExhibitNumber } = request;
  const finding = index.bundle.findings.find(one => one.id === findingId);
  const reply = replyExhibitNumber === null ? undefined : index.exhibits.get(replyExhibitNumber);
  const dates = [
    request.sentOn && `sent ${dateWords(request.sentOn)}`,
    request.dueOn && `reply asked for by ${dateWords(request.dueOn)}`,
    request.answeredOn && `answered ${dateWords(request.answeredOn)}`,
  ].filter(Boolean);
  return (
    <li className="request" aria-current={route.item === request.id ? 'true' : undefined}>
      <div className="request-head">
        <h2>
          <EntityLink id={entityId} caption={addressee} />
        </h2>
        <span className={`status request-${state}`}>
          <span aria-hidden="true">{SIGNS[state]}</span> {requestStateWords[state]}
        </span>
        <ReviewSlot target={targetOfRequest(request)} />
      </div>
      <p className="facts">{dates.length > 0 ? dates.join(' · ') : 'No date is on record.'}</p>
      {substance !== '' && (
        <p className="request-words" lang={languageOf(substance)}>
          {substance}
        </p>
      )}
      <p className="facts">
        {finding ? (
          <a className="entity-link" href={`#item=${encodeURIComponent(finding.id)}`}>
            <span className="number">{finding.number}</span> {finding.title}
          </a>
        ) : (
          'For the case as a whole'
        )}
      </p>
      {reply && (
        <p>
          Reply:{' '}
          <button type="button" className="row-link" onClick={() => go({ ...toExhibit(reply.number), query: '' })}>
            <span className="number">{reply.number}</span> <span lang={languageOf(reply.title)}>{reply.title}</span>
          </button>
        </p>
      )}
    </li>
  );
}
