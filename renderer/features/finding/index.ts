/** Findings: claims with their citations, what is missing, and the narrative. */
import { BookMarked } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { FindingsPlace } from './FindingsPlace.tsx';

export { stageWords } from './stageWords.ts';

export const place: Place = {
  id: 'findings',
  label: 'Findings',
  icon: BookMarked,
  shortcut: 'G F',
  view: FindingsPlace,
};
