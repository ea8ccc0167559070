import type { Provision } from '../../../shared/domain/provision.ts';
import type { EdtfDate } from '../../../shared/kernel/dates.ts';
import { Badge, DateText } from '../../ui/index.ts';
import { provisionMark, topicWords, verifySentence } from './provisionWords.ts';
import './provision.css';

/** What is on record of a provision, with the warning that goes with it. */
export function ProvisionFacts({ provision }: { provision: Provision }) {
  return (
    <div className="provision-facts">
      <p className="provision-facts-head">
        <span className="provision-facts-name">{provisionMark(provision)}</span>
        <Badge>{provision.type}</Badge>
        {provision.status !== 'continuing' && <Badge tone="warning">{provision.status}</Badge>}
      </p>
      <p className="provision-facts-summary">{provision.summary}</p>
      <p className="provision-facts-soft">
        Addressed to {provision.addressee} · adopted{' '}
        <DateText date={provision.inForceFrom as EdtfDate} none="on an unrecorded day" />
        {provision.topics.length > 0 && ` · ${provision.topics.map(topicWords).join(', ')}`}
      </p>
      <p className="provision-facts-verify">{verifySentence}</p>
    </div>
  );
}
