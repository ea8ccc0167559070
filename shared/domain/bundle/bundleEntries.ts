/** Everything that stands under data/ in a bundle, one file after the other, sorted by path: the export only has to iterate. */
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';
import type { BundleCase } from '../bundle.ts';
import type { BundleExhibit } from './bundleExhibit.ts';
import type { BundleFile, BundleParts } from './bundleFile.ts';
import {
  byKey,
  CUSTODY_README,
  custodyPath,
  exhibitPath,
  figurePath,
  hasBytes,
  picturesOf,
  RECEIPTS_FOLDER,
  textPath,
} from './bundlePaths.ts';
import { cslItems } from './cslItems.ts';
import { custodyReadme } from './custodyReadme.ts';
import { indexHtml } from './indexHtml.ts';
import { receiptsJson } from './receiptsJson.ts';
import { roCrate } from './roCrate.ts';
import { jsonFile, textFile } from './textFile.ts';
import { viewerEntries } from './viewerEntries.ts';
import { annotationsText } from './webAnnotations.ts';

export type { BundleFile, BundleParts } from './bundleFile.ts';
export { PDF } from './viewerEntries.ts';

export async function* bundleEntries(bundle: BundleCase, parts: BundleParts): AsyncGenerator<BundleFile> {
  const exhibits = [...bundle.exhibits].sort((a, b) => (a.number < b.number ? -1 : 1));
  const hasEntities = parts.entities.index.length > 0;
  yield await textFile('data/annotations/annotations.jsonld', () => annotationsText(bundle, parts.entities));
  if (hasEntities) yield await textFile('data/chart/chart.graphml', parts.interchange.graphml);
  yield jsonFile('data/csl.json', cslItems(bundle));
  yield* custodyFiles(bundle, parts);
  for (const exhibit of exhibits.filter(hasBytes)) {
    yield { path: exhibitPath(exhibit), bytes: parts.readExhibit(exhibit), sizeBytes: exhibit.sizeBytes };
  }
  if (hasEntities) yield await textFile('data/ftm/entities.ftm.json', parts.interchange.ftm);
  if (hasEntities) yield await textFile('data/geo/places.geojson', parts.interchange.geojson);
  yield { path: 'data/index.html', bytes: new TextEncoder().encode(indexHtml(bundle)) };
  yield jsonFile('data/report/case.json', bundle);
  for (const { figure, picture } of picturesOf(bundle))
    yield { path: figurePath(picture), bytes: parts.readFigure(figure), sizeBytes: picture.sizeBytes };
  yield jsonFile('data/ro-crate-metadata.json', roCrate(bundle, parts.receipts.shown));
  if (bundle.screening) yield jsonFile('data/screening/screening.json', { ...bundle.screening, runs: [] });
  for (const exhibit of exhibits.filter(({ hasText }) => hasText))
    yield await textFile(textPath(exhibit.number), () => wholeText(exhibit, parts));
  yield* viewerEntries(bundle, exhibits, parts);
}

async function* custodyFiles(bundle: BundleCase, parts: BundleParts): AsyncGenerator<BundleFile> {
  const { shown, files } = parts.receipts;
  yield { path: CUSTODY_README, bytes: new TextEncoder().encode(custodyReadme(bundle, shown)) };
  for (const { key, lines: own } of byKey(parts.receivedLogs))
    yield await textFile(custodyPath(key), () => lines(own()));
  yield await textFile(custodyPath(''), () => lines(parts.custodyLines()));
  if (shown.length === 0) return;
  yield* [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  yield jsonFile(`${RECEIPTS_FOLDER}receipts.json`, receiptsJson(shown));
}

/** One object with all pages, as `BundleText` has it; written block by block, since a mailbox or a sheet may be long. */
async function* wholeText(exhibit: BundleExhibit, parts: BundleParts): AsyncGenerator<string> {
  const { textBlocks = [0] } = exhibit;
  for (const block of textBlocks.keys()) {
    const { pages, ...about } = await parts.readText(exhibit, block);
    // Only `pages` may grow, and its key comes last but for none that `BundleText` has.
    if (block === 0) yield `${canonicalJson(about as Json).slice(0, -1)},"pages":[`;
    for (const [at, page] of pages.entries()) yield `${block > 0 || at > 0 ? ',' : ''}${canonicalJson(page as Json)}`;
  }
  yield ']}\n';
}

async function* lines(source: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  for await (const line of source) yield `${line}\n`;
}
