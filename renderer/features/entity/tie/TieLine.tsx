/** One tie as the entity in hand reads it: what it says, of whom, when, how sure; unfolded, why and by which words. */
import { ChevronRight, Scale } from 'lucide-react';
import { useState } from 'react';
import type { LinkView } from '../../../../shared/contract/entity.ts';
import { Button, classes, countOf } from '../../../ui/index.ts';
import { useNavigate } from '../../../workbench/index.ts';
import { CitedWords } from '../CitedWords.tsx';
import { EntityLink } from '../../entityLink/index.ts';
import { StrengthMark } from '../StrengthMark.tsx';
import { JudgeStrength } from './JudgeStrength.tsx';
import { StrengthReasons } from './StrengthReasons.tsx';
import { linkDates } from './tieGroups.ts';

export function TieLine({ link }: { link: LinkView }) {
  const { go } = useNavigate();
  const [open, setOpen] = useState(false);
  const [judging, setJudging] = useState(false);
  const { words, other, citationCount, strength, strengthJudgement } = link;
  const isRecord = link.schema !== null;
  return (
    <li className="tie">
      <div className="tie-head">
        <button
          type="button"
          className={classes('tie-fold', open && 'tie-open')}
          aria-expanded={open}
          aria-label={`Why: ${words} ${other?.caption ?? 'somebody not named'}`}
          onClick={() => setOpen(now => !now)}
        >
          <ChevronRight size={14} aria-hidden />
        </button>
        {link.kind === 'event' ? <AsEvent link={link} /> : <AsTie link={link} />}
        <span className="tie-end">
          <StrengthMark strength={strength} isJudged={strengthJudgement !== null} />
          <span className="tie-count">{citationCount === 0 ? 'not cited' : countOf(citationCount, 'citation')}</span>
        </span>
      </div>
      {open && (
        <div className="tie-why">
          <StrengthReasons entityId={link.entityId} />
          <CitedWords entityIds={[link.entityId]} statementIds={isRecord ? undefined : [link.statementId]} />
          <div className="tie-actions">
            {isRecord && (
              <Button kind="quiet" onPress={() => go({ place: 'entities', entityId: link.entityId })}>
                {link.kind === 'event' ? 'Open the event' : 'Open the tie'}
              </Button>
            )}
            {isRecord && (
              <Button kind="quiet" icon={Scale} onPress={() => setJudging(true)}>
                Judge how sure it is …
              </Button>
            )}
          </div>
        </div>
      )}
      {judging && (
        <JudgeStrength
          entityId={link.entityId}
          caption={link.caption}
          strength={strength}
          judgement={strengthJudgement}
          onClose={() => setJudging(false)}
        />
      )}
    </li>
  );
}

function AsTie({ link }: { link: LinkView }) {
  const { words, other, role, measure } = link;
  const dates = linkDates(link);
  return (
    <span className="tie-main">
      <span>{words}</span>
      {other ? <EntityLink entity={other} /> : <span className="tie-soft">(not said)</span>}
      {role !== '' && !words.includes(role) && <span className="tie-soft">as {role}</span>}
      {measure !== '' && <span className="tie-measure">{measure}</span>}
      {dates !== '' && <span className="tie-soft">{dates}</span>}
    </span>
  );
}

/** When it was comes first; the part played stands beside what happened. */
function AsEvent({ link }: { link: LinkView }) {
  const { other, role } = link;
  return (
    <span className="tie-main tie-event">
      <span className="tie-soft">{linkDates(link) || 'no date'}</span>
      <span className="tie-main">
        {other && <EntityLink entity={{ ...other, hint: '' }} />}
        {role !== '' && <span className="tie-soft">as {role}</span>}
      </span>
    </span>
  );
}
