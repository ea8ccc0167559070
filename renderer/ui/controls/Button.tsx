import type { LucideIcon } from 'lucide-react';
import { LoaderCircle } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { classes } from '../className.ts';
import { ariaKeys } from '../keys.ts';
import { Kbd } from '../marks/Kbd.tsx';
import './Button.css';

export interface ButtonProps {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: LucideIcon;
  busy?: boolean;
  /** Shown under the button: what its last press led to. */
  problem?: ErrorReport | null;
  disabled?: boolean;
  onPress?: () => void;
  shortcut?: string;
  children: ReactNode;
  /** The accessible name, where the words on it do not say enough. */
  label?: string;
  type?: 'button' | 'submit';
  autoFocus?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { kind = 'plain', icon: Icon, busy = false, problem, disabled, onPress, shortcut, children, label } = props;
  const problemId = useId();
  const button = (
    <button
      ref={props.ref}
      type={props.type ?? 'button'}
      className={classes('button', `button-${kind}`)}
      aria-label={label}
      aria-keyshortcuts={ariaKeys(shortcut)}
      aria-busy={busy || undefined}
      aria-describedby={problem ? problemId : undefined}
      disabled={disabled || busy}
      // biome-ignore lint/a11y/noAutofocus: the caller opens a sheet in which this is the next step
      autoFocus={props.autoFocus}
      onClick={onPress}
    >
      {busy ? <LoaderCircle className="button-busy" size={15} aria-hidden /> : Icon && <Icon size={15} aria-hidden />}
      <span className="button-words">{children}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </button>
  );
  if (!problem) return button;
  return (
    <span className="button-with-problem">
      {button}
      <span className="button-problem" id={problemId} role="alert">
        {problem.sentence}
      </span>
    </span>
  );
}
