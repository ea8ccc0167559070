/** A place that takes a dropped file for itself: elsewhere on the window a drop is evidence. */
import { type DragEvent, useRef, useState } from 'react';

export function useFileDrop(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  /** Enter and leave come for every element inside; only when they balance has the pointer left. */
  const depth = useRef(0);
  const mine = (act: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    act(event);
  };
  const handlers = {
    onDragEnter: mine(() => {
      depth.current += 1;
      setOver(true);
    }),
    onDragOver: mine(event => {
      event.dataTransfer.dropEffect = 'copy';
    }),
    onDragLeave: mine(() => {
      depth.current = Math.max(0, depth.current - 1);
      setOver(depth.current > 0);
    }),
    onDrop: mine(event => {
      depth.current = 0;
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    }),
  };
  return { over, handlers };
}
