/** A map's features as rows of a sheet: what is at one point becomes a claimed place as well. */
import type { ClaimedPlace } from '../../../../shared/domain/extraction.ts';
import { cleanLine } from '../../cleanText.ts';
import type { ExtractContext, ExtractorResult } from '../../extractor.ts';
import { openSheetPages, pageScale } from '../sheet/sheetPages.ts';
import type { Position } from './coordinates.ts';

export interface MapFeature {
  name?: string;
  kind: string;
  position?: Position;
  time?: string;
  description?: string;
  /** Of lines and areas. */
  pointCount?: number;
  extent?: string;
  problem?: string;
  /** False for the points of a track, which are where something passed. */
  isPlace?: boolean;
}

export interface MapRows {
  add(feature: MapFeature): Promise<void>;
  end(): Promise<Pick<ExtractorResult, 'places' | 'metadata'>>;
}

const HEADINGS = [
  'Name',
  'Kind',
  'Latitude',
  'Longitude',
  'Altitude',
  'Time',
  'Description',
  'Points',
  'Extent',
  'Problem',
];
/** What a summary may hold. */
const MAX_PLACES = 10_000;
const TOLD_ROWS = 10;
const BYTES_PER_FEATURE = 60;

export function openMapRows(context: ExtractContext, name: string): MapRows {
  const { source, limits, warn } = context;
  const scale = pageScale(source.sizeBytes / BYTES_PER_FEATURE, source.sizeBytes, limits.maxPages);
  const pages = openSheetPages(context, { name: cleanLine(name, 190) || 'Map', isHidden: false }, scale);
  const places: ClaimedPlace[] = [];
  const troubled: number[] = [];
  let troubles = 0;
  let points = 0;
  let row = 0;

  function put(cells: string[]): void {
    pages.add({
      row,
      cells: cells.map((text, column) => ({ column, text })).filter(cell => cell.text !== ''),
    });
    row += 1;
  }

  put(HEADINGS);
  return {
    async add(feature) {
      const { position, problem } = feature;
      put([
        feature.name ?? '',
        feature.kind,
        position === undefined ? '' : String(position.latitude),
        position === undefined ? '' : String(position.longitude),
        position?.altitudeM === undefined || position.altitudeM === null ? '' : String(position.altitudeM),
        feature.time ?? '',
        feature.description ?? '',
        feature.pointCount === undefined ? '' : String(feature.pointCount),
        feature.extent ?? '',
        problem ?? '',
      ]);
      if (problem !== undefined) {
        troubles += 1;
        if (troubled.length < TOLD_ROWS) troubled.push(row);
      }
      if (position !== undefined && feature.isPlace !== false) {
        points += 1;
        if (places.length < MAX_PLACES) {
          const { latitude, longitude, altitudeM } = position;
          const time = feature.time === undefined ? null : cleanLine(feature.time, 60) || null;
          places.push({ name: cleanLine(feature.name ?? '', 500) || null, latitude, longitude, altitudeM, at: time });
        }
      }
      await pages.flush();
    },
    async end() {
      await pages.end();
      if (troubles > 0) {
        const more = troubles > troubled.length ? ' and others' : '';
        warn(`${troubles} of the map’s entries have a problem, told in their rows: ${troubled.join(', ')}${more}.`);
      }
      if (points > MAX_PLACES)
        warn(`The map has ${points} points; all are in the text, but only the first ${MAX_PLACES} are places.`);
      return { places, metadata: { entries: String(row - 1) } };
    },
  };
}

/** The file's name without its folders and suffix. */
export function mapName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
