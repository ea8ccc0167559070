import type { ReactNode } from 'react';
import { formatCount } from '../format.ts';
import './Panes.css';

export interface PaneHeaderProps {
  title: string;
  count?: number | null;
  actions?: ReactNode;
  /** 1 for the place, 2 for a part of it. */
  level?: 1 | 2;
}

export function PaneHeader({ title, count, actions, level = 2 }: PaneHeaderProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className="pane-header">
      <Heading className="pane-header-title one-line">{title}</Heading>
      {count !== undefined && count !== null && <span className="pane-header-count">{formatCount(count)}</span>}
      <div className="pane-header-actions">{actions}</div>
    </header>
  );
}
