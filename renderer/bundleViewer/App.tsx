/** The viewer's frame: what the case is, the places, the list on the left and the reading pane on the right. */
import { useEffect, useMemo } from 'react';
import type { BundleCase } from '../../shared/domain/bundle.ts';
import { type CaseIndex, indexCase } from './content/caseIndex.ts';
import { languageOf } from './content/languageOf.ts';
import { Reader } from './reader/Reader.tsx';
import { type Route, toCitation, useRoute, VIEWS, type View } from './route.ts';
import { useTheme } from './theme.ts';
import { ChronologyView } from './views/ChronologyView.tsx';
import { CustodyView } from './views/CustodyView.tsx';
import { ExhibitsView } from './views/ExhibitsView.tsx';
import { FindingsView } from './views/FindingsView.tsx';
import { ReportView } from './views/ReportView.tsx';
import { VerifyView } from './views/VerifyView.tsx';
import { instantWords } from './views/words.ts';

const NAMES: Record<View, string> = {
  findings: 'Findings',
  report: 'Report',
  exhibits: 'Exhibits',
  chronology: 'Chronology',
  custody: 'Custody',
  verify: 'Verify',
};

export function App({ bundle }: { bundle: BundleCase }) {
  const index = useMemo(() => indexCase(bundle), [bundle]);
  const [route, go] = useRoute();
  useStepping(index, route, go);
  return (
    <div className="frame">
      <CaseHead bundle={bundle} />
      <nav aria-label="Places">
        {VIEWS.map(view => (
          <button
            key={view}
            type="button"
            aria-current={route.view === view ? 'page' : undefined}
            onClick={() => go({ view })}
          >
            {NAMES[view]}
          </button>
        ))}
        <span className="quiet keys">
          <kbd>J</kbd> <kbd>K</kbd> next and previous citation
        </span>
      </nav>
      <main>
        <section
          className="list"
          aria-label={NAMES[route.view]}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
          tabIndex={0}
        >
          <Place {...{ index, route, go }} />
        </section>
        <Reader {...{ index, route, go }} />
      </main>
    </div>
  );
}

function CaseHead({ bundle }: { bundle: BundleCase }) {
  const { case: about } = bundle;
  const [theme, toggle] = useTheme();
  return (
    <header className="case-head">
      <span className="number">{about.reference}</span>
      <h1 lang={languageOf(about.title)}>{about.title}</h1>
      {about.isExercise && <span className="exercise">Exercise</span>}
      <span className="mark">{about.handlingMark}</span>
      <span className="quiet exported">exported {instantWords(about.exportedAt)}</span>
      <button type="button" onClick={toggle}>
        {theme === 'dark' ? 'Light' : 'Dark'}
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
    </header>
  );
}

interface PlaceProps {
  index: CaseIndex;
  route: Route;
  go: (change: Partial<Route>) => void;
}

function Place(props: PlaceProps) {
  switch (props.route.view) {
    case 'findings':
      return <FindingsView {...props} />;
    case 'report':
      return <ReportView {...props} />;
    case 'exhibits':
      return <ExhibitsView {...props} />;
    case 'chronology':
      return <ChronologyView {...props} />;
    case 'custody':
      return <CustodyView index={props.index} />;
    case 'verify':
      return <VerifyView index={props.index} />;
  }
}

/** J and K step through the citations in the order of reading, from wherever one is. */
function useStepping(index: CaseIndex, route: Route, go: (change: Partial<Route>) => void): void {
  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      const typing = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
      if (by === 0 || typing) return;
      const ids = [...index.citations.keys()];
      const at = route.citation === null ? (by > 0 ? -1 : ids.length) : ids.indexOf(route.citation);
      const next = ids[at + by];
      if (next !== undefined) go(toCitation(next));
    };
    window.addEventListener('keydown', step);
    return () => window.removeEventListener('keydown', step);
  }, [index, route, go]);
}
