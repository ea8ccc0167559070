import { CircleCheck, Info, OctagonAlert, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import './feedback.css';

export interface NoticeProps {
  kind?: 'info' | 'warning' | 'problem' | 'good';
  children: ReactNode;
  action?: ReactNode;
  onDismiss?: () => void;
}

const icons = { info: Info, warning: TriangleAlert, problem: OctagonAlert, good: CircleCheck };

/** A sentence that stays: what a person should know of what is in view. */
export function Notice({ kind = 'info', children, action, onDismiss }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div className={`notice notice-${kind}`} role={kind === 'problem' ? 'alert' : 'note'}>
      <Icon size={16} aria-hidden />
      <div className="notice-words">{children}</div>
      {action}
      {onDismiss && <IconButton icon={X} label="Dismiss" onPress={onDismiss} />}
    </div>
  );
}
