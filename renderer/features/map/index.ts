/** The map, offline. */
import { Map as MapIcon } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { MapPlace } from './MapPlace.tsx';

export const place: Place = { id: 'map', label: 'Map', icon: MapIcon, shortcut: 'G M', view: MapPlace };
