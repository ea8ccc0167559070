import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../className.ts';
import { placeBeside, type Placement } from './placeBeside.ts';
import { enterTopLayer, floating } from './topLayer.ts';
import './Popover.css';

/** Something with a place on the screen: an element, a ref to one, or a rectangle such as a selection's. */
export type Anchor = RefObject<Element | null> | Element | Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'> | null;

export interface PopoverProps {
  open: boolean;
  onClose(): void;
  anchor: Anchor;
  /** Its name; it is a dialog to screen readers unless `plain`. */
  label: string;
  placement?: Placement;
  /** As wide as the anchor. */
  matchWidth?: boolean;
  /** The content brings its own role (a menu, a list). */
  plain?: boolean;
  /** Moves the focus inside when it opens, and back when it closes. Default for dialogs. */
  takeFocus?: boolean;
  children: ReactNode;
}

/** Floats beside its anchor, above everything; Escape or a press elsewhere closes it. Not modal. */
export function Popover(props: PopoverProps) {
  return props.open && props.anchor ? <OpenPopover {...props} /> : null;
}

function OpenPopover({
  onClose,
  anchor,
  label,
  placement = 'below-start',
  matchWidth,
  plain,
  takeFocus = !plain,
  children,
}: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number; minWidth?: number } | null>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const before = useRef<Element | null>(null);
  const latestAnchor = useRef(anchor);
  latestAnchor.current = anchor;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // Before the effects of what is inside, which may take the focus.
    before.current = document.activeElement;
    enterTopLayer(element);
    const settle = () => {
      const around = rectOf(latestAnchor.current);
      if (!around) return;
      const minWidth = matchWidth ? Math.max(around.right - around.left, 240) : undefined;
      const size = { width: Math.max(element.offsetWidth, minWidth ?? 0), height: element.offsetHeight };
      const next = placeBeside(around, size, { width: window.innerWidth, height: window.innerHeight }, placement);
      setPlace(now => (now && now.left === next.left && now.top === next.top ? now : { ...next, minWidth }));
    };
    settle();
    const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(settle);
    sizes?.observe(element);
    window.addEventListener('resize', settle);
    window.addEventListener('scroll', settle, true);
    return () => {
      sizes?.disconnect();
      window.removeEventListener('resize', settle);
      window.removeEventListener('scroll', settle, true);
    };
  }, [matchWidth, placement]);

  useEffect(() => {
    const element = box.current;
    if (takeFocus) focusFirst(element);
    const pressed = (event: PointerEvent) => {
      const target = event.target as Element;
      if (element?.contains(target) || elementOf(latestAnchor.current)?.contains(target)) return;
      // Something that this one opened floats above it.
      if (
        target.closest('.popover') &&
        element &&
        !(element.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING)
      )
        return;
      close.current();
    };
    window.addEventListener('pointerdown', pressed, true);
    return () => {
      window.removeEventListener('pointerdown', pressed, true);
      const inside = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (inside && before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    };
  }, [takeFocus]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has a role unless its content brings one
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: named only together with its role
    <div
      ref={box}
      {...floating}
      role={plain ? undefined : 'dialog'}
      aria-label={plain ? undefined : label}
      className={classes('popover', !place && 'popover-unplaced')}
      style={{ left: place?.left ?? 0, top: place?.top ?? 0, minWidth: place?.minWidth, width: place?.minWidth }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close.current();
      }}
    >
      {children}
    </div>
  );
}

function elementOf(anchor: Anchor): Element | null {
  if (anchor === null) return null;
  if (anchor instanceof Element) return anchor;
  return 'current' in anchor ? anchor.current : null;
}

function rectOf(anchor: Anchor) {
  const element = elementOf(anchor);
  if (element) return element.getBoundingClientRect();
  return anchor !== null && 'left' in anchor ? anchor : null;
}

export function focusFirst(root: HTMLElement | null): void {
  const wanted = root?.querySelector<HTMLElement>(
    '[autofocus], input:not(:disabled), textarea:not(:disabled), select:not(:disabled)',
  );
  const target = wanted ?? root?.querySelector<HTMLElement>('button:not(:disabled), a[href], [tabindex="0"]');
  target?.focus();
}
