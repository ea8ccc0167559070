// The sample case as a whole: what the maker seals into story.json.

import { MARK } from '../../maker/mark.mjs';
import { cast } from './cast.mjs';
import { castPassages } from './castPassages.mjs';
import { documents } from './documents.mjs';
import { findings } from './findings.mjs';
import { passages } from './passages.mjs';
import { sources } from './sources.mjs';

export const story = {
  exercise: MARK,
  case: {
    reference: 'C-2026-001',
    title: 'Ship-to-ship transfers, MV FABULA HERON (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:AMBER',
    standard: 'un-panel',
    lead: 'Ada Vinterhaug',
  },
  sources,
  documents,
  passages: [...passages, ...castPassages],
  findings,
  cast,
};
