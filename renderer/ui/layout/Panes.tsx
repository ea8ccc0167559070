import { PanelLeftOpen, PanelRightOpen, X } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../className.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { useMediaQuery } from '../useMediaQuery.ts';
import { listenForPaneToggle } from './paneToggle.ts';
import { type PaneState, rememberedPane, rememberPane } from './paneMemory.ts';
import { Splitter } from './Splitter.tsx';
import './Panes.css';

export interface PanesProps {
  /** Under which widths are remembered: one for each kind of place. */
  id: string;
  left?: ReactNode;
  main: ReactNode;
  right?: ReactNode;
  /** Names of the regions. */
  leftLabel?: string;
  mainLabel?: string;
  rightLabel?: string;
  leftWidth?: number;
  rightWidth?: number;
}

/** List, reading pane, inspector: both sides can be sized, folded away, and are remembered. */
export function Panes(props: PanesProps) {
  const { id, left, main, right, leftLabel = 'List', mainLabel = 'Content', rightLabel = 'Inspector' } = props;
  const leftPane = usePane(`${id}.left`, props.leftWidth ?? 340, 'left', left !== undefined);
  const rightPane = usePane(`${id}.right`, props.rightWidth ?? 320, 'right', right !== undefined);
  // At 200 % zoom, or where these panes are themselves a part of the window, three do not fit beside one another: the
  // right one then lies over the middle, when asked for. What is read comes before what is known of it.
  const box = useRef<HTMLDivElement>(null);
  const width = useWidthOf(box);
  const leftTakes = left === undefined || leftPane.collapsed ? 0 : leftPane.width;
  const narrow = useMediaQuery('(max-width: 900px)');
  const cramped = narrow || (width > 0 && width - leftTakes - rightPane.width < LEAST_MIDDLE);
  return (
    <div className="panes" ref={box}>
      {left !== undefined && (
        <Side pane={leftPane} side="left" label={leftLabel}>
          {left}
        </Side>
      )}
      <section className="pane pane-main" aria-label={mainLabel}>
        {main}
      </section>
      {right !== undefined && (
        <Side pane={cramped ? rightPane.cramped : rightPane} side="right" label={rightLabel} over={cramped}>
          {right}
        </Side>
      )}
    </div>
  );
}

interface Pane extends PaneState {
  resize(width: number): void;
  fold(collapsed: boolean): void;
}

/** A page drawn in less cannot be read. */
const LEAST_MIDDLE = 400;
const NARROWEST = 200;
const WIDEST = 900;

interface SideProps {
  pane: Pane;
  side: 'left' | 'right';
  label: string;
  /** Lies over the middle instead of beside it. */
  over?: boolean;
  children: ReactNode;
}

function Side({ pane, side, label, over, children }: SideProps) {
  if (pane.collapsed) {
    return (
      <div className={`pane-folded pane-folded-${side}`}>
        <IconButton
          icon={side === 'left' ? PanelLeftOpen : PanelRightOpen}
          label={`Show ${label.toLowerCase()}`}
          onPress={() => pane.fold(false)}
        />
      </div>
    );
  }
  const splitter = (
    <Splitter
      label={`Width of ${label.toLowerCase()}`}
      value={pane.width}
      min={NARROWEST}
      max={WIDEST}
      side={side}
      onChange={pane.resize}
      onCollapse={() => pane.fold(true)}
    />
  );
  return (
    <>
      {side === 'right' && splitter}
      <section
        className={classes('pane', `pane-${side}`, over && 'pane-over')}
        aria-label={label}
        style={{ width: pane.width }}
      >
        {over && <IconButton icon={X} label={`Hide ${label.toLowerCase()}`} onPress={() => pane.fold(true)} />}
        {children}
      </section>
      {side === 'left' && splitter}
    </>
  );
}

/** 0 until it is laid out. */
function useWidthOf(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    setWidth(element.clientWidth);
    const sizes = new ResizeObserver(() => setWidth(element.clientWidth));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box]);
  return width;
}

/** Widths are designed for a window of this size; in a smaller one the middle, which is what is read, keeps its share. */
const DESIGNED_FOR = 1440;

function begun(width: number): number {
  return Math.max(NARROWEST, Math.round(width * Math.min(1, Math.max(0.8, window.innerWidth / DESIGNED_FOR))));
}

function usePane(id: string, width: number, side: 'left' | 'right', present: boolean): Pane & { cramped: Pane } {
  const [state, setState] = useState<PaneState>(() => rememberedPane(id) ?? { width: begun(width), collapsed: false });
  const [crampedOpen, setCrampedOpen] = useState(false);
  const moved = useRef(false);
  // Widths that nobody chose are not kept: on a larger screen the pane begins anew.
  useEffect(() => {
    if (moved.current) rememberPane(id, state);
  }, [id, state]);
  const change = (next: Partial<PaneState>) => {
    moved.current = true;
    setState(now => ({ ...now, ...next }));
  };
  useEffect(() => {
    if (!present) return;
    return listenForPaneToggle(side, () => {
      moved.current = true;
      setState(now => ({ ...now, collapsed: !now.collapsed }));
      setCrampedOpen(now => !now);
    });
  }, [side, present]);
  const resize = (next: number) => change({ width: next });
  return {
    ...state,
    resize,
    fold: collapsed => change({ collapsed }),
    cramped: { width: state.width, collapsed: !crampedOpen, resize, fold: collapsed => setCrampedOpen(!collapsed) },
  };
}
