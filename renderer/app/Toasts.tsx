import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
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
          {shown.map(toast => (
            <Toast key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
          ))}
        </section>
      )}
    </>
  );
}

function Toast({ toast, onDismiss }: { toast: ShownToast; onDismiss(): void }) {
  const [held, setHeld] = useState(false);
  const undo = useAllCommands().find(command => command.id === 'app.undo');
  const stays = toast.kind === 'problem' || held;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs anew only when it is let go
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [stays]);
  const Icon = toast.kind === 'problem' ? TriangleAlert : CircleCheck;
  return (
    <div
      className={classes('toast', toast.kind === 'problem' && 'toast-problem')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <Icon className="toast-icon" size={16} aria-hidden />
      <span className="toast-words">{toast.text}</span>
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
