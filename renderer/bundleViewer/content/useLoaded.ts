/** Something that is being loaded, as the four looks that a view has. */
import { useEffect, useState } from 'react';

export type Loaded<T> = { state: 'loading' } | { state: 'failed'; error: unknown } | { state: 'ready'; value: T };

/** Loads anew when `key` changes; what comes too late is dropped, and `dispose` is called on what was replaced. */
export function useLoaded<T>(key: string, load: () => Promise<T>, dispose?: (value: T) => void): Loaded<T> {
  const [loaded, setLoaded] = useState<{ key: string; result: Loaded<T> }>({ key, result: { state: 'loading' } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for everything that `load` reads
  useEffect(() => {
    let current = true;
    let held: { value: T } | undefined;
    load().then(
      value => {
        if (!current) return dispose?.(value);
        held = { value };
        setLoaded({ key, result: { state: 'ready', value } });
      },
      (error: unknown) => {
        if (current) setLoaded({ key, result: { state: 'failed', error } });
      },
    );
    return () => {
      current = false;
      if (held) dispose?.(held.value);
    };
  }, [key]);
  return loaded.key === key ? loaded.result : { state: 'loading' };
}
