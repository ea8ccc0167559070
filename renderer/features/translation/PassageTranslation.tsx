/** The translation of one passage, where the passage is in hand: entered by hand, saved when the field is left. */
import { Languages, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Passage } from '../../../shared/domain/passage.ts';
import type { TranslationDetails } from '../../../shared/domain/translation.ts';
import { Button, TextArea } from '../../ui/index.ts';
import { DetailsFields } from './DetailsFields.tsx';
import { EarlierVersions } from './EarlierVersions.tsx';
import { detailsOf, newDetails } from './translationWords.ts';
import { useVersions } from './useVersions.ts';
import './translation.css';

export function PassageTranslation({ passage }: { passage: Passage }) {
  const [open, setOpen] = useState(false);
  if (!open && !passage.translation) {
    return (
      <Button kind="quiet" icon={Languages} onPress={() => setOpen(true)}>
        Translate these words
      </Button>
    );
  }
  return <Fields passage={passage} />;
}

function Fields({ passage }: { passage: Passage }) {
  const { translation = null } = passage;
  const [changed, setChanged] = useState<Partial<TranslationDetails>>({});
  const details = { ...(translation ? detailsOf(translation) : newDetails), ...changed };
  const words = useRef(translation?.text ?? '');
  const versions = useVersions(passage.exhibitId, { kind: 'passage', passageId: passage.id }, translation);
  return (
    <div className="translation-of-passage">
      <TextArea
        label="Translation"
        value={translation?.text ?? ''}
        rows={3}
        serif
        maxLength={500_000}
        hint="Saved when you leave the field. Earlier versions are kept."
        onCommit={text => {
          words.current = text;
          versions.save(text, details);
        }}
      />
      <DetailsFields
        details={details}
        onChange={change => {
          setChanged(now => ({ ...now, ...change }));
          versions.save(words.current, { ...details, ...change });
        }}
      />
      {translation && (
        <Button
          kind="quiet"
          icon={Undo2}
          onPress={() => {
            setChanged({});
            words.current = '';
            versions.withdraw(translation.id);
          }}
        >
          Withdraw this translation
        </Button>
      )}
      <EarlierVersions exhibitId={passage.exhibitId} passageId={passage.id} />
    </div>
  );
}
