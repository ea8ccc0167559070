/** Tells the core that somebody is here, and counts down what it tells back. */
import { useEffect, useState } from 'react';
import { call, useCoreEvent } from '../../api/index.ts';
import { listenForActivity } from '../../ui/index.ts';

/** Often enough for a lock of one minute, seldom enough not to matter. */
const TOUCH_EVERY_MS = 15_000;

/** Seconds until the vault locks itself if nothing is done. */
export function useAutoLock(lockAfterMinutes: number): number {
  const [deadline, setDeadline] = useState(() => Date.now() + lockAfterMinutes * 60_000);
  const [now, setNow] = useState(() => Date.now());
  useCoreEvent(event => {
    if (event.event === 'idle') setDeadline(Date.now() + event.lockInSeconds * 1000);
  });
  useEffect(() => {
    let touchedAt = 0;
    const touch = () => {
      const at = Date.now();
      setDeadline(at + lockAfterMinutes * 60_000);
      if (at - touchedAt < TOUCH_EVERY_MS) return;
      touchedAt = at;
      call('vault.touch', {}).catch(() => undefined);
    };
    touch();
    return listenForActivity(touch);
  }, [lockAfterMinutes]);
  // The clock here is read seldom, so it may lag behind a deadline just set.
  const left = Math.max(0, Math.min(lockAfterMinutes * 60, Math.round((deadline - now) / 1000)));
  useEffect(() => {
    // By the second only when seconds are shown.
    const timer = setInterval(() => setNow(Date.now()), left <= 90 ? 1000 : 10_000);
    return () => clearInterval(timer);
  }, [left]);
  return left;
}
