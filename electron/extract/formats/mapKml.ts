/** KML, and KMZ: a ZIP in which it lies together with the pictures that it shows. */
import type { ExtractionSummary } from '../../../shared/domain/extraction.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor, ExtractorResult } from '../extractor.ts';
import { checkDirectory, openZipReader, readZipDirectory, type ZipEntry } from '../zipDirectory.ts';
import { mapName, openMapRows } from './map/mapRows.ts';
import { readKml } from './map/readKml.ts';

const MAX_LEFT_OUT = 1000;

export const extractKml: Extractor = async context => {
  return addMap(context, await context.source.readAll(), mapName(context.fileName));
};

export const extractKmz: Extractor = async context => {
  const { source, limits } = context;
  const entries = (await readZipDirectory(source)).filter(entry => !entry.name.endsWith('/'));
  checkDirectory(entries, limits);
  const zip = openZipReader(source, limits);
  // The first map in the top folder is the one that is shown.
  const maps = entries.filter(entry => /\.kml$/i.test(entry.name)).sort((a, b) => foldersOf(a) - foldersOf(b));
  const [main, ...others] = maps;
  if (main === undefined) throw new ExtractionFailure('unreadable', 'The KMZ holds no map.');
  const result = await addMap(context, await zip.read(main), mapName(main.name));
  const leftOut: { name: string; reason: string }[] = [];
  for (const entry of [...others, ...entries.filter(entry => !maps.includes(entry))]) {
    try {
      const bytes = await zip.read(entry);
      await context.addPart({ name: entry.name, mediaType: 'application/octet-stream', disposition: 'member', bytes });
    } catch (error) {
      if (!(error instanceof ExtractionFailure)) throw error;
      if (leftOut.length < MAX_LEFT_OUT)
        leftOut.push({ name: entry.name.slice(0, 1000), reason: error.problem.detail });
    }
  }
  const structure: ExtractionSummary['structure'] = {
    kind: 'archive',
    format: 'KMZ',
    memberCount: entries.length,
    leftOut,
  };
  return { ...result, structure };
};

function foldersOf(entry: ZipEntry): number {
  return entry.name.split('/').length;
}

async function addMap(context: ExtractContext, bytes: Uint8Array, name: string): Promise<ExtractorResult> {
  const { features, title, outside, isWhole } = readKml(bytes);
  const rows = openMapRows(context, title ?? name);
  for (const feature of features) await rows.add(feature);
  const { places, metadata } = await rows.end();
  if (!isWhole) context.warn('The map breaks off: its last entries are missing.');
  if (outside.length > 0)
    context.warn(`The map refers to addresses elsewhere, which were not loaded: ${outside.slice(0, 3).join(', ')}.`);
  return { engine: 'probatum-map', engineVersion: '1', title, places, metadata };
}
