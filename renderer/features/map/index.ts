/** The map, offline; and the field in which a position is typed. */
import { Map as MapIcon } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { MapPlace } from './MapPlace.tsx';

export { PositionField, type PositionFieldProps } from './PositionField.tsx';
export type { PositionValue, StatedPosition } from './positionWords.ts';

export const place: Place = { id: 'map', label: 'Map', icon: MapIcon, shortcut: 'G M', view: MapPlace };
