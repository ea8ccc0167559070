import { Check, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { classes } from '../className.ts';
import { Kbd } from '../marks/Kbd.tsx';
import './Menu.css';

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  /** A second, quieter line. */
  hint?: string;
  shortcut?: string;
  onSelect(): void;
  disabled?: boolean;
  /** Draws a tick; makes it an item to tick. */
  checked?: boolean;
  danger?: boolean;
}
export type MenuEntry = MenuItem | 'separator';

/** The list of a menu: arrows, Home, End and first letters move; Enter takes. */
export function Menu({ label, items, onClose }: { label: string; items: readonly MenuEntry[]; onClose(): void }) {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('[role^="menuitem"]:not(:disabled)') ?? []),
  ];
  useEffect(() => {
    list.current?.querySelector<HTMLButtonElement>('[aria-checked="true"], [role^="menuitem"]:not(:disabled)')?.focus();
  }, []);
  const keyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) all[(next + all.length) % all.length]?.focus();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      rest.find(one => one.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="menu" role="menu" aria-label={label} ref={list} onKeyDown={keyDown} tabIndex={-1}>
      {items.map((item, index) =>
        item === 'separator' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a separator has no name of its own
          <hr key={`separator-${index}`} className="menu-separator" />
        ) : (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: set together with the role that has it
          <button
            key={item.label}
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.checked}
            tabIndex={-1}
            className={classes('menu-item', item.danger && 'menu-item-danger')}
            disabled={item.disabled}
            onPointerMove={event => event.currentTarget.focus()}
            onClick={() => {
              onClose();
              item.onSelect();
            }}
          >
            <span className="menu-icon">
              {item.checked ? <Check size={15} aria-hidden /> : item.icon && <item.icon size={15} aria-hidden />}
            </span>
            <span className="menu-words">
              <span className="one-line">{item.label}</span>
              {item.hint && <span className="menu-hint one-line">{item.hint}</span>}
            </span>
            {item.shortcut && <Kbd keys={item.shortcut} />}
          </button>
        ),
      )}
    </div>
  );
}
