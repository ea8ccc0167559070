/** The frozen words of the citation above the page, and what became of them there. */
import { bearingSigns } from '../../../shared/domain/citation.ts';
import { credibilityWords, reliabilityWords } from '../../../shared/domain/source.ts';
import { describeTranslation } from '../../../shared/domain/translation.ts';
import { languageOf } from '../content/languageOf.ts';
import { ReviewSlot } from '../review/ReviewSlot.tsx';
import { type Cited, citedName } from './cited.ts';

export type PassageOutcome =
  | 'verbatim'
  | 'alike'
  | 'recognised'
  | 'region'
  | 'absent'
  | 'elsewhere'
  | 'looking'
  /** Nobody can look: the exhibit stays with the sender, the words are painted over, or there is nothing to show it by. */
  | 'withheld'
  | 'redacted'
  | 'unshown'
  /** Of words that were looked for. */
  | 'found'
  | 'not-found';

const SENTENCES: Record<PassageOutcome, string> = {
  looking: 'Looking for these words on the page …',
  verbatim: 'These words stand on this page, letter for letter, and are lit.',
  alike: 'These words stand on this page and are lit; spacing or letter forms differ in the text of the file.',
  recognised: 'Recognised by a machine in the picture of this page, and lit: compare letter by letter.',
  region: 'The marked region of the page is lit; its words are in the picture, not in the text of the file.',
  absent: 'These words are not in the text of this page. Compare the page with the quote yourself.',
  found: 'The words that you look for are lit.',
  'not-found': 'The words that you look for are not in the text of this page.',
  withheld: 'The exhibit is not in this bundle: what it says there cannot be checked here.',
  redacted: 'These words are redacted in the copy that is here: what they say cannot be checked.',
  unshown: 'This exhibit cannot be shown here. Open its file in a program of your own, and compare it with the quote.',
  elsewhere: 'You have turned away from the cited page.',
};

interface Props {
  cited: Cited;
  reliability: string | null;
  languages: readonly string[];
  outcome: PassageOutcome;
  onReturn: () => void;
}

export function PassageBar({ cited, reliability, languages, outcome, onReturn }: Props) {
  const { citation, passage, owner } = cited;
  const name = citedName(cited);
  const grade = `${reliability ?? '–'}${citation.credibility}`;
  const source =
    reliability && reliability in reliabilityWords
      ? `source ${reliabilityWords[reliability as keyof typeof reliabilityWords]}`
      : 'no source on record';
  return (
    <section className="passage-bar" aria-label={name}>
      <div className="passage-head">
        <span className={`bearing ${citation.bearing}`}>
          {bearingSigns[citation.bearing]} {citation.bearing}
        </span>
        <span className="grade" title={`${source}; ${credibilityWords[citation.credibility]}`}>
          <span aria-hidden="true">{grade}</span>
          <span className="unseen">
            grade {grade}: {source}; information {credibilityWords[citation.credibility]}
          </span>
        </span>
        <span className={`outcome ${outcome}`} role="status">
          {SENTENCES[outcome]}
        </span>
        {outcome === 'elsewhere' && (
          <button type="button" onClick={onReturn}>
            Back to it
          </button>
        )}
        <ReviewSlot target={{ subject: { kind: 'citation', id: citation.id }, name, quote: citation.quote }} />
      </div>
      {owner.kind === 'statement' && (
        <p className="cited-for" title={name}>
          {owner.entity.caption} · {owner.statement.label}: <strong>{owner.statement.words}</strong>
        </p>
      )}
      <blockquote lang={languageOf(citation.quote, languages)}>{citation.quote}</blockquote>
      {passage.translation && (
        <p className="quiet">
          [{describeTranslation(passage.translation)}:{' '}
          <span lang={passage.translation.language}>“{passage.translation.text}”</span>]
        </p>
      )}
      {passage.note !== '' && !citation.quote.includes(passage.note) && <p className="quiet">Note: {passage.note}</p>}
      {citation.rebuttal !== '' && <p className="quiet">Answer to this contradiction: {citation.rebuttal}</p>}
    </section>
  );
}
