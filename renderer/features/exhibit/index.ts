/** Exhibits: the list, the inspector, admission by drop or dialog, and reading with marks and citations. */
import { Files } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { ExhibitsPlace } from './ExhibitsPlace.tsx';

export { CaseMemory, useCaseMemory } from '../memory/index.ts';
export { EvidenceDrop } from './EvidenceDrop.tsx';
export { languageWord, typeWord } from './exhibitWords.ts';
export { RestsOnThis } from './inspector/RestsOnThis.tsx';
export { TypeIcon } from './list/TypeIcon.tsx';
export { ExhibitReading, type ExhibitReadingProps } from './reading/ExhibitReading.tsx';
export { useAdmit } from './useAdmit.ts';

export const place: Place = { id: 'exhibits', label: 'Exhibits', icon: Files, shortcut: 'G E', view: ExhibitsPlace };
