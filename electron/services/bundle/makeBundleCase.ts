/** Puts what was gathered into the bundle's own schema: what the viewer shows, and nothing that leads anywhere else. */
import { BUNDLE_FORMAT, BundleCase, type BundleEdition, type BundleFigure } from '../../../shared/domain/bundle.ts';
import { custodyGenesis } from '../../../shared/domain/custody.ts';
import { strictestMark } from '../../../shared/domain/handlingMark.ts';
import { standardSentences } from '../../../shared/domain/standard.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { marksOfOtherCases } from '../report/index.ts';
import type { CustodyOfBundle } from './custodyOfBundle.ts';
import type { EntityParts } from './entities/entityParts.ts';
import type { GatheredBundle } from './gatherBundle.ts';
import { knownEntities } from './knownEntities.ts';
import { makeMatrix } from './makeMatrix.ts';
import { bundleExhibits } from './toBundleExhibit.ts';
import { chronologyOf, toBundleFinding } from './toBundleFinding.ts';
import { bundlePassages } from './toBundlePassage.ts';
import { bundleRequests, bundleSources } from './toBundleRequests.ts';

export interface BundleAbout {
  /** The time of the edition, so that the same content makes the same bytes whenever it is exported. */
  exportedAt: Instant;
  custody: CustodyOfBundle;
  editions: readonly BundleEdition[];
  figures: readonly BundleFigure[];
  entityParts: EntityParts;
  comments: BundleCase['comments'];
  signature: BundleCase['signature'];
}

export function makeBundleCase(db: ReadableDb, gathered: GatheredBundle, about: BundleAbout): BundleCase {
  const { input, concealer } = gathered;
  const { exportedAt, custody, editions, figures, entityParts, comments, signature } = about;
  const { reference, title, workstream, standard, lead, isExercise } = input.case;
  const handlingMark = strictestMark([
    input.case.handlingMark,
    ...gathered.going.map(exhibit => exhibit.handlingMark),
    ...marksOfOtherCases(gathered),
  ]);
  const known = knownEntities(
    db,
    new Set(entityParts.entities.index.map(entity => entity.id)),
    namedEntities(gathered),
  );
  const bundle: BundleCase = {
    format: BUNDLE_FORMAT,
    case: {
      reference,
      title,
      workstream,
      handlingMark,
      standard: standardSentences[standard],
      lead,
      isExercise,
      exportedAt,
    },
    exhibits: bundleExhibits(db, gathered),
    passages: bundlePassages(db, citedByClaims(gathered), gathered),
    findings: input.findings.map(finding => toBundleFinding(finding, gathered, known)),
    ...(figures.length > 0 ? { figures: [...figures] } : {}),
    chronology: chronologyOf(gathered),
    matrix: makeMatrix(gathered),
    requests: bundleRequests(gathered, known),
    sources: bundleSources(db, gathered),
    editions: [...editions],
    screening: {
      state: 'none',
      sentence: 'No screening run in this case: its names were not compared with sanctions lists.',
    },
    comments,
    signature,
    parts: {
      custodyEvents: custody.logs[0].events,
      receipts: custody.receipts.shown.length,
      entities: entityParts.entities.index.length,
      entityBlocks: entityParts.entities.blockCount,
      events: entityParts.events.length,
      chartNodes: entityParts.chart.nodes.length,
      places: entityParts.map.places.length,
      timelineItems: entityParts.timeline.items.length,
      hasSearch: true,
    },
    custodyLogs: custody.logs.map(({ vaultId: _, leaving: __, ...log }) => log),
    custodyHead: custody.logs[0].head || custodyGenesis,
  };
  return BundleCase.parse(concealer.concealIn(bundle));
}

function citedByClaims({ input }: GatheredBundle): string[] {
  const ids = input.findings.flatMap(finding =>
    finding.claims.flatMap(claim => claim.citations.map(citation => citation.passageId)),
  );
  return [...new Set<string>(ids)].sort();
}

function namedEntities({ input }: GatheredBundle): (string | null)[] {
  return [
    ...input.findings.flatMap(finding => [
      ...finding.participants.map(participant => participant.entityId),
      ...finding.claims.flatMap(claim => claim.entityIds),
    ]),
    ...input.requests.map(request => request.entityId),
  ];
}
