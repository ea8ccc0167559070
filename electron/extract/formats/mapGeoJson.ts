/** GeoJSON, feature by feature. Coordinates are WGS 84 longitude and latitude, as the standard has it. */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { Extractor } from '../extractor.ts';
import { openDecodedStream } from '../text/encodingStream.ts';
import { readFeature } from './map/geoJsonFeature.ts';
import { FeatureTooLong, openFeatureCutter } from './map/geoJsonPieces.ts';
import { type MapFeature, mapName, openMapRows } from './map/mapRows.ts';

export const extractGeoJson: Extractor = async context => {
  const { encoding, pieces } = await openDecodedStream(context.source, context.encoding);
  if (encoding.warning !== undefined) context.warn(encoding.warning);
  const rows = openMapRows(context, mapName(context.fileName));
  const cutter = openFeatureCutter();
  try {
    for await (const piece of pieces()) {
      for (const json of cutter.add(piece)) for (const feature of parseFeature(json)) await rows.add(feature);
    }
  } catch (error) {
    if (!(error instanceof FeatureTooLong)) throw error;
    throw new ExtractionFailure('too-large', 'A single entry of the map is too large to be read.');
  }
  if (!cutter.end()) context.warn('The map breaks off: its last entry is not complete.');
  const { places, metadata } = await rows.end();
  return { engine: 'probatum-map', engineVersion: '1', places, metadata: { encoding: encoding.name, ...metadata } };
};

function parseFeature(json: string): MapFeature[] {
  try {
    return readFeature(JSON.parse(json));
  } catch {
    return [{ kind: '', problem: 'This entry is not valid JSON.' }];
  }
}
