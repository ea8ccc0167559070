/** The custody log. */
import { Link2 } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { CustodyPlace } from './CustodyPlace.tsx';

export { ExportCustody } from './ExportCustody.tsx';

export const place: Place = { id: 'custody', label: 'Custody', icon: Link2, shortcut: 'G C', view: CustodyPlace };
