/** Words that statements rest on: frozen, with where they stand, what they are cited for and how much they weigh. */
import { Undo2 } from 'lucide-react';
import { type Bearing, bearingSigns } from '../../../shared/domain/citation.ts';
import { Credibility } from '../../../shared/domain/source.ts';
import { describeInstantDay } from '../../../shared/kernel/dates.ts';
import { Badge, Button, GradeMark, Segmented, Select } from '../../ui/index.ts';
import { QuotedWords, useStep } from '../citation/index.ts';
import { type Cited, type CitedGroup, weightsOf } from './citedGroups.ts';
import { changeCitation, withdrawCitation } from './citationSteps.ts';
import { inSentence, propertyLabel } from './propertyWords.ts';
import { credibilityOptions } from './statementWords.ts';

export interface CitedCardProps {
  group: CitedGroup;
  /** What the words are cited for is not in view otherwise. */
  saysWhat: boolean;
  expanded: boolean;
  onExpand(expanded: boolean): void;
  onRead(): void;
}

export function CitedCard({ group: { first, citations }, saysWhat, expanded, onExpand, onRead }: CitedCardProps) {
  const properties = [...new Set(citations.map(one => inSentence(propertyLabel(null, one.property))))];
  return (
    <QuotedWords
      words={first}
      expanded={expanded}
      onExpand={onExpand}
      onRead={onRead}
      item={{ className: 'cited-card' }}
      marks={
        <>
          {weightsOf(citations).map(credibility => (
            <GradeMark key={credibility} reliability={first.reliability} credibility={credibility} />
          ))}
          {saysWhat && <span className="cited-card-says">for {properties.join(', ')}</span>}
        </>
      }
    >
      {first.exhibitWithdrawn && <Badge tone="warning">exhibit withdrawn</Badge>}
      {expanded &&
        citations.map(citation => (
          <CitationJudgement key={citation.id} citation={citation} saysWhat={citations.length > 1} />
        ))}
    </QuotedWords>
  );
}

const bearings: { value: Bearing; label: string }[] = [
  { value: 'supports', label: `${bearingSigns.supports} For` },
  { value: 'contradicts', label: `${bearingSigns.contradicts} Against` },
  { value: 'context', label: `${bearingSigns.context} Context` },
];

function CitationJudgement({ citation, saysWhat }: { citation: Cited; saysWhat: boolean }) {
  const take = useStep();
  const what = propertyLabel(null, citation.property);
  return (
    <div className="cited-card-open">
      {saysWhat && <p className="cited-card-what">{what}</p>}
      <Segmented
        label={`Bearing on the statement: ${what.toLowerCase()}`}
        options={bearings}
        value={citation.bearing}
        onChange={bearing => void take(() => changeCitation(citation, { bearing }))}
      />
      <Select
        label="Credibility of the information"
        options={credibilityOptions}
        value={String(citation.credibility)}
        onChange={chosen =>
          void take(() => changeCitation(citation, { credibility: Credibility.parse(Number(chosen)) }))
        }
      />
      <p className="cited-card-record">
        Cited by {citation.citedBy}, {describeInstantDay(citation.citedAt)}. The words stay as they stood then.
      </p>
      <Button
        kind="quiet"
        icon={Undo2}
        label={`Withdraw this citation: ${what.toLowerCase()}`}
        onPress={() => void take(() => withdrawCitation(citation), 'Citation withdrawn.')}
      >
        Withdraw this citation
      </Button>
    </div>
  );
}
