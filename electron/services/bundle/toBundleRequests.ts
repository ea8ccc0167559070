/** Requests with what came back, and sources with their grades, as they go. */
import type { BundleRequest, BundleSource } from '../../../shared/domain/bundle.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { printedSourceName, type Source } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { disclosed } from '../report/index.ts';
import { gradesOf, sourceLookup } from '../source/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';
import type { KnownEntities } from './knownEntities.ts';

export function bundleRequests({ input, exhibits }: GatheredBundle, known: KnownEntities): BundleRequest[] {
  const numbers = new Map<string, string>(exhibits.map(exhibit => [exhibit.id, exhibitNumber(exhibit.number)]));
  return input.requests.map(
    ({ id, findingId, addressee, entityId, substance, state, sentOn, dueOn, answeredOn, replyExhibitId }) => ({
      id,
      findingId,
      addressee,
      entityId: known.as(entityId),
      substance,
      state,
      sentOn,
      dueOn,
      answeredOn,
      replyExhibitNumber: (replyExhibitId && numbers.get(replyExhibitId)) || null,
    }),
  );
}

export function bundleSources(db: ReadableDb, { sources, exhibits, choice }: GatheredBundle): BundleSource[] {
  const lookup = sourceLookup(db);
  const here = new Set<string>(sources.map(source => source.id));
  return sources.map(source => ({
    id: source.id,
    name: printedSourceName(source),
    isConfidential: source.confidential,
    kind: source.kind,
    reliability: source.reliability,
    grades: gradesFor(db, source),
    origins: source.originIds.flatMap(id =>
      disclosed(lookup.get(id), choice).map(origin => ({
        id: here.has(id) ? id : null,
        name: printedSourceName(origin),
      })),
    ),
    exhibitNumbers: exhibits
      .filter(exhibit => exhibit.sourceId === source.id)
      .map(exhibit => exhibitNumber(exhibit.number)),
  }));
}

/** Why a confidential source was graded as it was may tell who it is. */
function gradesFor(db: ReadableDb, source: Source): BundleSource['grades'] {
  return gradesOf(db, source.id)
    .reverse()
    .map(grade => (source.confidential ? { ...grade, reason: '', gradedBy: '' } : grade));
}
