import { BookMarked, FileText, Landmark, Quote, Scale, User, Waypoints } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Popover } from '../floating/Popover.tsx';
import './marks.css';

export type ChipKind = 'exhibit' | 'passage' | 'provision' | 'source' | 'finding' | 'person' | 'entity';

export interface ChipProps {
  kind: ChipKind;
  label: string;
  onPress?: () => void;
  /** Shown after the pointer has rested on it, or on focus. */
  preview?: () => ReactNode;
  /** The accessible name, where the label is short: "EX-0042, Registry extract". */
  name?: string;
}

const icons = {
  exhibit: FileText,
  passage: Quote,
  provision: Scale,
  source: Landmark,
  finding: BookMarked,
  person: User,
  entity: Waypoints,
};
const REST_MS = 450;

/** The one look of a thing wherever it is named. */
export function Chip({ kind, label, onPress, preview, name }: ChipProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [shown, setShown] = useState(false);
  const Icon = icons[kind];
  const inside = (
    <>
      <Icon size={13} aria-hidden />
      <span className="one-line">{label}</span>
    </>
  );
  if (!onPress) {
    return (
      <span className={`chip chip-${kind}`} title={name}>
        {inside}
      </span>
    );
  }
  const rest = () => {
    if (preview) timer.current = setTimeout(() => setShown(true), REST_MS);
  };
  const leave = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={`chip chip-${kind} chip-press`}
        aria-label={name}
        onClick={event => {
          event.stopPropagation();
          leave();
          onPress();
        }}
        onPointerEnter={rest}
        onPointerLeave={leave}
        onFocus={rest}
        onBlur={leave}
      >
        {inside}
      </button>
      {preview && (
        <Popover open={shown} onClose={leave} anchor={anchor} label={name ?? label} takeFocus={false}>
          {preview()}
        </Popover>
      )}
    </>
  );
}
