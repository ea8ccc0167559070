/** Entities of the vault that an exhibit seems to name. A name is no identification: each is a proposal until somebody accepts it. */
import { CheckCheck, ChevronDown, ChevronRight, X } from 'lucide-react';
import { useState } from 'react';
import type { Mention } from '../../../shared/contract/mention.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, countOf, Failed, formatCount, IconButton, Loading } from '../../ui/index.ts';
import { EntityLink } from '../entityLink/index.ts';
import { type KnownEntity, knownEntities, mentionKey, sharedWith } from './mentionRows.ts';
import { PlaceLine } from './PlaceLine.tsx';
import { useFocusInList } from './useFocusInList.ts';
import { type MentionActions, useMentionSteps } from './useMentionSteps.ts';
import './mention.css';

export interface KnownInExhibitProps {
  exhibitId: ExhibitId;
  pageCount: number;
  /** The pages that are looked at. */
  from: number;
  count: number;
}

const SHOWN_AT_ONCE = 30;

export function KnownInExhibit({ exhibitId, pageCount, from, count }: KnownInExhibitProps) {
  const { data, error, refetch } = useQuery('mention.inExhibit', { exhibitId, from, count });
  const actions = useMentionSteps();
  const list = useFocusInList();
  const [decided, setDecided] = useState(false);
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Looking for names that the vault knows" rows={2} />;
  const all = knownEntities(data);
  const open = all.filter(row => row.open.length > 0);
  const settled = all.filter(row => row.accepted.length + row.rejected.length > 0);
  const shown = decided ? settled : open;
  return (
    <div className="mentions">
      <div className="mentions-head">
        <h4>Known to the vault</h4>
        <span className="inspector-soft">
          {open.length === 0 ? 'nothing to decide' : countOf(open.length, 'entity', 'entities')}
        </span>
        {(settled.length > 0 || decided) && (
          <Button kind="quiet" onPress={() => setDecided(now => !now)}>
            {decided ? 'To decide' : `Decided ${formatCount(settled.length)}`}
          </Button>
        )}
      </div>
      {shown.length > 0 && (
        <ul {...list} className="inspector-list" aria-label={decided ? 'Entities decided on' : 'Entities proposed'}>
          {shown.slice(0, most).map(row => (
            <KnownRow
              key={row.entity.id}
              row={row}
              places={decided ? [...row.accepted, ...row.rejected] : row.open}
              isOpen={!decided}
              all={data}
              actions={actions}
              onAcceptAll={() => actions.acceptAll(row.entity, exhibitId, pageCount)}
            />
          ))}
        </ul>
      )}
      {shown.length > most && (
        <Button kind="quiet" onPress={() => setMost(now => now + SHOWN_AT_ONCE)}>
          Show {formatCount(Math.min(SHOWN_AT_ONCE, shown.length - most))} more
        </Button>
      )}
    </div>
  );
}

interface KnownRowProps {
  row: KnownEntity;
  places: readonly Mention[];
  isOpen: boolean;
  all: readonly Mention[];
  actions: MentionActions;
  onAcceptAll(): void;
}

function KnownRow({ row, places, isOpen, all, actions, onAcceptAll }: KnownRowProps) {
  const { entity } = row;
  const [expanded, setExpanded] = useState(places.length === 1);
  const others = [...new Map(places.flatMap(place => sharedWith(place, all)).map(one => [one.id, one])).values()];
  return (
    <li className={isOpen ? 'proposal proposal-open' : 'proposal'}>
      <div className="proposal-head">
        <IconButton
          icon={expanded ? ChevronDown : ChevronRight}
          size={15}
          label={`Places of ${entity.caption}`}
          expanded={expanded}
          onPress={() => setExpanded(now => !now)}
        />
        <span className="mention-entity">
          <EntityLink entity={entity} />
        </span>
      </div>
      <div className="mention-foot">
        <span className="inspector-soft">
          {countOf(places.length, 'place')} · {wordsOf(places)}
        </span>
        {isOpen && (
          <span className="proposal-actions">
            <IconButton
              icon={CheckCheck}
              size={15}
              label={`Accept all of ${entity.caption} in this exhibit`}
              disabled={actions.busy}
              onPress={onAcceptAll}
            />
            <IconButton
              icon={X}
              size={15}
              label={`Reject all of ${entity.caption} in this exhibit`}
              disabled={actions.busy}
              onPress={() => actions.reject(onePerWords(places))}
            />
          </span>
        )}
      </div>
      {isOpen && others.length > 0 && (
        <p className="inspector-soft">
          The same words name {others.map(one => [one.caption, one.hint].filter(Boolean).join(', ')).join(' and ')} too.
        </p>
      )}
      {expanded && (
        <ul className="inspector-list mention-places">
          {places.map(place => (
            <PlaceLine key={mentionKey(place)} mention={place} actions={actions} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** As they stand in the text, each once. */
function wordsOf(places: readonly Mention[]): string {
  const words = [...new Set(places.map(place => place.words.replace(/\s+/gu, ' ')))];
  return words.length > WORDS_SHOWN ? `${words.slice(0, WORDS_SHOWN).join(', ')} …` : words.join(', ');
}

const WORDS_SHOWN = 3;

/** A rejection is of the words, so that one place of each is enough. */
function onePerWords(places: readonly Mention[]): Mention[] {
  return [...new Map(places.map(place => [place.words.toLowerCase().replace(/\s+/gu, ' '), place])).values()];
}
