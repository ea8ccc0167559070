import { ChevronsLeft, ChevronsRight, Keyboard } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from '../api/index.ts';
import { classes, formatCount, IconButton, Kbd, useMediaQuery } from '../ui/index.ts';
import { type Place, type PlaceId, useNavigate, useRoute } from '../workbench/index.ts';
import { ClaimHeld } from './ClaimHeld.tsx';
import { placeGroups } from './features.ts';
import { rememberNarrow, wasNarrow } from './navigationMemory.ts';
import type { Sheet } from './Shell.tsx';

/** The places of the case, with how much is in them. Folds to icons; at 200 % zoom it folds by itself. */
export function Navigation({ onSheet }: { onSheet(sheet: Sheet): void }) {
  const { caseId } = useRoute();
  const [folded, setFolded] = useState(wasNarrow);
  const cramped = useMediaQuery('(max-width: 900px)');
  const narrow = folded || cramped;
  const cases = useQuery('case.list', {});
  const row = cases.data?.find(one => one.id === caseId);
  const comments = useQuery('comment.counts', { caseId });
  const openThreads = comments.data?.reduce((sum, { open }) => sum + open, 0);
  const counts: Partial<Record<PlaceId, number>> = {
    exhibits: row?.exhibitCount,
    findings: row?.findingCount,
    review: openThreads,
  };
  const fold = () => {
    setFolded(!folded);
    rememberNarrow(!folded);
  };
  return (
    <nav className={classes('navigation', narrow && 'navigation-narrow')} aria-label="Case">
      {placeGroups.map(group => (
        <ul key={group[0]?.id} className="navigation-group">
          {group.map(place => (
            <NavigationItem key={place.id} place={place} count={counts[place.id]} narrow={narrow} />
          ))}
        </ul>
      ))}
      <div className="navigation-end">
        <ClaimHeld narrow={narrow} />
        <div className="navigation-foot">
          <IconButton icon={Keyboard} label="Keyboard shortcuts" shortcut="?" onPress={() => onSheet('keyboard')} />
          {!cramped && (
            <IconButton
              icon={folded ? ChevronsRight : ChevronsLeft}
              label={folded ? 'Show the names' : 'Icons only'}
              onPress={fold}
            />
          )}
        </div>
      </div>
    </nav>
  );
}

function NavigationItem({ place, count, narrow }: { place: Place; count: number | undefined; narrow: boolean }) {
  const route = useRoute();
  const navigate = useNavigate();
  const { icon: Icon } = place;
  return (
    <li>
      <button
        type="button"
        className="navigation-item"
        aria-current={route.place === place.id ? 'page' : undefined}
        title={narrow ? place.label : undefined}
        onClick={() => navigate.go({ place: place.id })}
      >
        <Icon size={16} aria-hidden />
        <span className={narrow ? 'visually-hidden' : 'navigation-label'}>{place.label}</span>
        {!narrow && (
          <>
            {count !== undefined && count > 0 && <span className="navigation-count">{formatCount(count)}</span>}
            <span className="navigation-keys">
              <Kbd keys={place.shortcut} />
            </span>
          </>
        )}
      </button>
    </li>
  );
}
