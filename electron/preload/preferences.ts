/** Fills the window's storage, which is in memory, from the profile's file, and hands back what changed when it goes. */
import { ipcRenderer } from 'electron';

const ours = 'probatum.';

export function lendPreferences(): void {
  // The reader's frame and printed pages have no preferences.
  if (window.top !== window || location.host !== 'probatum') return;
  for (const [key, value] of Object.entries(ipcRenderer.sendSync('probatum:preferences') as Record<string, string>))
    localStorage.setItem(key, value);
  let kept = JSON.stringify(gather());
  const hand = () => {
    const now = JSON.stringify(gather());
    if (now !== kept) ipcRenderer.send('probatum:keep-preferences', JSON.parse(now));
    kept = now;
  };
  window.addEventListener('pagehide', hand);
  setInterval(hand, 5000);
}

function gather(): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...localStorage })
      .filter(([key]) => key.startsWith(ours))
      .sort(),
  );
}
