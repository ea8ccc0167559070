/** The line between list and exhibit, moved by pointer or arrow keys. */
import { useRef } from 'react';

interface Props {
  /** Of the list, in percent of the width. */
  share: number;
  onShare: (share: number) => void;
}

const LEAST = 20;
const MOST = 75;
const STEP = 4;

export function Splitter({ share, onShare }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const set = (next: number): void => onShare(Math.round(Math.min(MOST, Math.max(LEAST, next))));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved
    <div
      ref={line}
      className="splitter"
      role="separator"
      aria-label="Width of the list"
      aria-orientation="vertical"
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={share}
      tabIndex={0}
      onKeyDown={event => {
        if (event.key === 'ArrowLeft') set(share - STEP);
        else if (event.key === 'ArrowRight') set(share + STEP);
        else return;
        event.preventDefault();
      }}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={event => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const room = line.current?.parentElement?.getBoundingClientRect();
        if (room) set(((event.clientX - room.left) / room.width) * 100);
      }}
    />
  );
}
