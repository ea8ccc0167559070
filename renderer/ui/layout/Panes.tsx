import { PanelLeftOpen, PanelRightOpen } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
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
  return (
    <div className="panes">
      {left !== undefined && (
        <Side pane={leftPane} side="left" label={leftLabel}>
          {left}
        </Side>
      )}
      <section className="pane pane-main" aria-label={mainLabel}>
        {main}
      </section>
      {right !== undefined && (
        <Side pane={rightPane} side="right" label={rightLabel}>
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

const NARROWEST = 200;
const WIDEST = 900;

function Side({ pane, side, label, children }: { pane: Pane; side: 'left' | 'right'; label: string; children: ReactNode }) {
  if (pane.collapsed) {
    return (
      <div className={`pane-folded pane-folded-${side}`}>
        <IconButton icon={side === 'left' ? PanelLeftOpen : PanelRightOpen} label={`Show ${label.toLowerCase()}`} onPress={() => pane.fold(false)} />
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
      <section className={`pane pane-${side}`} aria-label={label} style={{ width: pane.width }}>
        {children}
      </section>
      {side === 'left' && splitter}
    </>
  );
}

function usePane(id: string, width: number, side: 'left' | 'right', present: boolean): Pane {
  const [state, setState] = useState<PaneState>(() => rememberedPane(id) ?? { width, collapsed: false });
  useEffect(() => rememberPane(id, state), [id, state]);
  useEffect(() => {
    if (!present) return;
    return listenForPaneToggle(side, () => setState(now => ({ ...now, collapsed: !now.collapsed })));
  }, [side, present]);
  return {
    ...state,
    resize: next => setState(now => ({ ...now, width: next })),
    fold: collapsed => setState(now => ({ ...now, collapsed })),
  };
}
