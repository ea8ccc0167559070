/** Exchange: sending bundles, and the record of what left. */
import { ArrowLeftRight } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { ExchangePlace } from './ExchangePlace.tsx';

export const place: Place = {
  id: 'exchange',
  label: 'Exchange',
  icon: ArrowLeftRight,
  shortcut: 'G X',
  view: ExchangePlace,
};
