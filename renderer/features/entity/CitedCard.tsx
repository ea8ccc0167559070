/** Words that statements rest on: frozen, with where they stand, what they are cited for and how much they weigh. */
import { ChevronDown, ChevronUp, Undo2 } from 'lucide-react';
import { type Bearing, bearingSigns } from '../../../shared/domain/citation.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { Credibility } from '../../../shared/domain/source.ts';
import { describeInstantDay } from '../../../shared/kernel/dates.ts';
import { Badge, BearingSign, Button, classes, GradeMark, IconButton, Mono, Segmented, Select } from '../../ui/index.ts';
import { citationName, citedPage, useStep } from '../citation/index.ts';
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

const anchorWords = { moved: 'found elsewhere in the text', orphaned: 'words no longer found' } as const;

export function CitedCard({ group: { first, citations }, saysWhat, expanded, onExpand, onRead }: CitedCardProps) {
  const name = citationName(first);
  const properties = [...new Set(citations.map(one => inSentence(propertyLabel(null, one.property))))];
  return (
    <li className={classes('cited-card', `cited-card-${first.bearing}`)}>
      <div className="cited-card-head">
        <BearingSign bearing={first.bearing} />
        <Mono>{exhibitNumber(first.exhibitNumber)}</Mono>
        <span className="cited-card-page">{citedPage(first)}</span>
        {weightsOf(citations).map(credibility => (
          <GradeMark key={credibility} reliability={first.reliability} credibility={credibility} />
        ))}
        {saysWhat && <span className="cited-card-says">for {properties.join(', ')}</span>}
        <span className="cited-card-tools">
          <IconButton
            icon={expanded ? ChevronUp : ChevronDown}
            size={15}
            label={`Bearing and weight of ${name}`}
            expanded={expanded}
            onPress={() => onExpand(!expanded)}
          />
        </span>
      </div>
      <button type="button" className="cited-card-words" onClick={onRead}>
        <span className="visually-hidden">{`Read ${name} in its page: `}</span>
        <q className={classes('cited-card-quote', !expanded && 'cited-card-clamped')} dir="auto">
          {first.quote}
        </q>
        <span className="cited-card-title one-line" dir="auto" title={first.exhibitTitle}>
          {first.exhibitTitle}
          {first.sourceName !== null && ` · ${first.sourceName}`}
        </span>
      </button>
      {(first.anchor === 'moved' || first.anchor === 'orphaned') && (
        <Badge tone={first.anchor === 'moved' ? 'warning' : 'problem'}>{anchorWords[first.anchor]}</Badge>
      )}
      {first.exhibitWithdrawn && <Badge tone="warning">exhibit withdrawn</Badge>}
      {expanded &&
        citations.map(citation => (
          <CitationJudgement key={citation.id} citation={citation} saysWhat={citations.length > 1} />
        ))}
    </li>
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
