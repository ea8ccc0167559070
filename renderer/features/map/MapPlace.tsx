/** The map of a case, offline: what it tells of places, with the table that is equal to it. */
import { Download, Map as MapIcon, Minus, Plus, Ruler, Scan, Table2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Position } from '../../../shared/domain/geo/index.ts';
import { Failed, IconButton, Loading, MenuButton, PaneHeader, Panes, Segmented, Toolbar } from '../../ui/index.ts';
import { useRoute } from '../../workbench/index.ts';
import { AddFigure } from '../figure/index.ts';
import type { MapScene } from './draw/drawMap.ts';
import { LIGHT } from './draw/mapColours.ts';
import { rememberedSeaNames, rememberSeaNames } from './draw/seaNames.ts';
import { pngOf } from './figure/mapPicture.ts';
import { figureTable, proposedAltText, proposedCaption } from './figure/mapTable.ts';
import { useCitationIds } from './figure/useCitationIds.ts';
import { entitiesOf, useMapExport } from './figure/useMapExport.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { MapInspector } from './MapInspector.tsx';
import { MapTable } from './MapTable.tsx';
import { GoToBox } from './panels/GoToBox.tsx';
import { MapLegend } from './panels/MapLegend.tsx';
import { MapFoot, NoBaseMap, NothingHere } from './panels/MapNotes.tsx';
import { MapOptions } from './panels/MapOptions.tsx';
import { MeasurePanel } from './panels/MeasurePanel.tsx';
import { TimeBar } from './panels/TimeBar.tsx';
import { TrackPicker } from './panels/TrackPicker.tsx';
import { useMap } from './useMap.ts';
import { useMapCommands } from './useMapCommands.ts';
import { useMapView } from './view/useMapView.ts';
import { useAtlas } from './view/useAtlas.ts';
import { useColours } from './view/useColours.ts';
import './map.css';

export function MapPlace() {
  const { caseId, entityId } = useRoute();
  const map = useMap(caseId);
  const { session, change, all, shown, selected, chips, track, isLit, select } = map;
  const stage = useRef<HTMLDivElement>(null);
  const { view, setView, nearer, farther, showAll, goTo, zoomTo } = useMapView(stage, map);
  const { atlas, failed, retry } = useAtlas();
  const colours = useColours();
  const [pointer, setPointer] = useState<Position | null>(null);
  const [seaNames, setSeaNames] = useState(rememberedSeaNames);
  const { markNames, ports, seas, measure, isMeasuring, target, notation } = session;
  useOpenAt(entityId, map, view.width > 0, zoomTo);

  const scene: MapScene = useMemo(
    () => ({
      view,
      atlas,
      features: shown,
      isLit,
      track,
      measure,
      names: { marks: markNames, ports, seas, seaNames },
      target,
      crosshair: false,
      colours,
      printed: false,
    }),
    [view, atlas, shown, isLit, track, measure, markNames, ports, seas, seaNames, target, colours],
  );
  const leaving = useMapExport(caseId, scene, shown.length !== (all?.length ?? 0));
  const shownEntities = useMemo(() => entitiesOf(shown), [shown]);
  const citationIds = useCitationIds(shownEntities);
  const startMeasure = (on: boolean) => change({ isMeasuring: on, measure: on ? measure : [], shows: 'map' });
  useMapCommands({ session, change, hasMarks: shown.length > 0, leaving, nearer, farther, showAll, startMeasure });

  const main = (
    <div className="map">
      <PaneHeader
        level={1}
        title="Map"
        count={all ? shown.length : null}
        actions={
          <>
            <Segmented
              label="Shown as"
              options={[
                { value: 'map', label: 'Map', icon: MapIcon },
                { value: 'table', label: 'Table', icon: Table2 },
              ]}
              value={session.shows}
              onChange={shows => change({ shows })}
            />
            <AddFigure
              caseId={caseId}
              kind="map"
              caption={proposedCaption(shown)}
              altText={proposedAltText(shown, notation)}
              entityIds={shownEntities}
              citationIds={citationIds}
              picture={() => pngOf({ ...scene, colours: LIGHT })}
              table={() => figureTable(shown, chips, notation, track)}
              disabled={shown.length === 0 || atlas === null}
            />
            <MenuButton
              label="Export"
              icon={Download}
              disabled={shown.length === 0 || leaving.busy}
              items={[
                { label: 'Picture, PNG', onSelect: () => void leaving.savePng() },
                { label: 'Picture, SVG', onSelect: () => void leaving.saveSvg() },
                'separator',
                {
                  label: 'Places, GeoJSON',
                  hint: 'of what is shown, with its statements',
                  onSelect: () => void leaving.exportPlaces('geojson'),
                },
                {
                  label: 'Places, KML',
                  hint: 'for other map programs',
                  onSelect: () => void leaving.exportPlaces('kml'),
                },
              ]}
            />
          </>
        }
      />
      <Toolbar label="Map">
        <GoToBox onGo={goTo} />
        <TrackPicker session={session} change={change} all={all ?? []} chips={chips} track={track} />
        <IconButton
          icon={Ruler}
          label="Measure a distance"
          shortcut="Shift+M"
          pressed={isMeasuring}
          onPress={() => startMeasure(!isMeasuring)}
        />
        <MapOptions
          session={session}
          change={change}
          all={all ?? []}
          seaNames={seaNames}
          onSeaNames={names => {
            setSeaNames(names);
            rememberSeaNames(names);
          }}
        />
      </Toolbar>
      {map.error && <Failed error={map.error} onRetry={map.refetch} />}
      {!all && !map.error && <Loading label="Reading the places of the case" />}
      {session.shows === 'table' && all && (
        <MapTable
          features={shown}
          chips={chips}
          notation={notation}
          track={track}
          limits={session.limits}
          isLit={isLit}
          onSelect={feature => select([feature])}
        />
      )}
      <div className="map-stage" ref={stage} hidden={session.shows === 'table'}>
        {view.width > 0 && (
          <MapCanvas
            scene={scene}
            isMeasuring={isMeasuring}
            label={proposedAltText(shown, notation)}
            onView={setView}
            onPick={select}
            onMeasure={place => change({ measure: [...measure, place] })}
            onUnmeasure={() => change({ measure: measure.slice(0, -1) })}
            onPointer={setPointer}
            onFit={showAll}
          />
        )}
        <div className="map-zoom">
          <IconButton icon={Plus} label="Zoom in" onPress={nearer} />
          <IconButton icon={Minus} label="Zoom out" onPress={farther} />
          <IconButton icon={Scan} label="Show all marks" onPress={showAll} />
        </div>
        {isMeasuring && (
          <MeasurePanel
            points={measure}
            notation={notation}
            onBack={() => change({ measure: measure.slice(0, -1) })}
            onClear={() => change({ measure: [] })}
            onClose={() => startMeasure(false)}
          />
        )}
        {all && shown.length === 0 && !isMeasuring && <NothingHere isFiltered={all.length > 0} />}
        {failed && <NoBaseMap onRetry={retry} />}
      </div>
      {all && session.shows === 'map' && (
        <MapFoot at={pointer ?? view.center} isPointer={pointer !== null} notation={notation} scale={view.scale} />
      )}
      {all && (
        <TimeBar features={all} shownCount={shown.length} value={session.time} onChange={time => change({ time })} />
      )}
    </div>
  );
  return (
    <Panes
      id="map"
      main={main}
      mainLabel="Map"
      right={
        selected.length === 0 ? (
          <MapLegend features={shown} />
        ) : (
          <MapInspector
            key={selected.map(feature => feature.id).join(' ')}
            features={selected}
            chips={chips}
            notation={notation}
            onSelect={feature => select([feature])}
            onZoom={zoomTo}
          />
        )
      }
      rightLabel="Inspector"
      rightWidth={340}
    />
  );
}

/** Coming for an entity: its marks are taken in hand and brought into view, once they are there. */
function useOpenAt(
  entityId: ReturnType<typeof useRoute>['entityId'],
  { all, select }: ReturnType<typeof useMap>,
  isLaidOut: boolean,
  zoomTo: ReturnType<typeof useMapView>['zoomTo'],
): void {
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (entityId === undefined || all === undefined || !isLaidOut || opened.current === entityId) return;
    opened.current = entityId;
    const own = all.filter(feature => feature.entityId === entityId || feature.entityIds.includes(entityId));
    if (own.length === 0) return;
    select(own);
    zoomTo(own);
  });
}
