/**
 * The job that opens an archive: checks the whole file, keeps its records apart, and compares each with what is here. Nothing
 * of the vault's own is touched, and of a file that proves bad nothing stays.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import { CustodyEvent, custodyPreimage } from '../../../shared/domain/custody.ts';
import { isVerified } from '../../../shared/domain/identity/contact.ts';
import { vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import type { BagVerdict, TarMember } from '../../bag/index.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { sha256Hex } from '../custody/index.ts';
import { ageIdentities, contactBySigningKey, currentIdentity } from '../identity/index.ts';
import { ARCHIVE_FORMAT, AboutFile } from './about.ts';
import { checkRecord, conceptOfPath } from './checkRecord.ts';
import { concepts } from './concepts/index.ts';
import { dropInbox, finishInbox, insertContent, insertInbox, insertProblem, insertRecord } from './inboxSql.ts';
import { planInbox } from './planInbox.ts';
import { linesOf, readArchive } from './readArchive.ts';

export const InspectInput = z.object({ path: z.string() });
export type InspectInput = z.infer<typeof InspectInput>;

const linesAtOnce = 500;
const longestLine = 64 * 1024 * 1024;
const mostProblems = 20_000;
/** Records of one concept in the order of writing; the rest of the number counts within it. */
const positionsAConcept = 1e10;

export const inspectArchive: Job<InspectInput, { inboxId: MergeId }> = async (ctx, { path }) => {
  const inboxId = ctx.write(command => {
    const id = command.newId('mrg');
    insertInbox(command.db, { id, path, openedAt: command.now(), openedBy: command.actor });
    return id;
  });
  try {
    const taker = new Taker(ctx, inboxId);
    const { db } = ctx.query();
    const { sha256, sizeBytes, verdict } = await readArchive({
      path,
      identities: ageIdentities(db),
      passphrase: ctx.secret,
      knownAs: key => knownAs(ctx, key),
      signal: ctx.signal,
      visit: file => taker.take(file),
      onProgress: (done, total) => ctx.report({ done, total, unit: 'byte', note: 'checking the archive' }),
    });
    const about = requireKnown(taker.about, basename(path));
    requireOwnNumbers(ctx, about, basename(path));
    ctx.write(command =>
      finishInbox(command.db, inboxId, {
        sha256,
        sizeBytes,
        about: {
          vaultId: about.vaultId,
          code: about.code,
          team: about.team,
          person: about.person,
          case: about.case,
          sealedAt: about.sealedAt,
          isWhole: about.isWhole,
          custodyHead: about.custodyHead,
          signature: signatureOf(verdict),
        },
      }),
    );
    await planInbox(ctx, inboxId);
    ctx.announce('archive');
    return { inboxId };
  } catch (error) {
    ctx.write(command => dropInbox(command.db, inboxId));
    throw error;
  }
};

/** The name that the contacts book has for a key, and whether a person verified it. */
export function knownAs(ctx: JobContext, key: string): string | undefined {
  const { db } = ctx.query();
  if (currentIdentity(db)?.signingKey === key) return 'this vault itself';
  const contact = contactBySigningKey(db, key);
  if (!contact) return undefined;
  return `${contact.name}${isVerified(contact) ? '' : ' (not verified)'}`;
}

function signatureOf({ signature }: BagVerdict): { state: 'absent' | 'valid'; sentence: string } {
  return { state: signature.state === 'valid' ? 'valid' : 'absent', sentence: signature.sentence };
}

function requireKnown(about: AboutFile | { format: string } | null, name: string): AboutFile {
  if (about === null) throw new ProbatumError('archive-foreign', { name });
  const known = AboutFile.safeParse(about);
  if (known.success) return known.data;
  if (about.format !== ARCHIVE_FORMAT && about.format.startsWith('probatum-archive/'))
    throw new ProbatumError('archive-newer', { name, format: about.format });
  throw new ProbatumError('archive-foreign', { name });
}

/** Two vaults with the same five letters would give the same numbers to different exhibits. */
function requireOwnNumbers(ctx: JobContext, { vaultId, code, team }: AboutFile, name: string): void {
  const known = ctx
    .query()
    .db.prepare(`SELECT DISTINCT birth AS id FROM record_version UNION SELECT value FROM meta WHERE key = 'vaultId'`)
    .all()
    .map(row => String(row['id']));
  const clash = known.some(id => id !== vaultId && vaultCode(id as typeof vaultId) === code);
  if (clash || vaultCode(vaultId) !== code) throw new ProbatumError('archive-numbers-clash', { name, code, team });
}

/** The list of documents stands before them, so that each is known by its type when it comes. */
const ListedDocument = z.object({ sha256: Sha256, mediaType: z.string().max(200) });

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const Format = z.looseObject({ format: z.string().max(100) });

class Taker {
  about: AboutFile | { format: string } | null = null;
  readonly #ctx: JobContext;
  readonly #inboxId: MergeId;
  #problems = 0;
  /** Custody events come behind all records, those of one vault behind another's. */
  #events = 0;
  readonly #mediaTypes = new Map<string, string>();

  constructor(ctx: JobContext, inboxId: MergeId) {
    this.#ctx = ctx;
    this.#inboxId = inboxId;
  }

  async take(file: TarMember): Promise<void> {
    if (file.path === 'data/archive.json') this.about = await readAbout(file);
    else if (file.path === 'data/documents.jsonl') await this.#takeTypes(file);
    else if (file.path.startsWith('data/records/')) await this.#takeRecords(file);
    else if (file.path.startsWith('data/custody/')) await this.#takeCustody(file);
    else if (/^data\/(documents|renditions)\//.test(file.path)) await this.#takeContent(file);
  }

  async #takeTypes(file: TarMember): Promise<void> {
    for await (const line of linesOf(file.bytes, longestLine)) {
      const listed = ListedDocument.safeParse(parsedJson(line));
      if (listed.success) this.#mediaTypes.set(listed.data.sha256, listed.data.mediaType);
    }
  }

  async #takeRecords(file: TarMember): Promise<void> {
    const concept = conceptOfPath(file.path);
    if (!concept) {
      this.#problem(`${file.path} holds records of a kind that this version does not know; they stay out.`);
      return;
    }
    let position = concepts.indexOf(concept) * positionsAConcept;
    await this.#inBatches(file, (line, number, write) => {
      const state = checkRecord(concept, line);
      if ('problem' in state) {
        this.#problem(
          `${file.path}, line ${number}: the ${concept.words[0]} ${state.problem}. It stays out; the others come in.`,
        );
        return;
      }
      position += 1;
      write({ position, concept: concept.name, id: state.id, record: line });
    });
  }

  async #takeCustody(file: TarMember): Promise<void> {
    const vaultId = file.path.slice('data/custody/'.length, -'.jsonl'.length);
    await this.#inBatches(file, (line, number, write) => {
      const event = readEvent(line);
      if (event === null) {
        this.#problem(
          `${file.path}, line ${number}: the custody event does not have the hash that it states. It stays out.`,
        );
        return;
      }
      this.#events += 1;
      write({
        position: concepts.length * positionsAConcept + this.#events,
        concept: 'custody-event',
        id: `${vaultId}|${event.seq}`,
        record: line,
      });
    });
  }

  async #inBatches(
    file: TarMember,
    take: (
      line: string,
      number: number,
      write: (row: { position: number; concept: string; id: string; record: string }) => void,
    ) => void,
  ): Promise<void> {
    let rows: { position: number; concept: string; id: string; record: string }[] = [];
    const flush = () => {
      const held = rows;
      rows = [];
      this.#ctx.write(({ db }) => {
        for (const row of held) insertRecord(db, { inboxId: this.#inboxId, ...row });
      });
    };
    let number = 0;
    for await (const line of linesOf(file.bytes, longestLine)) {
      number += 1;
      if (line === '') continue;
      take(line, number, row => rows.push(row));
      if (rows.length >= linesAtOnce) flush();
    }
    if (rows.length > 0) flush();
  }

  async #takeContent(file: TarMember): Promise<void> {
    const hash = createHash('sha256');
    for await (const piece of file.bytes) hash.update(piece);
    const sha256 = hash.digest('hex');
    if (file.path.startsWith('data/documents/') && file.path !== `data/documents/${sha256}`)
      throw new ProbatumError('archive-damaged', {
        name: 'The archive',
        problem: `${file.path} is not the document that its name says.`,
      });
    this.#ctx.write(({ db }) =>
      insertContent(db, {
        inboxId: this.#inboxId,
        path: file.path,
        sha256,
        sizeBytes: file.sizeBytes,
        mediaType: this.#mediaTypes.get(sha256) ?? 'application/octet-stream',
      }),
    );
  }

  #problem(sentence: string): void {
    this.#problems += 1;
    if (this.#problems <= mostProblems) this.#ctx.write(({ db }) => insertProblem(db, this.#inboxId, sentence));
  }
}

async function readAbout(file: TarMember): Promise<AboutFile | { format: string } | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.bytes) {
    size += piece.length;
    if (size > 1024 * 1024) return null;
    pieces.push(Uint8Array.from(piece));
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    return Format.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

function readEvent(line: string): CustodyEvent | null {
  try {
    const event = CustodyEvent.parse(JSON.parse(line));
    return sha256Hex(custodyPreimage(event)) === event.hash ? event : null;
  } catch {
    return null;
  }
}
