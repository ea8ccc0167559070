/** What a document could be imported as, by its beginning; the media type alone does not tell JSON from JSON. */

import { looksLikeStix } from './looksLikeStix.ts';

export type ReadableFormat = 'ftm' | 'graphml' | 'gexf' | 'geojson' | 'kml' | 'dprk-reports' | 'stix';

/** @param head the first characters of the text; null for what is no text */
export function detectInterchange(mediaType: string, head: string): ReadableFormat | null {
  // A bundle of ours holds entities of FollowTheMoney, and may be taken for a file of these.
  if (looksLikeStix(head)) return 'stix';
  if (mediaType === 'application/json+ftm') return 'ftm';
  if (mediaType === 'application/geo+json') return 'geojson';
  if (mediaType === 'application/vnd.google-earth.kml+xml') return 'kml';
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) return detectXml(start);
  return start.startsWith('{') || start.startsWith('[') ? detectJson(start) : null;
}

function detectXml(start: string): ReadableFormat | null {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1]?.toLowerCase();
  return root === 'graphml' || root === 'gexf' || root === 'kml' ? root : null;
}

function detectJson(start: string): ReadableFormat | null {
  if (/"type"\s*:\s*"FeatureCollection"/.test(start) || /^\{\s*"type"\s*:\s*"Feature"/.test(start)) return 'geojson';
  if (/^\{[^[]{0,2000}"(?:entities|edges)"\s*:\s*\[/.test(start)) return 'dprk-reports';
  const hasSchema = /"schema"\s*:\s*"[A-Z]\w+"/.test(start);
  const isEntity = hasSchema && /"properties"\s*:\s*\{/.test(start);
  const isStatement = hasSchema && /"entity_id"\s*:/.test(start) && /"prop"\s*:/.test(start);
  return isEntity || isStatement ? 'ftm' : null;
}
