/** A part of an inspector: a heading that may fold, facts by name, and lists of links. */
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { formatCount } from '../format.ts';
import './Section.css';

export interface SectionProps {
  title: string;
  count?: number;
  /** Folded sections draw their content, and so ask for it, only once opened. */
  folded?: boolean;
  children: ReactNode;
}

export function Section({ title, count, folded, children }: SectionProps) {
  const [open, setOpen] = useState(!folded);
  const id = useId();
  return (
    <section className="inspector-section" aria-labelledby={id}>
      <h3 id={id}>
        {folded === undefined ? (
          title
        ) : (
          <button type="button" className="inspector-fold" aria-expanded={open} onClick={() => setOpen(now => !now)}>
            <ChevronRight size={14} aria-hidden />
            {title}
          </button>
        )}
        {count !== undefined && <span className="inspector-count">{formatCount(count)}</span>}
      </h3>
      {/* What cannot be folded any more is open, whatever it was before. */}
      {(open || folded === undefined) && children}
    </section>
  );
}

/** Name and value, one a line. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="inspector-facts">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
