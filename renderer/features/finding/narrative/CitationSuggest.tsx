/** The list beside an open bracket. The editor keeps the focus and hands the keys over. */
import { useEffect, useRef } from 'react';
import { BearingSign, classes, Popover } from '../../../ui/index.ts';
import type { CitationOption } from './citationMatches.ts';

export interface CitationSuggestProps {
  id: string;
  options: readonly CitationOption[];
  active: number;
  anchor: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
  /** Nothing at all can be cited yet. */
  none: boolean;
  onActive(index: number): void;
  onTake(option: CitationOption): void;
  onClose(): void;
}

export function CitationSuggest({
  id,
  options,
  active,
  anchor,
  none,
  onActive,
  onTake,
  onClose,
}: CitationSuggestProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  });
  return (
    <Popover open onClose={onClose} anchor={anchor} label="Citations of the claims" plain>
      <div className="citation-suggest" role="listbox" id={id} aria-label="Citations of the claims" ref={list}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the editor has the keyboard
          <div
            key={option.citation.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes('citation-suggest-option', index === active && 'citation-suggest-active')}
            onPointerMove={() => onActive(index)}
            onPointerDown={event => event.preventDefault()}
            onClick={() => onTake(option)}
          >
            <span className="citation-suggest-name">
              <BearingSign bearing={option.citation.bearing} />
              {option.name}
              <span className="citation-suggest-claim">claim {option.claimNumber}</span>
            </span>
            <q className="citation-suggest-quote one-line" dir="auto">
              {option.citation.quote}
            </q>
          </div>
        ))}
        {options.length === 0 && (
          <div className="citation-suggest-none" role="option" aria-selected={false} aria-disabled tabIndex={-1}>
            {none
              ? 'Nothing is cited for the claims yet. Take a claim in hand, and cite in the reader with C.'
              : 'No citation fits.'}
          </div>
        )}
      </div>
    </Popover>
  );
}
