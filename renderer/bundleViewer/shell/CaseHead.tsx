/** What this bundle is, and the box that searches all of it. */
import { useEffect, useRef, useState } from 'react';
import type { BundleCase } from '../../../shared/domain/bundle.ts';
import { languageOf } from '../content/languageOf.ts';
import type { Go, Route } from '../route.ts';
import { useTheme } from '../theme.ts';
import { instantWords } from '../views/words.ts';

interface Props {
  bundle: BundleCase;
  route: Route;
  go: Go;
  onHelp: () => void;
}

export function CaseHead({ bundle: { case: about }, route, go, onHelp }: Props) {
  const [theme, toggle] = useTheme();
  return (
    <header className="case-head">
      <span className="number" title={about.reference}>
        {about.reference}
      </span>
      <h1 lang={languageOf(about.title)} title={about.title}>
        {about.title}
      </h1>
      {about.isExercise && <span className="exercise">Exercise</span>}
      <span className="mark">{about.handlingMark}</span>
      <span className="quiet exported">exported {instantWords(about.exportedAt)}</span>
      <SearchBox query={route.query} go={go} />
      <button type="button" onClick={toggle}>
        {theme === 'dark' ? 'Light' : 'Dark'}
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
      <button type="button" aria-label="Keys" title="Keys (?)" onClick={onHelp}>
        ?
      </button>
    </header>
  );
}

function SearchBox({ query, go }: { query: string; go: Go }) {
  const [typed, setTyped] = useState(query);
  const box = useRef<HTMLInputElement>(null);
  // Back and forward bring the words of their place.
  useEffect(() => setTyped(query), [query]);
  return (
    <search>
      <form
        onSubmit={event => {
          event.preventDefault();
          go({ view: 'search', query: typed.trim(), item: null });
        }}
      >
        <input
          ref={box}
          id="search-box"
          type="search"
          aria-label="Search in this bundle"
          aria-keyshortcuts="/"
          placeholder="Search this bundle   /"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            box.current?.blur();
          }}
        />
      </form>
    </search>
  );
}
