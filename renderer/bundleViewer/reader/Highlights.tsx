/** The light on a passage; it scrolls into view when it is set. */
import { useEffect, useRef } from 'react';
import type { PlacedRect } from './highlightRects.ts';

export function Highlights({ rects }: { rects: readonly PlacedRect[] }) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rects.length > 0) layer.current?.firstElementChild?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [rects]);
  return (
    <div ref={layer} className="highlights" aria-hidden="true">
      {rects.map(rect => (
        <div key={`${rect.left} ${rect.top} ${rect.width}`} className="highlight" style={rect} />
      ))}
    </div>
  );
}
