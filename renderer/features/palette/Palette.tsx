import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { classes, enterTopLayer, floating, Kbd, Mono } from '../../ui/index.ts';
import { grouped, type PaletteItem } from './paletteItems.ts';
import { usePaletteItems } from './usePaletteItems.ts';
import './palette.css';

/** One field for everything that can be done or opened. */
export function Palette({ open, onClose }: { open: boolean; onClose(): void }) {
  return open ? <OpenPalette onClose={onClose} /> : null;
}

function OpenPalette({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState('');
  const items = usePaletteItems(typed);
  return <PaletteView typed={typed} onTyped={setTyped} items={items} onClose={onClose} />;
}

export interface PaletteViewProps {
  typed: string;
  onTyped(typed: string): void;
  items: readonly PaletteItem[];
  onClose(): void;
}

export function PaletteView({ typed, onTyped, items, onClose }: PaletteViewProps) {
  const [active, setActive] = useState(0);
  const listId = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const at = Math.min(active, Math.max(0, items.length - 1));
  useLayoutEffect(() => {
    before.current = document.activeElement;
    enterTopLayer(sheet.current);
    sheet.current?.querySelector('input')?.focus();
    return () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    };
  }, []);
  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [at, listId]);
  const take = (item: PaletteItem | undefined) => {
    if (!item) return;
    // Closed first: the focus goes back to where it was before the command moves it on.
    onClose();
    queueMicrotask(item.run);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = items.length - 1;
    const next = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key];
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter') take(items[at]);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={sheet}
      {...floating}
      role="dialog"
      aria-label="Search or do"
      className="palette-back"
      onKeyDown={keyDown}
      onPointerDown={event => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="palette">
        <input
          className="palette-field"
          role="combobox"
          aria-label="Search or do"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
          placeholder="A command, EX-0042, a title, a finding, or words to search for"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={event => {
            onTyped(event.target.value);
            setActive(0);
          }}
        />
        <div className="palette-list" role="listbox" id={listId} aria-label="What fits" tabIndex={-1}>
          {grouped(items).map(group => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
            <div key={group.section} role="group" aria-label={group.section}>
              <p className="palette-section" aria-hidden>
                {group.section}
              </p>
              {group.items.map(({ item, index }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
                <div
                  key={item.id}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className={classes('palette-item', index === at && 'palette-item-active')}
                  onPointerMove={() => setActive(index)}
                  onPointerDown={event => event.preventDefault()}
                  onClick={() => take(item)}
                >
                  {item.mark && <Mono>{item.mark}</Mono>}
                  <span className="one-line palette-title">{item.title}</span>
                  {item.hint && <span className="palette-hint one-line">{item.hint}</span>}
                  {item.shortcut && <Kbd keys={item.shortcut} />}
                </div>
              ))}
            </div>
          ))}
          {items.length === 0 && <p className="palette-none">Nothing fits.</p>}
        </div>
      </div>
    </div>
  );
}
