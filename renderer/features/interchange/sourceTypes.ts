/** Media types that may hold entities; what a file really holds is told by looking at it. Pure. */
const TYPES = new Set([
  'text/csv',
  'text/tab-separated-values',
  'application/json',
  'application/json+ftm',
  'application/geo+json',
  'application/xml',
  'text/xml',
  'application/vnd.google-earth.kml+xml',
]);

export function holdsEntities(mediaType: string): boolean {
  return TYPES.has(mediaType) || /spreadsheet|excel/.test(mediaType);
}

/** Graphs and tables under a strange name are taken for plain text. */
export function isPlainText(mediaType: string): boolean {
  return mediaType === 'text/plain';
}
