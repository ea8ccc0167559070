/** One citation of a statement: the frozen words, where they stand and how much they weigh. */
import { ChevronDown, ChevronUp, Undo2 } from 'lucide-react';
import { type Bearing, bearingSigns } from '../../../shared/domain/citation.ts';
import type { StatementCitationView } from '../../../shared/domain/entity/statement.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { Credibility } from '../../../shared/domain/source.ts';
import { describeInstantDay } from '../../../shared/kernel/dates.ts';
import { Badge, BearingSign, Button, classes, GradeMark, IconButton, Mono, Segmented, Select } from '../../ui/index.ts';
import { citationName, citedPage, useStep } from '../citation/index.ts';
import { changeCitation, withdrawCitation } from './citationSteps.ts';
import { propertyLabel } from './propertyWords.ts';
import { credibilityOptions } from './statementWords.ts';

export interface CitedCardProps {
  citation: StatementCitationView;
  /** What the words are cited for, where that is not in view. */
  says: { property: string; value: string } | null;
  expanded: boolean;
  onExpand(expanded: boolean): void;
  onRead(): void;
}

const anchorWords = { moved: 'found elsewhere in the text', orphaned: 'words no longer found' } as const;

export function CitedCard({ citation, says, expanded, onExpand, onRead }: CitedCardProps) {
  const name = citationName(citation);
  return (
    <li className={classes('cited-card', `cited-card-${citation.bearing}`)}>
      <div className="cited-card-head">
        <BearingSign bearing={citation.bearing} />
        <Mono>{exhibitNumber(citation.exhibitNumber)}</Mono>
        <span className="cited-card-page">{citedPage(citation)}</span>
        <GradeMark reliability={citation.reliability} credibility={citation.credibility} />
        {says && (
          <span className="cited-card-says one-line">for {propertyLabel(null, says.property).toLowerCase()}</span>
        )}
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
          {citation.quote}
        </q>
        <span className="cited-card-title one-line" dir="auto" title={citation.exhibitTitle}>
          {citation.exhibitTitle}
          {citation.sourceName !== null && ` · ${citation.sourceName}`}
        </span>
      </button>
      {(citation.anchor === 'moved' || citation.anchor === 'orphaned') && (
        <Badge tone={citation.anchor === 'moved' ? 'warning' : 'problem'}>{anchorWords[citation.anchor]}</Badge>
      )}
      {citation.exhibitWithdrawn && <Badge tone="warning">exhibit withdrawn</Badge>}
      {expanded && <CitationJudgement citation={citation} />}
    </li>
  );
}

const bearings: { value: Bearing; label: string }[] = [
  { value: 'supports', label: `${bearingSigns.supports} For` },
  { value: 'contradicts', label: `${bearingSigns.contradicts} Against` },
  { value: 'context', label: `${bearingSigns.context} Context` },
];

function CitationJudgement({ citation }: { citation: StatementCitationView }) {
  const take = useStep();
  return (
    <div className="cited-card-open">
      <Segmented
        label="Bearing on the statement"
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
        onPress={() => void take(() => withdrawCitation(citation), 'Citation withdrawn.')}
      >
        Withdraw this citation
      </Button>
    </div>
  );
}
