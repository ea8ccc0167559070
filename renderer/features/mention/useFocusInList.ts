/** A row that goes when its button is pressed leaves the keyboard in the list: on the same button of the row in its place. */
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

export interface FocusInList {
  ref: RefObject<HTMLUListElement | null>;
  onFocus(event: FocusEvent<HTMLUListElement>): void;
  onBlur(event: FocusEvent<HTMLUListElement>): void;
}

/** To be spread on the list; its rows are its children. */
export function useFocusInList(): FocusInList {
  const ref = useRef<HTMLUListElement>(null);
  /** Counted from the end of the row, where what decides stands. */
  const place = useRef<{ row: number; fromEnd: number; around: Element | null } | null>(null);
  useEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return;
    const { row, fromEnd, around } = place.current;
    const list = ref.current;
    if (!list) {
      // The last row is gone: what stands around the list has the filter that shows it.
      around?.querySelector<HTMLElement>('button:not(:disabled), select')?.focus();
      return;
    }
    const buttons = buttonsOf(list.children[Math.min(row, list.children.length - 1)]);
    const button = buttons[Math.max(0, buttons.length - 1 - fromEnd)];
    if (button && !button.disabled) button.focus();
  });
  return {
    ref,
    onFocus: ({ currentTarget, target }) => {
      const row = [...currentTarget.children].findIndex(child => child.contains(target));
      const buttons = buttonsOf(currentTarget.children[row]);
      place.current = {
        row,
        fromEnd: buttons.length - 1 - buttons.findIndex(button => button.contains(target)),
        around: currentTarget.parentElement,
      };
    },
    onBlur: ({ target }) => {
      // What is gone, or cannot be pressed for the moment, was not left by the person.
      if (target.isConnected && !target.matches(':disabled')) place.current = null;
    },
  };
}

function buttonsOf(row: Element | undefined): HTMLButtonElement[] {
  return [...(row?.querySelectorAll('button') ?? [])];
}
