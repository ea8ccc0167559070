import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { PlaceId } from './route.ts';

/** A place of a case as the navigation shows it. Its view reads `useRoute()`. */
export interface Place {
  id: PlaceId;
  label: string;
  icon: LucideIcon;
  /** A sequence: `G E`. */
  shortcut: string;
  view: ComponentType;
}
