/** All that a bundle has of entities, from one survey of what may be told. */
import type { BundleParts } from '../../../../shared/domain/bundle/bundleFile.ts';
import { writeFtm, writeGeoJson, writeGraphml } from '../../../../shared/domain/interchange/index.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import { leavingEntities } from '../../interchange/index.ts';
import type { GatheredBundle } from '../gatherBundle.ts';
import { entityBlocks } from './entityBlocks.ts';
import { makeChart } from './makeChart.ts';
import { makeEvents } from './makeEvents.ts';
import { makeMap } from './makeMap.ts';
import { makeTimeline } from './makeTimeline.ts';
import { surveyEntities } from './survey.ts';

export type EntityParts = Pick<BundleParts, 'entities' | 'events' | 'chart' | 'map' | 'timeline' | 'interchange'>;

export async function entityParts(db: ReadableDb, gathered: GatheredBundle, signal: AbortSignal): Promise<EntityParts> {
  const { input, withholding } = gathered;
  const survey = surveyEntities(db, gathered.entities, gathered);
  const leaving = leavingEntities(db, {
    caseId: input.case.id,
    all: gathered.entities.filter(({ id }) => survey.entities.has(id)),
    withholding,
    nameOf: id => survey.entities.get(id)?.caption ?? '',
    // What stays is named by the pre-flight and by the viewer; here it is only absent.
    onKept: () => undefined,
  });
  return {
    entities: entityBlocks(db, survey, gathered),
    events: makeEvents(survey, gathered),
    chart: await makeChart(db, survey, gathered, signal),
    map: makeMap(db, survey, gathered),
    timeline: makeTimeline(survey, gathered),
    interchange: {
      ftm: () => writeFtm(leaving),
      geojson: () => writeGeoJson(leaving),
      graphml: () => writeGraphml(leaving),
    },
  };
}
