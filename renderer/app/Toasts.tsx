/**
 * Messages in passing, in the title bar over its search field, as Xcode tells in its toolbar: at any edge of the window they would
 * cover a row or a button of some place, while the search has its key and is there again in seconds.
 */
import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, classes, floating, IconButton, raise } from '../ui/index.ts';
import { type ShownToast, useAllCommands, useShownToasts } from '../workbench/index.ts';

/** Long enough to read twice; a problem stays until it is put away. */
const SHOWN_MS = 7000;

export function Toasts() {
  const { shown, dismiss } = useShownToasts();
  const box = useRef<HTMLDivElement>(null);
  const newest = shown.at(-1)?.id;
  // Above a sheet that was opened meanwhile.
  useLayoutEffect(() => {
    if (newest !== undefined) raise(box.current);
  }, [newest]);
  return (
    <>
      {/* Always there: what appears together with its words is not read out. */}
      <div className="visually-hidden" role="status" aria-live="polite">
        {shown.at(-1)?.text}
      </div>
      {shown.length > 0 && (
        <section ref={box} className="toasts" aria-label="Messages" {...floating}>
          {/* One at a time: there is room for one. Those behind it go on ending; a problem waits to be seen. */}
          {shown.map(toast => (
            <Toast
              key={toast.id}
              toast={toast}
              behind={toast.id === newest ? shown.length - 1 : 0}
              hidden={toast.id !== newest}
              onDismiss={() => dismiss(toast.id)}
            />
          ))}
        </section>
      )}
    </>
  );
}

interface ToastProps {
  toast: ShownToast;
  /** So many wait behind it. */
  behind: number;
  hidden: boolean;
  onDismiss(): void;
}

function Toast({ toast, behind, hidden, onDismiss }: ToastProps) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const undo = useAllCommands().find(command => command.id === 'app.undo');
  const stays = toast.kind === 'problem' || pointed || focused;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs anew only when it is let go
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [stays]);
  const Icon = toast.kind === 'problem' ? TriangleAlert : CircleCheck;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what happens at its buttons
    <div
      className={classes('toast', toast.kind === 'problem' && 'toast-problem')}
      hidden={hidden}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={(event: FocusEvent<HTMLDivElement>) => setFocused(event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDismiss();
      }}
    >
      <Icon className="toast-icon" size={16} aria-hidden />
      <span className="toast-words">{toast.text}</span>
      {behind > 0 && <span className="toast-behind">{behind} more</span>}
      {toast.undo && undo && (
        <Button
          kind="quiet"
          onPress={() => {
            onDismiss();
            undo.run();
          }}
        >
          Undo
        </Button>
      )}
      <IconButton icon={X} size={14} label="Dismiss" onPress={onDismiss} />
    </div>
  );
}
