/** One citation of a claim: the frozen words, where they stand, how much they weigh, and what can be done about it. */
import { ChevronDown, ChevronUp, MessageSquareReply, TextQuote, Undo2 } from 'lucide-react';
import { type DragEvent, useEffect, useRef } from 'react';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { TranslatedWords } from '../translation/index.ts';
import { Badge, BearingSign, Button, classes, GradeMark, IconButton, Mono } from '../../ui/index.ts';
import { CommentsButton } from '../comment/index.ts';
import { CitationFields } from './CitationFields.tsx';
import { type CitedPassage, citationName, citedPage, standsOpen } from './citationWords.ts';
import { dragCitation } from './citationDrag.ts';
import type { CitationActions } from './useCitationActions.ts';
import './CitationCard.css';

export interface CitationCardProps {
  citation: CitedPassage;
  actions: CitationActions;
  /** Its words are in the reading pane now. */
  reading: boolean;
  /** Its fields are unfolded. */
  expanded: boolean;
  /** The narrative calls it. */
  inText: boolean;
  onRead(): void;
  onExpand(expanded: boolean): void;
  /** Puts its chip at the cursor of the narrative. */
  onPutInText?: () => void;
}

const anchorWords = { moved: 'found elsewhere in the text', orphaned: 'words no longer found' } as const;

export function CitationCard(props: CitationCardProps) {
  const { citation, actions, reading, expanded, inText, onRead, onExpand, onPutInText } = props;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (reading) card.current?.scrollIntoView?.({ block: 'nearest' });
  }, [reading]);
  const name = citationName(citation);
  const open = standsOpen(citation);
  const drag = (event: DragEvent) => dragCitation(event.dataTransfer, citation.id, name);
  return (
    <li
      ref={card}
      className={classes('citation-card', `citation-card-${citation.bearing}`, reading && 'citation-card-reading')}
      draggable={onPutInText !== undefined && !expanded}
      onDragStart={drag}
    >
      <div className="citation-card-head">
        <BearingSign bearing={citation.bearing} />
        <Mono>{exhibitNumber(citation.exhibitNumber)}</Mono>
        <span className="citation-card-page">{citedPage(citation)}</span>
        <GradeMark reliability={citation.reliability} credibility={citation.credibility} />
        <span className="citation-card-tools">
          <CommentsButton subject={{ kind: 'citation', id: citation.id }} name={name} />
          {onPutInText && (
            <IconButton
              icon={TextQuote}
              size={15}
              label={inText ? `${name} stands in the text; put it at the cursor again` : `Put ${name} in the text`}
              pressed={inText}
              onPress={onPutInText}
            />
          )}
          <IconButton
            icon={expanded ? ChevronUp : ChevronDown}
            size={15}
            label={`Bearing and weight of ${name}`}
            expanded={expanded}
            onPress={() => onExpand(!expanded)}
          />
        </span>
      </div>
      <button type="button" className="citation-card-words" onClick={onRead}>
        <span className="visually-hidden">{`Read ${name} in its page: `}</span>
        <q className={classes('citation-card-quote', !expanded && 'citation-card-clamped')} dir="auto">
          {citation.quote}
        </q>
        <TranslatedWords translation={citation.translation} />
        <span className="citation-card-title one-line" dir="auto" title={citation.exhibitTitle}>
          {citation.exhibitTitle}
          {citation.sourceName !== null && ` · ${citation.sourceName}`}
        </span>
      </button>
      {(citation.anchor === 'moved' || citation.anchor === 'orphaned') && (
        <Badge tone={citation.anchor === 'moved' ? 'warning' : 'problem'}>{anchorWords[citation.anchor]}</Badge>
      )}
      {!expanded && citation.bearing === 'contradicts' && !open && (
        <p className="citation-card-answer">
          <span className="citation-card-answer-label">Answered:</span> {citation.rebuttal}
        </p>
      )}
      {!expanded && open && (
        <Button kind="quiet" icon={MessageSquareReply} onPress={() => onExpand(true)}>
          Answer it
        </Button>
      )}
      {expanded && (
        <div className="citation-card-open">
          <CitationFields citation={citation} actions={actions} />
          <Button kind="quiet" icon={Undo2} onPress={() => actions.withdraw(citation)}>
            Withdraw this citation
          </Button>
        </div>
      )}
    </li>
  );
}
