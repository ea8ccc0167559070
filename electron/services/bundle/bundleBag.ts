/** What the bag of a bundle is filled with, in the order of paths. */
import type { BundleSignature } from '../../../shared/domain/bundle.ts';
import { type BundleFile, bundleEntries, type BundleParts } from '../../../shared/domain/bundle/bundleEntries.ts';
import { caseDigest } from '../../../shared/domain/review.ts';
import { BAG_NAMESPACE, OUR_AGENT, SIGNATURE_COMMAND, SIGNATURE_FILE, SIGNED_FILE } from '../../bag/index.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { currentIdentity, signAs } from '../identity/index.ts';
import { pictureFor, picturesOf } from '../report/index.ts';
import { bundleFigures } from './bundleFigures.ts';
import { bundleParts } from './bundleParts.ts';
import { type Draft, bundleEditions, reportFiles } from './bundleEditions.ts';
import { custodyOfBundle } from './custodyOfBundle.ts';
import { entityParts } from './entities/entityParts.ts';
import type { GatheredBundle } from './gatherBundle.ts';
import { makeBundleCase } from './makeBundleCase.ts';
import { othersTurn } from './othersTurn.ts';
import { bundleComments } from './toBundleComments.ts';

export async function bundleBag(ctx: JobContext, gathered: GatheredBundle, draft: Draft, out: string) {
  const { db } = ctx.query();
  const { document } = draft;
  const { masthead } = document;
  const custody = await custodyOfBundle(ctx, gathered);
  await othersTurn(ctx.signal);
  const pictures = picturesOf(db, document);
  const figures = bundleFigures(document, pictures);
  const files = await reportFiles(document, pictures);
  await othersTurn(ctx.signal);
  const entities = await entityParts(db, gathered, ctx.signal);
  const bundle = makeBundleCase(db, gathered, {
    exportedAt: masthead.compiledAt,
    custody,
    figures: figures.map(({ figure }) => figure),
    editions: bundleEditions(db, draft, files),
    entityParts: entities,
    comments: bundleComments(db, gathered),
    signature: signatureOf(db),
  });
  const ids = new Map(figures.map(({ figure, figureId }) => [figure.numeral, figureId]));
  const parts = await bundleParts(ctx, {
    exhibits: gathered.going,
    custody,
    entities,
    pictureOf: ({ numeral }) => pictureFor(pictures, ids.get(numeral) ?? ''),
  });
  return {
    caseRecord: caseDigest(bundle),
    out,
    name: bagName(masthead.reference),
    info: {
      'External-Identifier': masthead.reference,
      'External-Description': masthead.exercise ? `${masthead.title}. ${masthead.exercise}` : masthead.title,
      // The day of the edition, not of the export: the same content makes the same bytes.
      'Bagging-Date': masthead.compiledAt.slice(0, 10),
      'Bag-Software-Agent': OUR_AGENT,
    },
    ...(currentIdentity(db) ? { sign: (digest: Uint8Array) => signAs(db, BAG_NAMESPACE, digest) } : {}),
    entries: inOrder(bundleEntries(bundle, counting(ctx, parts, gathered.going.length)), files),
    signal: ctx.signal,
  };
}

/** Who will have signed, told within what is signed. A page cannot check it, and says so. */
function signatureOf(db: ReadableDb): BundleSignature | null {
  const identity = currentIdentity(db);
  if (!identity) return null;
  return {
    signer: identity.team === '' ? identity.name : `${identity.name} (${identity.team})`,
    fingerprint: identity.fingerprint,
    publicKey: identity.signingKey,
    namespace: BAG_NAMESPACE,
    signedFile: SIGNED_FILE,
    signatureFile: SIGNATURE_FILE,
    command: SIGNATURE_COMMAND,
  };
}

/** Both sorted by path; so is what comes out. */
async function* inOrder(entries: AsyncIterable<BundleFile>, files: readonly BundleFile[]): AsyncGenerator<BundleFile> {
  const waiting = [...files];
  for await (const entry of entries) {
    while (waiting[0] && waiting[0].path < entry.path) yield waiting.shift() as BundleFile;
    yield entry;
  }
  yield* waiting;
}

function counting(ctx: JobContext, parts: BundleParts, total: number): BundleParts {
  const done = new Set<string>();
  return {
    ...parts,
    readExhibit: exhibit => {
      done.add(exhibit.number);
      ctx.report({ done: done.size, total, unit: 'exhibit', note: exhibit.number });
      return parts.readExhibit(exhibit);
    },
  };
}

/** A folder's name on every system, whatever the team writes as a reference. */
function bagName(reference: string): string {
  const plain = reference
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return `probatum-${plain || 'bundle'}`;
}
