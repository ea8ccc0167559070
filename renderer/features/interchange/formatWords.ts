/** Formats in the words of people: what each is for, and what it does not carry. */
import type { EntitiesPreFlight, InterchangeFormat } from '../../../shared/contract/interchange.ts';
import { countOf } from '../../ui/index.ts';

export type LeavingFormat = Exclude<InterchangeFormat, 'dprk-reports'>;

interface FormatWords {
  name: string;
  ending: string;
  /** For the choice when leaving. */
  for: string;
  /** What the file tells of the exhibits that values rest on. */
  exhibits: 'quoted' | 'numbered' | 'unnamed';
}

export const formatWords: Record<LeavingFormat, FormatWords> = {
  ftm: {
    name: 'FollowTheMoney',
    ending: 'ftm.json',
    for: 'Complete: every value with its dates and the words it rests on. Read by Aleph and OpenSanctions, and by Probatum without loss.',
    exhibits: 'quoted',
  },
  stix: {
    name: 'STIX 2.1',
    ending: 'stix.json',
    for: 'Threat intelligence, for MISP, OpenCTI and the like. Every value stands beside what STIX knows, so it comes back without loss.',
    exhibits: 'quoted',
  },
  xlsx: {
    name: 'Excel',
    ending: 'xlsx',
    for: 'A sheet for each kind of entity. Values, names and exhibit numbers.',
    exhibits: 'numbered',
  },
  csv: {
    name: 'CSV',
    ending: 'csv',
    for: 'One table of all entities, for any spreadsheet or database.',
    exhibits: 'numbered',
  },
  graphml: { name: 'GraphML', ending: 'graphml', for: 'The network: for yEd, Gephi, Cytoscape.', exhibits: 'unnamed' },
  gexf: {
    name: 'GEXF',
    ending: 'gexf',
    for: 'The network with days, for the time line of Gephi.',
    exhibits: 'unnamed',
  },
  geojson: {
    name: 'GeoJSON',
    ending: 'geojson',
    for: 'What has a position, for QGIS and web maps.',
    exhibits: 'unnamed',
  },
  kml: {
    name: 'KML',
    ending: 'kml',
    for: 'What has a position, with its time, for Google Earth.',
    exhibits: 'unnamed',
  },
};

export const leavingFormats = Object.keys(formatWords) as LeavingFormat[];

export function formatName(format: InterchangeFormat): string {
  return format === 'dprk-reports' ? 'DPRK Reports' : formatWords[format].name;
}

/** `16 entities and 3 findings go, with quotes of 5 exhibits.` */
export function wordsOfGoing(
  { entityCount, findingCount, citedCount }: Pick<EntitiesPreFlight, 'entityCount' | 'findingCount' | 'citedCount'>,
  format: LeavingFormat,
): string {
  if (entityCount + findingCount === 0) return 'Nothing of it may go, so there is nothing to write.';
  const entities = entityCount > 0 ? [countOf(entityCount, 'entity', 'entities')] : [];
  const findings = findingCount > 0 ? [countOf(findingCount, 'finding')] : [];
  const goes = `${[...entities, ...findings].join(' and ')} ${entityCount + findingCount === 1 ? 'goes' : 'go'}`;
  const exhibits = countOf(citedCount, 'exhibit');
  if (citedCount === 0) return `${goes}.`;
  switch (formatWords[format].exhibits) {
    case 'quoted':
      return `${goes}, with quotes of ${exhibits}.`;
    case 'numbered':
      return `${goes}, with the number of each exhibit that they rest on: ${citedCount} in all.`;
    case 'unnamed':
      return `${goes}, resting on ${exhibits} that the file does not name.`;
  }
}

/** `2 exhibits stay, and what rests on them alone; 1 finding stays`. */
export function wordsOfStaying(stays: EntitiesPreFlight['stays']): string {
  const exhibits = stays.filter(({ what }) => what === 'exhibit').length;
  const findings = stays.length - exhibits;
  return [
    ...(exhibits === 0
      ? []
      : [
          `${countOf(exhibits, 'exhibit stays', 'exhibits stay')}, and each value that rests on ${exhibits === 1 ? 'it' : 'them'} alone`,
        ]),
    ...(findings === 0 ? [] : [countOf(findings, 'finding stays', 'findings stay')]),
  ].join('; ');
}
