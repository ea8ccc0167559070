/** One passage in the margin: its words, what rests on it, and, when it is in hand, its note, tags and what can be done. */
import { Quote, Undo2, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { canCite, type Citation } from '../../../shared/domain/citation.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import { type Passage, passageWords } from '../../../shared/domain/passage.ts';
import type { ClaimId } from '../../../shared/kernel/ids.ts';
import { CommentMark, CommentsButton } from '../comment/index.ts';
import { PassageTranslation, TranslatedWords } from '../translation/index.ts';
import { Badge, BearingSign, Button, classes, IconButton, InstantText, Notice } from '../../ui/index.ts';
import { pageWords } from './pageWords.ts';
import { PassageFields } from './PassageFields.tsx';
import type { CitationChange, PassageChange } from './passageSteps.ts';
import { BearingChoice, CredibilityChoice } from './SelectionPopover.tsx';
import type { NamedClaim } from './usePassages.ts';
import './PassageCard.css';

export interface PassageActions {
  cite(passage: Passage, from: Element): void;
  change(passage: Passage, change: PassageChange): void;
  withdraw(passage: Passage): void;
  changeCitation(citation: Citation, change: CitationChange): void;
  withdrawCitation(citation: Citation): void;
  openClaim(claim: NamedClaim): void;
}

export interface PassageCardProps {
  passage: Passage;
  mediaType: string;
  citations: readonly Citation[];
  claims: ReadonlyMap<ClaimId, NamedClaim>;
  selected: boolean;
  onSelect(): void;
  actions: PassageActions;
  /** Chips of the entities that rest on it. */
  entities?: ReactNode;
}

export function PassageCard({
  passage,
  mediaType,
  citations,
  claims,
  selected,
  onSelect,
  actions,
  entities,
}: PassageCardProps) {
  const card = useRef<HTMLLIElement>(null);
  const facts = [pageWords(passage, mediaType), passage.tags.join(', ')].filter(Boolean).join(' · ');
  useEffect(() => {
    if (selected) card.current?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);
  return (
    <li ref={card} className={classes('passage-card', selected && 'passage-card-selected')}>
      <button type="button" className="passage-card-words" aria-expanded={selected} onClick={onSelect}>
        <span className="passage-card-quote" dir="auto">
          {passageWords(passage)}
        </span>
        {!selected && <TranslatedWords translation={passage.translation} />}
        {facts !== '' && <span className="passage-card-facts">{facts}</span>}
      </button>
      {!selected && <CommentMark subject={{ kind: 'passage', id: passage.id }} />}
      {passage.anchor !== 'anchored' && (
        <Badge tone={passage.anchor === 'moved' ? 'warning' : 'problem'}>{anchorWords[passage.anchor]}</Badge>
      )}
      {!selected && passage.note !== '' && <p className="passage-card-note">{passage.note}</p>}
      {entities && <div className="passage-card-entities">{entities}</div>}
      {citations.length > 0 && (
        <ul className="passage-card-citations" aria-label="Citations">
          {citations.map(citation => (
            <CitationLine
              key={citation.id}
              citation={citation}
              claim={claims.get(citation.claimId)}
              open={selected}
              actions={actions}
            />
          ))}
        </ul>
      )}
      {selected && (
        <div className="passage-card-open">
          {passage.anchor === 'orphaned' && (
            <Notice kind="warning">
              Its words are not found in the text any more. What was cited before stands as it stood; nothing new can
              rest on it.
            </Notice>
          )}
          <PassageFields passage={passage} onChange={change => actions.change(passage, change)} />
          {passage.kind === 'words' && <PassageTranslation passage={passage} />}
          <p className="passage-card-facts">
            Marked by {passage.markedBy}, <InstantText at={passage.markedAt} />
          </p>
          <div className="passage-card-actions">
            <Button
              kind="plain"
              icon={Quote}
              disabled={!canCite(passage)}
              onPress={() => card.current && actions.cite(passage, card.current)}
            >
              Cite …
            </Button>
            <Button kind="quiet" icon={Undo2} onPress={() => actions.withdraw(passage)}>
              Withdraw
            </Button>
            <CommentsButton subject={{ kind: 'passage', id: passage.id }} name="this passage" />
          </div>
        </div>
      )}
    </li>
  );
}

const anchorWords = { moved: 'found elsewhere in the text', orphaned: 'words no longer found' } as const;

interface CitationLineProps {
  citation: Citation;
  claim: NamedClaim | undefined;
  open: boolean;
  actions: PassageActions;
}

function CitationLine({ citation, claim, open, actions }: CitationLineProps) {
  const words = claim?.text || 'Claim without words yet';
  return (
    <li className="citation-line">
      <div className="citation-line-head">
        <BearingSign bearing={citation.bearing} />
        {claim ? (
          <button
            type="button"
            className="citation-line-claim"
            title={`${findingName({ number: claim.findingNumber })} ${claim.findingTitle}`}
            onClick={() => actions.openClaim(claim)}
          >
            {words}
          </button>
        ) : (
          <span className="citation-line-claim">{words}</span>
        )}
        <span className="citation-line-grade" title="Credibility of the information">
          {citation.credibility}
        </span>
        {open && (
          <IconButton
            icon={X}
            label="Withdraw this citation"
            size={14}
            onPress={() => actions.withdrawCitation(citation)}
          />
        )}
      </div>
      {open && (
        <>
          <BearingChoice value={citation.bearing} onChange={bearing => actions.changeCitation(citation, { bearing })} />
          <CredibilityChoice
            value={citation.credibility}
            onChange={credibility => actions.changeCitation(citation, { credibility })}
          />
        </>
      )}
    </li>
  );
}
