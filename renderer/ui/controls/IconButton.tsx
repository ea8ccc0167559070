import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { ariaKeys, printedKeys } from '../keys.ts';
import './Button.css';

export interface IconButtonProps {
  icon: LucideIcon;
  /** Its name, shown on hover too. */
  label: string;
  onPress?: () => void;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  shortcut?: string;
  size?: number;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  icon: Icon,
  label,
  onPress,
  pressed,
  expanded,
  disabled,
  shortcut,
  size = 16,
  ref,
}: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className="icon-button"
      aria-label={label}
      title={shortcut ? `${label} (${printedKeys(shortcut).join(' ')})` : label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-keyshortcuts={ariaKeys(shortcut)}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon size={size} aria-hidden />
    </button>
  );
}
