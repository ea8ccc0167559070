/** The keys of the viewer, told when one asks. */
import { useEffect, useRef } from 'react';

const KEYS: readonly [keys: string, does: string][] = [
  ['J  K', 'next citation of the findings, the one before'],
  ['/', 'search'],
  ['N  Shift+N', 'next page with what is searched, the one before'],
  ['← →', 'turn the page, when the page has the focus'],
  ['F6  Shift+F6', 'from region to region: places, list, exhibit'],
  ['Esc', 'close the exhibit'],
  ['+  −  0', 'in the chart and on the map: nearer, farther, all'],
  ['?', 'this list'],
];

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="key-help" aria-labelledby="key-help-title" onClose={onClose}>
      <h2 id="key-help-title">Keys</h2>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split('  ').map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
