import type { LucideIcon } from 'lucide-react';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Popover } from '../floating/Popover.tsx';
import { IconButton } from './IconButton.tsx';
import { Menu, type MenuEntry } from './Menu.tsx';
import './Button.css';

export interface MenuButtonProps {
  /** The name of the button; shown unless `children` are given, hidden with `iconOnly`. */
  label: string;
  icon?: LucideIcon;
  iconOnly?: boolean;
  children?: ReactNode;
  items: readonly MenuEntry[];
  disabled?: boolean;
}

export function MenuButton({ label, icon: Icon, iconOnly, children, items, disabled }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const toggle = () => setOpen(now => !now);
  return (
    <>
      {iconOnly && Icon ? (
        <IconButton ref={anchor} icon={Icon} label={label} expanded={open} onPress={toggle} disabled={disabled} />
      ) : (
        <button
          ref={anchor}
          type="button"
          className="button button-quiet menu-button"
          aria-haspopup="menu"
          aria-expanded={open}
          disabled={disabled}
          onClick={toggle}
        >
          {Icon && <Icon size={15} aria-hidden />}
          <span className="button-words">
            {children && <span className="visually-hidden">{label}: </span>}
            {children ?? label}
          </span>
          <ChevronDown size={14} aria-hidden />
        </button>
      )}
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label={label} plain>
        <Menu label={label} items={items} onClose={() => setOpen(false)} />
      </Popover>
    </>
  );
}
