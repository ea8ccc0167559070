import { useState } from 'react';
import type { IdentityView } from '../../../../shared/contract/identity.ts';
import { cardFileName } from '../../../../shared/domain/identity/fileNames.ts';
import { worth } from '../../../../shared/domain/identity/whatItProves.ts';
import { call, useQuery } from '../../../api/index.ts';
import { Badge, Button, Failed, InstantText } from '../../../ui/index.ts';
import { CopyText, useCopy } from '../CopyText.tsx';
import { SavedFile } from '../SavedFile.tsx';
import { SpokenDigits } from '../SpokenDigits.tsx';
import { useSaveFile } from '../useSaveFile.ts';
import { WorthTable } from '../WorthTable.tsx';
import { RenameKeys } from './RenameKeys.tsx';

export interface KeysDetailProps {
  current: IdentityView;
  vaultCode: string;
  onReplace(): void;
}

export function KeysDetail({ current, vaultCode, onReplace }: KeysDetailProps) {
  const card = useQuery('identity.card', {});
  const saving = useSaveFile();
  const copy = useCopy();
  const [renaming, setRenaming] = useState(false);
  const saveCard = () =>
    saving.save(cardFileName({ name: current.name, vaultCode }), 'json', to => call('identity.saveCard', { to }));
  return (
    <>
      <section className="people-section" aria-label="Keys in use">
        <h2 className="people-name" dir="auto">
          {current.name}
        </h2>
        <p className="people-team">
          <span dir="auto">{current.team || 'No team'}</span>
          <Badge tone="accent">{vaultCode}</Badge>
        </p>
        <p className="people-soft">
          {vaultCode} is the code of this vault. It stands before the numbers that this vault gives to exhibits in cases
          of other teams, so that two teams never give the same one.
        </p>
        <div className="people-actions">
          <Button kind="primary" onPress={() => void saveCard()} busy={saving.busy}>
            Save contact card…
          </Button>
          <Button onPress={() => card.data && copy(card.data.text, 'contact card')} disabled={!card.data}>
            Copy contact card
          </Button>
          <Button kind="quiet" onPress={() => setRenaming(true)}>
            Change name or team…
          </Button>
          <Button kind="quiet" onPress={onReplace}>
            Replace the keys…
          </Button>
        </div>
        <SavedFile saving={saving} />
        {card.error && <Failed error={card.error} onRetry={card.refetch} />}
      </section>
      <section className="people-section" aria-label="To read aloud">
        <h3>To read aloud</h3>
        <p className="people-soft">
          Whoever adds your card sees the same digits. Let them compare by telephone or face to face: that is how they
          make sure that the card is yours.
        </p>
        <SpokenDigits groups={current.spoken} label="Digits of your keys" />
      </section>
      <section className="people-section" aria-label="Public keys">
        <h3>Public keys</h3>
        <dl className="facts">
          <dt>Signing key</dt>
          <dd>
            <CopyText value={current.signingKey} what="signing key" />
          </dd>
          <dt>Fingerprint</dt>
          <dd>
            <CopyText value={current.fingerprint} what="fingerprint" />
          </dd>
          <dt>age recipient</dt>
          <dd>
            <CopyText value={current.ageRecipient} what="age recipient" />
          </dd>
          <dt>Made</dt>
          <dd>
            <InstantText at={current.madeAt} withTime /> UTC, by <span dir="auto">{current.madeBy}</span>
          </dd>
        </dl>
        {card.data && (
          <p className="people-soft">
            Without Probatum, <code>ssh-keygen -Y verify</code> checks what you sign.{' '}
            <button
              type="button"
              className="link"
              onClick={() => card.data && copy(card.data.allowedSigners, 'lines for allowed_signers')}
            >
              Copy the lines for its file of allowed signers
            </button>
          </p>
        )}
      </section>
      <WorthTable of={[worth.signature]} />
      <RenameKeys open={renaming} current={current} onClose={() => setRenaming(false)} />
    </>
  );
}
