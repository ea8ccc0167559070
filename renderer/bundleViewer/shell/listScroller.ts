/** The element in which the list of a place scrolls, for long lists that draw only what is in view. */
import { createContext, type RefObject, useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export const ListScroller = createContext<RefObject<HTMLElement | null>>({ current: null });

export const useListScroller = (): RefObject<HTMLElement | null> => useContext(ListScroller);

/** While it prints, a long list is there whole. */
export function useIsPrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // At once, since the browser takes the page as it stands when its listeners are done.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
