/** A translation beneath the original words: whose it is stands before it, so that nobody takes it for the original. */
import { describeTranslation, type PassageTranslation } from '../../../shared/domain/translation.ts';
import './translation.css';

export function TranslatedWords({ translation }: { translation: PassageTranslation | null | undefined }) {
  if (!translation) return null;
  return (
    <span className="translated">
      <span className="translated-by" title={translation.certificationNote || undefined}>
        [{describeTranslation(translation)}]
      </span>{' '}
      <span className="translated-words" lang={translation.language} dir="auto">
        {translation.text}
      </span>
    </span>
  );
}
