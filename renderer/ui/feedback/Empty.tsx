import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './feedback.css';

export interface EmptyProps {
  icon?: LucideIcon;
  title: string;
  /** What belongs here. */
  text?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
}

export function Empty({ icon: Icon, title, text, action }: EmptyProps) {
  return (
    <div className="empty">
      {Icon && <Icon className="empty-icon" size={28} strokeWidth={1.5} aria-hidden />}
      <p className="empty-title">{title}</p>
      {text && <p className="empty-text">{text}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
