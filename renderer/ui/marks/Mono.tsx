import type { ReactNode } from 'react';
import './marks.css';

/** Ids, digests, references. `wrap` for those that must be seen whole. */
export function Mono({ children, wrap }: { children: ReactNode; wrap?: boolean }) {
  return <span className={wrap ? 'mono mono-wrap' : 'mono'}>{children}</span>;
}
