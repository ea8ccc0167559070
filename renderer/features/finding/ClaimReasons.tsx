import { Check, CircleAlert, ShieldAlert } from 'lucide-react';
import type { StatusReason } from '../../../shared/domain/standard.ts';

const icons = { holds: Check, missing: CircleAlert, warns: ShieldAlert };
const words = { holds: 'Holds', missing: 'Missing', warns: 'May be attacked' };

/** Why a claim has the status it has: what holds first, then what holds it back. */
export function ClaimReasons({ reasons }: { reasons: readonly StatusReason[] }) {
  const order: StatusReason['kind'][] = ['holds', 'missing', 'warns'];
  const sorted = order.flatMap(kind => reasons.filter(reason => reason.kind === kind));
  return (
    <ul className="claim-reasons" aria-label="Reasons for its status">
      {sorted.map(({ kind, sentence }) => {
        const Icon = icons[kind];
        return (
          <li key={`${kind} ${sentence}`} className={`claim-reason claim-reason-${kind}`}>
            <Icon size={14} aria-label={words[kind]} />
            <span>{sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}
