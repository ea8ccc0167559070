/** Formats in the words of people: what each is for, and what it does not carry. */
import type { InterchangeFormat } from '../../../shared/contract/interchange.ts';

export type LeavingFormat = Exclude<InterchangeFormat, 'dprk-reports'>;

interface FormatWords {
  name: string;
  ending: string;
  /** For the choice when leaving. */
  for: string;
}

export const formatWords: Record<LeavingFormat, FormatWords> = {
  ftm: {
    name: 'FollowTheMoney',
    ending: 'ftm.json',
    for: 'Complete: every value with its dates and the words it rests on. Read by Aleph and OpenSanctions, and by Probatum without loss.',
  },
  stix: {
    name: 'STIX 2.1',
    ending: 'stix.json',
    for: 'Threat intelligence, for MISP, OpenCTI and the like. Every value stands beside what STIX knows, so it comes back without loss.',
  },
  xlsx: { name: 'Excel', ending: 'xlsx', for: 'A sheet for each kind of entity. Values, names and exhibit numbers.' },
  csv: { name: 'CSV', ending: 'csv', for: 'One table of all entities, for any spreadsheet or database.' },
  graphml: { name: 'GraphML', ending: 'graphml', for: 'The network: for yEd, Gephi, Cytoscape.' },
  gexf: { name: 'GEXF', ending: 'gexf', for: 'The network with days, for the time line of Gephi.' },
  geojson: { name: 'GeoJSON', ending: 'geojson', for: 'What has a position, for QGIS and web maps.' },
  kml: { name: 'KML', ending: 'kml', for: 'What has a position, with its time, for Google Earth.' },
};

export const leavingFormats = Object.keys(formatWords) as LeavingFormat[];

export function formatName(format: InterchangeFormat): string {
  return format === 'dprk-reports' ? 'DPRK Reports' : formatWords[format].name;
}
