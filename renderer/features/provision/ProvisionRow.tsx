import { Check, Plus } from 'lucide-react';
import type { Provision } from '../../../shared/domain/provision.ts';
import { Badge, classes } from '../../ui/index.ts';
import { provisionMark } from './provisionWords.ts';

/** One provision to choose: where it stands, our summary, whom it binds. */
export function ProvisionRow({
  provision,
  chosen,
  onToggle,
}: {
  provision: Provision;
  chosen: boolean;
  onToggle(): void;
}) {
  const mark = provisionMark(provision);
  const Icon = chosen ? Check : Plus;
  return (
    <button
      type="button"
      className={classes('provision-row', chosen && 'provision-row-chosen')}
      aria-pressed={chosen}
      aria-label={`${mark}: ${provision.summary}`}
      onClick={event => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon className="provision-row-tick" size={16} aria-hidden />
      <span className="provision-row-words">
        <span className="provision-facts-head">
          <span className="provision-facts-name">{mark}</span>
          <Badge>{provision.type}</Badge>
          {provision.status !== 'continuing' && <Badge tone="warning">{provision.status}</Badge>}
          {provision.confidence !== 'sure' && <Badge tone="warning">check the paragraph</Badge>}
        </span>
        <span className="provision-row-summary">{provision.summary}</span>
        <span className="provision-facts-soft one-line">To {provision.addressee}</span>
      </span>
    </button>
  );
}
