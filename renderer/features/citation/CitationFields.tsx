import { Credibility, credibilityWords } from '../../../shared/domain/source.ts';
import { type Bearing, bearingSigns } from '../../../shared/domain/citation.ts';
import { describeInstantDay } from '../../../shared/kernel/dates.ts';
import { Segmented, Select, TextArea } from '../../ui/index.ts';
import type { CitedPassage } from './citationWords.ts';
import type { CitationActions } from './useCitationActions.ts';

const bearings: { value: Bearing; label: string }[] = [
  { value: 'supports', label: `${bearingSigns.supports} For` },
  { value: 'contradicts', label: `${bearingSigns.contradicts} Against` },
  { value: 'context', label: `${bearingSigns.context} Context` },
];

const credibilities = ([1, 2, 3, 4, 5, 6] as const).map(value => ({
  value: String(value),
  label: `${value} – ${credibilityWords[value]}`,
}));

/** What a person judges about a citation: its bearing, how credible it is, and why a contradiction does not hold. */
export function CitationFields({ citation, actions }: { citation: CitedPassage; actions: CitationActions }) {
  return (
    <>
      <Segmented
        label="Bearing on the claim"
        options={bearings}
        value={citation.bearing}
        onChange={bearing => actions.change(citation, { bearing })}
      />
      <Select
        label="Credibility of the information"
        options={credibilities}
        value={String(citation.credibility)}
        onChange={chosen => actions.change(citation, { credibility: Credibility.parse(Number(chosen)) })}
      />
      {citation.bearing === 'contradicts' && (
        <TextArea
          label="Why it does not hold"
          hint="An answer on record lifts the contradiction; it is printed with it."
          value={citation.rebuttal}
          maxLength={4000}
          onCommit={rebuttal => actions.change(citation, { rebuttal })}
        />
      )}
      <p className="citation-card-record">
        Cited by {citation.citedBy}, {describeInstantDay(citation.citedAt)}. The words stay as they stood then.
      </p>
    </>
  );
}
