import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { classes } from '../className.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { focusFirst } from './Popover.tsx';
import { enterTopLayer, floating } from './topLayer.ts';
import './Popover.css';

export interface PanelProps {
  open: boolean;
  title: string;
  onClose(): void;
  children: ReactNode;
  /** Buttons at its end. */
  footer?: ReactNode;
  wide?: boolean;
  /** For content without controls: the body takes the focus itself, so that keys can scroll it. */
  textOnly?: boolean;
  /** Wraps body and footer in a form, so that Enter submits. */
  onSubmit?: () => void;
}

/** A sheet at the right edge that leaves the rest in reach. Escape closes it. */
export function Panel(props: PanelProps) {
  return props.open ? <OpenPanel {...props} /> : null;
}

function OpenPanel({ title, onClose, children, footer, wide, textOnly, onSubmit }: PanelProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useLayoutEffect(() => enterTopLayer(sheet.current), []);
  useEffect(() => {
    const before = document.activeElement;
    focusFirst(sheet.current?.querySelector<HTMLElement>('.panel-body') ?? null);
    if (!sheet.current?.contains(document.activeElement)) sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const inside = (
    <>
      <div className="panel-body" tabIndex={textOnly ? 0 : undefined}>
        {children}
      </div>
      {footer && <div className="panel-foot">{footer}</div>}
    </>
  );
  return (
    <div
      ref={sheet}
      {...floating}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      className={classes('panel', 'panel-open', wide && 'panel-wide')}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="panel-head">
        <h2 className="panel-title" id={titleId}>
          {title}
        </h2>
        <IconButton icon={X} label="Close" onPress={onClose} />
      </div>
      {onSubmit ? (
        <form
          className="panel-form"
          onSubmit={event => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        inside
      )}
    </div>
  );
}
