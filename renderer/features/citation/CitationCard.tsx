/** One citation of a claim: the frozen words, where they stand, how much they weigh, and what can be done about it. */
import { MessageSquareReply, TextQuote, Undo2 } from 'lucide-react';
import { type DragEvent, useEffect, useRef } from 'react';
import { TranslatedWords } from '../translation/index.ts';
import { Button, classes, GradeMark, IconButton } from '../../ui/index.ts';
import { CommentsButton } from '../comment/index.ts';
import { CitationFields } from './CitationFields.tsx';
import { type CitedPassage, citationName, standsOpen } from './citationWords.ts';
import { dragCitation } from './citationDrag.ts';
import { QuotedWords } from './QuotedWords.tsx';
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

export function CitationCard(props: CitationCardProps) {
  const { citation, actions, reading, expanded, inText, onRead, onExpand, onPutInText } = props;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (reading) card.current?.scrollIntoView?.({ block: 'nearest' });
  }, [reading]);
  const name = citationName(citation);
  const open = standsOpen(citation);
  return (
    <QuotedWords
      words={citation}
      expanded={expanded}
      onExpand={onExpand}
      onRead={onRead}
      item={{
        ref: card,
        className: classes(reading && 'citation-card-reading'),
        draggable: onPutInText !== undefined && !expanded,
        onDragStart: (event: DragEvent) => dragCitation(event.dataTransfer, citation.id, name),
      }}
      marks={<GradeMark reliability={citation.reliability} credibility={citation.credibility} />}
      tools={
        <>
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
        </>
      }
      beside={<TranslatedWords translation={citation.translation} />}
    >
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
    </QuotedWords>
  );
}
