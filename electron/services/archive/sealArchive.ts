/**
 * The job that seals an archive: a bag as TAR, signed, encrypted with age on its way to the disk, written aside, recorded, then
 * given its name. Nothing of it lies on the disk in the clear, and memory stays flat whatever its size.
 */
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ArchiveRecipient, ArchiveSelection } from '../../../shared/contract/archive.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { Recipient } from '../../../shared/domain/departure/index.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { sealFile, type SealedFile, type SealTo, type StartDigest } from '../../age/index.ts';
import { BAG_NAMESPACE, OUR_AGENT, type SizedEntry, tarBag } from '../../bag/index.ts';
import { readDocument, stageBytes, type StagedBlob } from '../../documents/documentStore.ts';
import { dropBlob, dropBlobs } from '../../documents/documentSql.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { asidePath, removeOnFailure } from '../../documents/writeAside.ts';
import { requireCase } from '../case/index.ts';
import { custodyHead } from '../custody/index.ts';
import { recordDeparture, requireDisclosed } from '../departure/index.ts';
import { findingsOfCase } from '../finding/index.ts';
import { currentIdentity, signAs } from '../identity/index.ts';
import { aboutText } from './about.ts';
import { concealIn } from './conceal.ts';
import { concepts } from './concepts/index.ts';
import { documentsOf, renditionLines, renditionsOf, requireDigest } from './contents.ts';
import { custodyLines, vaultsWithEvents } from './custodyOfArchive.ts';
import { hereOf } from './here.ts';
import { type ArchivePlan, planArchive } from './planArchive.ts';
import { readStaged, stageLines } from './stageLines.ts';

export const SealInput = ArchiveSelection.extend({
  path: z.string(),
  recipients: z.array(ArchiveRecipient),
  passphraseFor: z.string(),
  reason: z.string(),
});
export type SealInput = z.infer<typeof SealInput>;

export interface Sealed {
  path: string;
  sha256: string;
  sizeBytes: number;
  exhibits: number;
  withheld: number;
}

export const sealArchive: Job<SealInput, Sealed> = async (ctx, input) => {
  const to = sealedTo(input, ctx.secret);
  ctx.report({ done: 0, total: null, unit: 'file', note: 'gathering what goes' });
  const plan = planArchive(ctx.query().db, input);
  const aside = asidePath(input.path);
  return removeOnFailure(
    aside,
    async () => {
      const file = await writeSealed(ctx, input, plan, aside, to);
      ctx.signal.throwIfAborted();
      const sealed = record(ctx, input, plan, file);
      await rename(aside, input.path);
      ctx.announce('archive', 'departure', 'custody');
      return sealed;
    },
    input.path,
  );
};

/** By name: whom the departure is on record for. */
function toldTo({ recipients, passphraseFor }: Pick<SealInput, 'recipients' | 'passphraseFor'>): Recipient[] {
  if (recipients.length > 0) return recipients.map(({ name, contactId }) => ({ name, contactId }));
  return passphraseFor === '' ? [] : [{ name: passphraseFor, contactId: null }];
}

/** @throws disclosure-not-asked where a source is to go by name to one of them for whom that was not confirmed */
export function requireToldTo(
  db: ReadableDb,
  input: Pick<SealInput, 'caseId' | 'disclose' | 'recipients' | 'passphraseFor'>,
): void {
  if (input.disclose.length === 0) return;
  const names = toldTo(input).map(({ name }) => name);
  for (const recipient of names.length > 0 ? names : [''])
    requireDisclosed(db, { caseId: input.caseId, sourceIds: input.disclose, recipient });
}

function sealedTo({ recipients }: SealInput, passphrase: string | null) {
  if (recipients.length > 0) return { recipients: [...new Set(recipients.map(({ recipient }) => recipient))] };
  if (passphrase !== null && passphrase !== '') return { passphrase };
  throw new ProbatumError('archive-to-nobody', {});
}

async function writeSealed(
  ctx: JobContext,
  input: SealInput,
  plan: ArchivePlan,
  aside: string,
  to: SealTo,
): Promise<SealedFile> {
  const { db } = ctx.query();
  const { reference, isExercise, title } = requireCase(db, input.caseId);
  const head = custodyHead(db);
  const staged: StagedBlob[] = [];
  try {
    const bag = (startSha256: StartDigest) =>
      tarBag({
        name: `probatum-archive-${plain(reference)}`,
        info: {
          'External-Identifier': reference,
          'External-Description': isExercise ? `${title}. An exercise.` : title,
          'Bagging-Date': ctx.query().now().slice(0, 10),
          'Bag-Software-Agent': OUR_AGENT,
        },
        entries: entriesOf(ctx, input, plan, head, staged),
        // Every piece is sealed as well: a second digest of each would cost a tenth of the time and show nothing more.
        payloadAlgorithms: ['sha256'],
        startSha256,
        ...(currentIdentity(db) ? { sign: (digest: Uint8Array) => signAs(db, BAG_NAMESPACE, digest) } : {}),
        signal: ctx.signal,
      });
    const threadPath = join(ctx.tools.assets, 'age', 'sealerThread.js');
    return await sealFile(bag, to, { path: aside, threadPath, signal: ctx.signal });
  } finally {
    const blobs = staged.flatMap(({ blobId }) => blobId ?? []);
    if (blobs.length > 0) ctx.write(command => dropBlobs(command.db, blobs));
  }
}

async function* entriesOf(
  ctx: JobContext,
  input: SealInput,
  plan: ArchivePlan,
  head: { count: number; hash: string },
  staged: StagedBlob[],
): AsyncGenerator<SizedEntry> {
  const { archived, withholding } = plan;
  const { db, now } = ctx.query();
  // What points at something is read before what it points at: whatever is added meanwhile, nothing points into the void.
  const lines = new Map<string, { blob: StagedBlob; count: number }>();
  for (const concept of concepts.toReversed()) {
    ctx.report({ done: 0, total: null, unit: 'file', note: concept.words[1] });
    const one = await stageLines(ctx, concept, archived, state => concealIn(state, withholding.concealer));
    staged.push(one.blob);
    lines.set(concept.name, one);
  }
  const counts = Object.fromEntries([...lines].map(([name, { count }]) => [name, count]));
  const about = Buffer.from(
    aboutText(db, hereOf(db, now()), { caseId: input.caseId, isWhole: archived.isWhole, counts, head }),
  );
  yield { path: 'data/archive.json', bytes: about, sizeBytes: about.length };
  for (const vaultId of vaultsWithEvents(db)) {
    const blob = await stage(ctx, staged, custodyLines(db, vaultId as '', archived, withholding.concealer));
    const name = vaultId === '' ? hereOf(db, now()).vaultId : vaultId;
    if (blob.sizeBytes > 0)
      yield { path: `data/custody/${name}.jsonl`, bytes: readStaged(db, blob), sizeBytes: blob.sizeBytes };
  }
  for (const { name } of concepts) {
    const one = lines.get(name);
    if (one && one.blob.sizeBytes > 0)
      yield { path: `data/records/${name}.jsonl`, bytes: readStaged(db, one.blob), sizeBytes: one.blob.sizeBytes };
  }
  for (const id of renditionsOf(db, archived.exhibits)) {
    const blob = await stage(ctx, staged, renditionLines(db, id));
    yield { path: `data/renditions/${id}.jsonl`, bytes: readStaged(db, blob), sizeBytes: blob.sizeBytes };
    drop(ctx, staged, blob);
  }
  const documents = documentsOf(db, archived.exhibits);
  const list = Buffer.from(documents.map(one => `${JSON.stringify(one)}\n`).join(''));
  if (list.length > 0) yield { path: 'data/documents.jsonl', bytes: list, sizeBytes: list.length };
  for (const [at, { sha256, sizeBytes }] of documents.entries()) {
    ctx.report({ done: at, total: documents.length, unit: 'document', note: 'sealing documents' });
    yield {
      path: `data/documents/${sha256}`,
      bytes: inTurn(readDocument(db, sha256)),
      sizeBytes,
      onSha256: found => requireDigest(sha256, found),
    };
  }
}

/** Piece by piece as they are asked for. */
async function* inTurn(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function stage(ctx: JobContext, staged: StagedBlob[], bytes: AsyncIterable<Uint8Array>): Promise<StagedBlob> {
  const blob = await stageBytes(steps => ctx.write(({ db }) => steps(db)), bytes, ctx.signal);
  staged.push(blob);
  return blob;
}

/** The reading of one document is gone before the next comes. */
function drop(ctx: JobContext, staged: StagedBlob[], blob: StagedBlob): void {
  staged.splice(staged.indexOf(blob), 1);
  const { blobId } = blob;
  if (blobId !== null) ctx.write(({ db }) => dropBlob(db, blobId));
}

function record(ctx: JobContext, input: SealInput, plan: ArchivePlan, { sha256, sizeBytes }: SealedFile): Sealed {
  const { going, withheld, archived } = plan;
  const { db } = ctx.query();
  const findings = findingsOfCase(db, input.caseId).filter(({ id }) => archived.findings.has(id));
  ctx.write(command =>
    recordDeparture(command, {
      kind: 'archive',
      caseId: input.caseId,
      recipients: toldTo(input),
      exhibitIds: going.map(({ id }) => id),
      disclosed: input.disclose,
      audience: input.audience,
      reason: input.reason,
      list: {
        goes: [
          ...going.map(({ number, title, sha256: digest, sizeBytes: size, handlingMark }) => ({
            what: 'exhibit' as const,
            name: exhibitNumber(number),
            title,
            sha256: digest,
            sizeBytes: size,
            handlingMark,
          })),
          ...findings.map(finding => ({
            what: 'finding' as const,
            name: findingName(finding),
            title: finding.title,
            sha256: null,
            sizeBytes: null,
            handlingMark: null,
          })),
        ],
        stays: withheld.map(({ exhibit, reason }) => ({
          what: 'exhibit',
          name: exhibitNumber(exhibit.number),
          why: reason,
        })),
        concerns: [],
      },
      fileName: basename(input.path),
      fileSha256: sha256,
      sizeBytes,
      event: {
        action: 'archive-sealed',
        subject: basename(input.path),
        details: {
          exhibits: String(going.length),
          withheld: String(withheld.length),
          sealedTo:
            input.recipients.length > 0 ? input.recipients.map(({ recipient }) => recipient).join(' ') : 'a passphrase',
        },
      },
    }),
  );
  return { path: input.path, sha256, sizeBytes, exhibits: going.length, withheld: withheld.length };
}

function plain(reference: string): string {
  const words = reference
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return words || 'case';
}
