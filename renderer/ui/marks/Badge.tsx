import type { ReactNode } from 'react';
import './marks.css';

export function Badge({
  children,
  tone = 'plain',
}: {
  children: ReactNode;
  tone?: 'plain' | 'accent' | 'warning' | 'problem' | 'good';
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
