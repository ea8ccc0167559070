/** The search index of a bundle as scripts: places, terms, and last what leads to both. */
import type { BundleCase } from '../bundle.ts';
import type { BundleExhibit } from './bundleExhibit.ts';
import type { BundleFile, BundleParts } from './bundleFile.ts';
import { PLACES_AT_ONCE, SEARCH_INDEX_KEY, scriptPath, searchPlacesKey, searchShardKey } from './bundlePaths.ts';
import type { SearchIndex, SearchPlace } from './bundleSearch.ts';
import { buildSearch, type SearchedText } from './buildSearch.ts';
import { placeOfEntity, placesOfCase } from './searchPlaces.ts';
import { viewerScript } from './viewerScript.ts';

export async function* searchEntries(
  bundle: BundleCase,
  exhibits: readonly BundleExhibit[],
  parts: BundleParts,
): AsyncGenerator<BundleFile> {
  let block: SearchPlace[] = [];
  let blocks = 0;
  let placeCount = 0;
  for (const place of places(bundle, parts)) {
    placeCount += 1;
    block.push(place);
    if (block.length < PLACES_AT_ONCE) continue;
    yield script(searchPlacesKey(blocks), block);
    [block, blocks] = [[], blocks + 1];
  }
  if (block.length > 0) yield script(searchPlacesKey(blocks), block);
  const paged: SearchIndex['exhibits'] = [];
  let documentCount = placeCount;
  for (const { number, pageCount } of exhibits) {
    paged.push({ number, first: documentCount, pageCount });
    documentCount += pageCount;
  }
  const shards: string[] = [];
  for await (const { first, shard } of buildSearch(() => texts(bundle, exhibits, parts))) {
    yield script(searchShardKey(shards.length), shard);
    shards.push(first);
  }
  yield script(SEARCH_INDEX_KEY, { placeCount, exhibits: paged, documentCount, shards } satisfies SearchIndex);
}

function* places(bundle: BundleCase, { entities }: BundleParts): Generator<SearchPlace> {
  yield* placesOfCase(bundle);
  for (let block = 0; block < entities.blockCount; block += 1)
    for (const entity of entities.block(block).entities) yield placeOfEntity(entity);
}

async function* texts(
  bundle: BundleCase,
  exhibits: readonly BundleExhibit[],
  parts: BundleParts,
): AsyncGenerator<SearchedText> {
  let number = 0;
  for (const { text } of places(bundle, parts)) {
    yield { number, text };
    number += 1;
  }
  for (const exhibit of exhibits) {
    let read = 0;
    for (const block of (exhibit.textBlocks ?? [0]).keys())
      for (const { text } of (await parts.readText(exhibit, block)).pages) {
        yield { number: number + read, text };
        read += 1;
      }
    number += exhibit.pageCount;
  }
}

function script(key: string, value: unknown): BundleFile {
  return { path: scriptPath(key), bytes: viewerScript(key, value) };
}
