/** Which reads a change makes stale: `citation` changed, so findings, passages, the overview and previews are read anew. */

/** The concepts whose reads also draw on the key's rows. */
const readBy: Record<string, readonly string[]> = {
  vault: [],
  case: ['report', 'bundle', 'interchange', 'stix'],
  source: [
    'archive',
    'interchange',
    'stix',
    'entity',
    'chart',
    'timeline',
    'map',
    'figure',
    'exhibit',
    'finding',
    'search',
    'report',
    'bundle',
  ],
  exhibit: [
    'archive',
    'interchange',
    'stix',
    'comment',
    'proposal',
    'chart',
    'map',
    'timeline',
    'figure',
    'entity',
    'mention',
    'case',
    'source',
    'search',
    'finding',
    'passage',
    'report',
    'bundle',
    'copy',
    'thread',
    'translation',
    'reference',
  ],
  passage: ['entity', 'chart', 'timeline', 'map', 'exhibit', 'finding', 'case', 'report'],
  citation: ['timeline', 'finding', 'passage', 'exhibit', 'case', 'report', 'bundle', 'reference', 'stix'],
  finding: ['archive', 'comment', 'timeline', 'case', 'citation', 'exhibit', 'report', 'bundle', 'stix'],
  request: ['comment', 'finding', 'case', 'report'],
  report: ['exhibit', 'bundle', 'departure'],
  // Each event moves the head that receipts are compared with; a contact's standing is shown beside what they signed.
  custody: ['receipt'],
  identity: ['contact', 'receipt'],
  contact: ['receipt'],
  compartment: ['report', 'bundle', 'archive', 'reference', 'interchange', 'stix'],
  // A record that is taken over may fill an exhibit's title, date and language.
  reference: ['exhibit', 'search', 'source', 'finding', 'passage', 'timeline', 'chart', 'map', 'report', 'bundle'],
  redaction: ['exhibit', 'report', 'bundle', 'passage', 'search'],
  departure: [],
  job: [],
  recognition: ['exhibit'],
  copy: ['source'],
  proposal: ['passage', 'exhibit'],
  entity: [
    'interchange',
    'stix',
    'proposal',
    'mention',
    'chart',
    'timeline',
    'map',
    'finding',
    'passage',
    'figure',
    'request',
    'report',
    'bundle',
  ],
  mention: ['proposal', 'entity', 'chart', 'timeline', 'map', 'passage'],
  interchange: ['stix', 'entity', 'mention', 'chart', 'timeline', 'map'],
  chart: [],
  figure: ['report', 'bundle'],
  comment: ['report', 'bundle'],
  translation: ['passage', 'finding', 'citation', 'report', 'bundle'],
};

/** All concepts whose reads are stale once these changed. Custody and the overview follow every change. */
export function staleAfter(changed: readonly string[]): Set<string> {
  const stale = new Set<string>(['custody', 'case']);
  for (const concept of changed) {
    stale.add(concept);
    for (const reader of readBy[concept] ?? []) stale.add(reader);
  }
  return stale;
}
