import { printedKeys } from '../keys.ts';
import './marks.css';

/** A shortcut as this platform prints it. Decorative: the control it stands on says it by `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden>
      {printedKeys(keys).map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of keys is their identity
        <kbd key={index}>{key}</kbd>
      ))}
    </span>
  );
}
