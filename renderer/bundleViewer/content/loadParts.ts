/** The parts that are loaded when their place is opened. `bundle.parts` counts what is there; a part of nothing has no script. */
import { BundleChart } from '../../../shared/domain/bundle/bundleChart.ts';
import {
  type BundleEntity,
  type BundleEntityBlock,
  BundleEntityBlock as EntityBlock,
  BundleEntityIndex,
  type BundleEntityRow,
} from '../../../shared/domain/bundle/bundleEntity.ts';
import { BundleEvents } from '../../../shared/domain/bundle/bundleEvent.ts';
import { BundleMap } from '../../../shared/domain/bundle/bundleMap.ts';
import {
  CHART_KEY,
  COASTS_KEY,
  custodyKey,
  ENTITY_INDEX_KEY,
  EVENTS_KEY,
  entityKey,
  MAP_KEY,
  RECEIPTS_KEY,
  TIMELINE_KEY,
} from '../../../shared/domain/bundle/bundlePaths.ts';
import { BundleTimeline } from '../../../shared/domain/bundle/bundleTimeline.ts';
import {
  type BundleCase,
  BundleCustodyBlock,
  type BundleCustodyEvent,
  type BundleReceipt,
  BundleReceipts,
} from '../../../shared/domain/bundle.ts';
import { loadContent } from './receiver.ts';
import { loadParsed } from './remembered.ts';

/** One block of a custody log, counted from 0; `log` as in `BundleCustodyLog`. */
export async function loadCustody(block: number, log = ''): Promise<BundleCustodyEvent[]> {
  return loadParsed(custodyKey(block, log), untrusted => BundleCustodyBlock.parse(untrusted));
}

export async function loadReceipts({ parts }: BundleCase): Promise<BundleReceipt[]> {
  return parts?.receipts ? loadParsed(RECEIPTS_KEY, untrusted => BundleReceipts.parse(untrusted)) : [];
}

export async function loadEntityIndex({ parts }: BundleCase): Promise<BundleEntityIndex> {
  if (!parts?.entities) return [];
  return loadParsed(ENTITY_INDEX_KEY, untrusted => BundleEntityIndex.parse(untrusted));
}

/** The entity with the passages of its block, which its citations rest on. */
export async function loadEntity({ id, block }: Pick<BundleEntityRow, 'id' | 'block'>): Promise<{
  entity: BundleEntity | null;
  passages: BundleEntityBlock['passages'];
}> {
  const { entities, passages } = await loadParsed(entityKey(block), untrusted => EntityBlock.parse(untrusted));
  return { entity: entities.find(one => one.id === id) ?? null, passages };
}

export async function loadEvents({ parts }: BundleCase): Promise<BundleEvents> {
  return parts?.events ? loadParsed(EVENTS_KEY, untrusted => BundleEvents.parse(untrusted)) : [];
}

export async function loadChart({ parts }: BundleCase): Promise<BundleChart> {
  if (!parts?.chartNodes) return { nodes: [], ties: [], views: [] };
  return loadParsed(CHART_KEY, untrusted => BundleChart.parse(untrusted));
}

export async function loadMap({ parts }: BundleCase): Promise<BundleMap> {
  return parts?.places ? loadParsed(MAP_KEY, untrusted => BundleMap.parse(untrusted)) : { places: [], entities: [] };
}

/** TopoJSON with `objects.land` and `objects.countries`. Untrusted only in name: it is the same file in every bundle. */
export async function loadCoasts(): Promise<unknown> {
  return loadContent(COASTS_KEY);
}

export async function loadTimeline({ parts }: BundleCase): Promise<BundleTimeline> {
  if (!parts?.timelineItems) return { items: [], lanes: [] };
  return loadParsed(TIMELINE_KEY, untrusted => BundleTimeline.parse(untrusted));
}
