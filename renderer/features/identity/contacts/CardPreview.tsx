import type { ContactPreview } from '../../../../shared/contract/identity.ts';
import { Badge, InstantText, Mono, Notice } from '../../../ui/index.ts';
import { SpokenDigits } from '../SpokenDigits.tsx';
import { ClashLines } from './ClashLines.tsx';

/** Who the card says it is of, before anything is added. */
export function CardPreview({ preview }: { preview: ContactPreview }) {
  const { card, fingerprint, spoken, known, own, clashes } = preview;
  return (
    <section className="card-preview" aria-label="The card">
      <h3 className="people-name" dir="auto">
        {card.name}
      </h3>
      <p className="people-team">
        <span dir="auto">{card.team || 'No team'}</span>
        <Badge tone="accent">{card.vaultCode}</Badge>
      </p>
      {own && <Notice kind="warning">This is this vault’s own card.</Notice>}
      {known && <Notice>These keys are in the contacts already, under this name. Nothing would be added.</Notice>}
      <ClashLines clashes={clashes} />
      <p className="people-soft">
        The card was signed with the key that it names, and not changed since. Whose key it is, it cannot say: compare
        the digits with them.
      </p>
      <SpokenDigits groups={spoken} label="Digits of the card’s keys" />
      <dl className="facts">
        <dt>Fingerprint</dt>
        <dd>
          <Mono wrap>{fingerprint}</Mono>
        </dd>
        <dt>age recipient</dt>
        <dd>
          <Mono wrap>{card.ageRecipient}</Mono>
        </dd>
        <dt>Keys made</dt>
        <dd>
          <InstantText at={card.madeAt} />, by their clock
        </dd>
      </dl>
    </section>
  );
}
