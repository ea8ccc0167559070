/** What leaves the map: the picture, and its places as GeoJSON or KML, which the core writes as a job. */
import { useState } from 'react';
import type { InterchangeFormat } from '../../../../shared/contract/interchange.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { call, desktop, reportOf } from '../../../api/index.ts';
import { useToast } from '../../../workbench/index.ts';
import { savePicture } from '../../figure/index.ts';
import type { MapScene } from '../draw/drawMap.ts';
import type { PlacedFeature } from '../mark/featureFacts.ts';
import { pngOf, svgOf } from './mapPicture.ts';
import { citationsOf } from './useCitationIds.ts';
import { proposedAltText, proposedCaption } from './mapTable.ts';

export function useMapExport(caseId: CaseId, scene: MapScene, isFiltered: boolean) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const { features } = scene;
  const attempt = async (work: () => Promise<string | null>) => {
    setBusy(true);
    try {
      const said = await work();
      if (said) toast({ text: said });
    } catch (failure) {
      toast({ text: reportOf(failure).sentence, kind: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  const caption = proposedCaption(features);
  const save = async (ending: string, bytes: Uint8Array) =>
    savePicture(caseId, `${caption}.${ending}`, bytes, `Map, ${features.length} marks`, {
      citationIds: await citationsOf(entitiesOf(features)),
      exhibitIds: features.flatMap(({ exhibitId }) => exhibitId ?? []),
    });
  return {
    busy,
    savePng: () =>
      attempt(async () => {
        const path = await save('png', await pngOf(scene));
        return path && 'Picture of the map saved.';
      }),
    saveSvg: () =>
      attempt(async () => {
        const bytes = svgOf(scene, caption, proposedAltText(features, 'dm'));
        const path = await save('svg', bytes);
        return path && 'Picture of the map saved.';
      }),
    exportPlaces: (format: Extract<InterchangeFormat, 'geojson' | 'kml'>) =>
      attempt(async () => {
        const to = await desktop('desktop.chooseSaveAs', { suggestedName: `${caption}.${format}`, kind: 'any' });
        if (!to) return null;
        await call('interchange.export', { caseId, format, entityIds: isFiltered ? entitiesOf(features) : null, to });
        // The job tells of itself, also when it is done.
        return null;
      }),
  };
}

/** With those who took part, so that what is exported names them. */
export function entitiesOf(features: readonly PlacedFeature[]): EntityId[] {
  return [
    ...new Set(features.flatMap(({ entityId, entityIds }) => [...(entityId === null ? [] : [entityId]), ...entityIds])),
  ];
}
