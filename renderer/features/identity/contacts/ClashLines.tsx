import type { ClashView } from '../../../../shared/contract/identity.ts';
import type { ContactId } from '../../../../shared/kernel/ids.ts';
import { Notice } from '../../../ui/index.ts';

/** What should make one look twice: one key under two names, or one name with two keys. */
export function ClashLines({ clashes, onChoose }: { clashes: readonly ClashView[]; onChoose?(id: ContactId): void }) {
  return clashes.map(({ kind, with: other }) => {
    const id = other.contactId;
    const who = `${other.name}${other.team ? `, ${other.team}` : ''}${other.withdrawn ? ' (withdrawn)' : ''}`;
    return (
      <Notice key={`${kind} ${id ?? 'own'}`} kind="warning">
        {kind === 'same-key' ? 'The same key is known under another name: ' : 'Another key is known under this name: '}
        {id !== null && onChoose ? (
          <button type="button" className="link" onClick={() => onChoose(id)}>
            <bdi>{who}</bdi>
          </button>
        ) : (
          <bdi>{id === null ? `${who}, this vault itself` : who}</bdi>
        )}
        {kind === 'same-key'
          ? '. One of the two names is wrong, or two people share a key.'
          : '. Keys may have been replaced, or somebody uses the name: ask them by a way that you trust.'}
      </Notice>
    );
  });
}
