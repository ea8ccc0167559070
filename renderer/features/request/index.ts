/** Requests: letters to those named and others, and their replies. */
import { Mail } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { RequestsPlace } from './RequestsPlace.tsx';

export const place: Place = { id: 'requests', label: 'Requests', icon: Mail, shortcut: 'G R', view: RequestsPlace };
