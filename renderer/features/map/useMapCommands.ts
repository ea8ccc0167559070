/** What can be done on the map, for the palette and the keyboard. */
import { useCommands } from '../../workbench/index.ts';
import type { useMapExport } from './figure/useMapExport.ts';
import type { ChangeMap, MapSession } from './mapSession.ts';

export interface MapActions {
  session: MapSession;
  change: ChangeMap;
  hasMarks: boolean;
  leaving: ReturnType<typeof useMapExport>;
  nearer(): void;
  farther(): void;
  showAll(): void;
  startMeasure(on: boolean): void;
}

export function useMapCommands(actions: MapActions): void {
  const { session, change, hasMarks, leaving, nearer, farther, showAll, startMeasure } = actions;
  const { isMeasuring, shows } = session;
  const section = 'Map';
  useCommands([
    { id: 'map.nearer', title: 'Zoom in', section, when: shows === 'map', run: nearer },
    { id: 'map.farther', title: 'Zoom out', section, when: shows === 'map', run: farther },
    { id: 'map.all', title: 'Show all marks', section, when: shows === 'map', run: showAll },
    {
      id: 'map.measure',
      title: isMeasuring ? 'Stop measuring' : 'Measure a distance',
      section,
      shortcut: 'Shift+M',
      run: () => startMeasure(!isMeasuring),
    },
    {
      id: 'map.clear',
      title: 'Clear the measure',
      section,
      shortcut: 'Escape',
      when: isMeasuring,
      run: () => startMeasure(false),
    },
    {
      id: 'map.table',
      title: shows === 'map' ? 'Show the map as a table' : 'Show the table as a map',
      section,
      run: () => change({ shows: shows === 'map' ? 'table' : 'map' }),
    },
    { id: 'map.png', title: 'Save the map as PNG', section, when: hasMarks, run: () => void leaving.savePng() },
    { id: 'map.svg', title: 'Save the map as SVG', section, when: hasMarks, run: () => void leaving.saveSvg() },
    {
      id: 'map.geojson',
      title: 'Export places as GeoJSON',
      section,
      when: hasMarks,
      run: () => void leaving.exportPlaces('geojson'),
    },
    {
      id: 'map.kml',
      title: 'Export places as KML',
      section,
      when: hasMarks,
      run: () => void leaving.exportPlaces('kml'),
    },
  ]);
}
