import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './Panes.css';

export interface SplitterProps {
  /** What it sizes: "Width of the list". */
  label: string;
  value: number;
  min: number;
  max: number;
  /** The pane that it sizes lies on this side of it. */
  side: 'left' | 'right';
  onChange(value: number): void;
  onCollapse?: () => void;
}

const STEP = 16;

/** A line that can be dragged, or moved with the arrow keys; Enter and double-click fold the pane. */
export function Splitter({ label, value, min, max, side, onChange, onCollapse }: SplitterProps) {
  const drag = useRef<{ x: number; value: number } | null>(null);
  const clamp = (next: number) => Math.round(Math.max(min, Math.min(max, next)));
  const outward = side === 'left' ? 1 : -1;
  const moved = (event: PointerEvent) => {
    if (drag.current) onChange(clamp(drag.current.value + (event.clientX - drag.current.x) * outward));
  };
  const keyDown = (event: KeyboardEvent) => {
    const steps = { ArrowRight: STEP * outward, ArrowLeft: -STEP * outward, Home: min - value, End: max - value }[
      event.key
    ];
    if (steps !== undefined) onChange(clamp(value + steps));
    else if (event.key === 'Enter' && onCollapse) onCollapse();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator with a value has no element of its own
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, value };
      }}
      onPointerMove={moved}
      onPointerUp={() => {
        drag.current = null;
      }}
      onDoubleClick={onCollapse}
      onKeyDown={keyDown}
    />
  );
}
