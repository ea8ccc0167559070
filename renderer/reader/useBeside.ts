/** Whether the text is shown beside the page: remembered, by button or by T, and told to each frame anew. */
import { useEffect } from 'react';
import type { FrameCommand } from './frameMessages.ts';
import { useRememberedFlag } from './rememberedFlag.ts';

export interface BesideSwitch {
  /** Null where there is no picture of a page, or no text that could stand beside it. */
  shown: boolean | null;
  show(shown: boolean): void;
}

export function useBeside(canShow: boolean, isOpen: boolean, command: (command: FrameCommand) => void): BesideSwitch {
  const [wanted, setWanted] = useRememberedFlag('probatum.reader.beside');
  const shown = canShow && wanted;
  useEffect(() => {
    if (isOpen) command({ do: 'beside', shown });
  }, [isOpen, shown, command]);
  useEffect(() => {
    if (!canShow) return;
    const press = (event: KeyboardEvent) => {
      if (!isPlainT(event) || isTyping(event.target)) return;
      event.preventDefault();
      setWanted(!wanted);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return { shown: canShow ? shown : null, show: setWanted };
}

/** By its place, too: with a Korean or Cyrillic layout on it is another letter. */
function isPlainT({ key, code, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, isComposing }: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey || shiftKey || defaultPrevented || isComposing) return false;
  return key.toLowerCase() === 't' || (key > '\u007f' && code === 'KeyT');
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, dialog, [role="dialog"]') !== null;
}
