/** The one box: operators are offered as one types, and what cannot be read is shown at its place. */
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { parseQuery } from '../../../shared/domain/search/index.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { classes, IconButton, Popover } from '../../ui/index.ts';
import { type Hint, useHints } from './useHints.ts';
import './SearchBox.css';

export interface SearchBoxProps {
  caseId: CaseId;
  query: string;
  onQuery(query: string): void;
  /** Enter: search now. */
  onSearch(): void;
  /** Arrow down with nothing offered: on to the results. */
  onDown(): void;
  ref?: Ref<HTMLInputElement>;
}

export function SearchBox({ caseId, query, onQuery, onSearch, onDown, ref }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement);
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const hints = useHints(caseId, query, caret);
  const open = caret !== null && hints.length > 0;
  const parsed = parseQuery(query);

  const take = (hint: Hint) => {
    const next = query.slice(0, hint.from) + hint.insert + query.slice(hint.to);
    const at = hint.from + hint.insert.length;
    onQuery(next);
    setActive(-1);
    setCaret(at);
    // The field gets the new text with the next drawing; the caret follows it.
    requestAnimationFrame(() => input.current?.setSelectionRange(at, at));
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const hint = hints[active];
    if (event.key === 'ArrowDown' && open) setActive((active + 1) % hints.length);
    else if (event.key === 'ArrowUp' && open) setActive((active - 1 + hints.length) % hints.length);
    else if (event.key === 'ArrowDown') onDown();
    else if ((event.key === 'Tab' || event.key === 'Enter') && open && hint && !event.shiftKey) take(hint);
    else if (event.key === 'Enter') {
      setCaret(null);
      onSearch();
    } else if (event.key === 'Escape' && open) setCaret(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const typed = (element: HTMLInputElement) => {
    setCaret(element.selectionStart);
    setActive(-1);
  };

  return (
    <div className="search-box">
      <div className="search-box-field" ref={box}>
        <Search size={17} aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label="Search the text of all exhibits"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          aria-invalid={!parsed.ok || undefined}
          aria-describedby={`${listId}-said`}
          className="search-box-input"
          placeholder='Words, "a phrase", 환적, type:pdf, cargo NEAR/5 transfer'
          value={query}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={event => {
            onQuery(event.target.value);
            typed(event.target);
          }}
          onKeyDown={keyDown}
          onClick={event => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setCaret(null)}
        />
        {query !== '' && (
          <IconButton
            icon={X}
            label="Clear the search"
            size={15}
            onPress={() => {
              onQuery('');
              input.current?.focus();
            }}
          />
        )}
      </div>
      <QuerySaid id={`${listId}-said`} query={query} parsed={parsed} />
      <Popover open={open} onClose={() => setCaret(null)} anchor={box} label="Operators" plain>
        <div className="search-hints" role="listbox" id={listId} aria-label="Operators and fields">
          {hints.map((hint, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
            <div
              key={`${hint.insert} ${hint.detail}`}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classes('search-hint', index === active && 'search-hint-active')}
              onPointerMove={() => setActive(index)}
              onPointerDown={event => event.preventDefault()}
              onClick={() => take(hint)}
            >
              <code className="one-line">{hint.insert.trim()}</code>
              <span className="one-line">{hint.detail}</span>
            </div>
          ))}
          <p className="search-hints-foot">Arrows choose, Tab takes, Enter searches.</p>
        </div>
      </Popover>
    </div>
  );
}

/** What was not understood, or understood otherwise, with its place in the query. */
function QuerySaid({ id, query, parsed }: { id: string; query: string; parsed: ReturnType<typeof parseQuery> }) {
  const said = parsed.ok ? parsed.warnings : [{ message: parsed.message, at: parsed.at }];
  return (
    <div id={id} className="query-said" role="status">
      {query.trim() !== '' &&
        said.map(one => (
          <p key={`${one.at} ${one.message}`} className={parsed.ok ? 'query-warning' : 'query-problem'}>
            <QueryPlace query={query} at={one.at} />
            {one.message}.
          </p>
        ))}
    </div>
  );
}

/** How much of the query is shown around the place, so that the sentence stays in one line. */
const AROUND = 14;

function QueryPlace({ query, at }: { query: string; at: number }) {
  const place = Math.min(at, query.length);
  const before = query.slice(Math.max(0, place - AROUND), place);
  const word = /^\S*/.exec(query.slice(place, place + AROUND))?.[0] ?? '';
  return (
    <code aria-hidden className="query-place">
      {place > AROUND && '…'}
      {before}
      <mark>{word === '' ? '␣' : word}</mark>
    </code>
  );
}
