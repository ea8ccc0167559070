import { useCallback, useEffect, useState } from 'react';
import { type Atlas, loadAtlas } from '../draw/atlas.ts';

/** The base map; it is read when a map is opened first, some 0.7 MB from the app itself. */
export function useAtlas(): { atlas: Atlas | null; failed: boolean; retry(): void } {
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: trying again is what the count is for
  useEffect(() => {
    let isHere = true;
    setFailed(false);
    loadAtlas().then(
      read => isHere && setAtlas(read),
      () => isHere && setFailed(true),
    );
    return () => {
      isHere = false;
    };
  }, [tries]);
  const retry = useCallback(() => setTries(now => now + 1), []);
  return { atlas, failed, retry };
}
