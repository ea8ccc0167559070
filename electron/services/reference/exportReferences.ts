/** The job that writes the records of exhibits as CSL-JSON, RIS or BibTeX. What may not leave goes as its number and digest. */
import { basename } from 'node:path';
import { z } from 'zod';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { referenceContract } from '../../../shared/contract/reference.ts';
import { type DepartureList, everything } from '../../../shared/domain/departure/index.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import {
  type CslItem,
  leavingItem,
  namesOf,
  withheldItem,
  writeReferences,
} from '../../../shared/domain/reference/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { Job } from '../../jobs/jobContext.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import {
  digestOfList,
  recipientsOf,
  recordDeparture,
  requireAudience,
  type Withholding,
  withholdingOf,
} from '../departure/index.ts';
import { exhibitsOfCase, requireExhibit } from '../exhibit/index.ts';
import type { HostContext } from '../host.ts';
import { factsOf } from './exhibitFacts.ts';
import { citedExhibits, currentRecords } from './referenceSql.ts';
import { writePieces } from './writePieces.ts';

export const ExportInput = referenceContract['reference.export'].input.omit({ to: true }).extend({ path: z.string() });
export type ExportInput = z.infer<typeof ExportInput>;

export interface ExportedReferences {
  path: string;
  sha256: string;
  sizeBytes: number;
  items: number;
  /** What did not go whole, each in a sentence. */
  leftOut: string[];
}

const EXHIBITS_A_TURN = 100;

export const exportReferences: Job<ExportInput, ExportedReferences> = async (ctx, input) => {
  const { caseId, format, path, audience, reason } = input;
  const { db } = ctx.query();
  requireMayLeave(db, { caseId, exhibitIds: input.exhibitIds ?? [] });
  const about = requireCase(db, caseId);
  requireAudience(about, audience);
  const exhibits = chosenExhibits(db, input);
  const withholding = withholdingOf(db, about.handlingMark, { ...everything, audience });
  const list: DepartureList = { goes: [], stays: [], concerns: [] };
  const records = currentRecords(db, caseId);
  const total = exhibits.length;
  const items = function* items(): Generator<CslItem> {
    for (const [at, exhibit] of exhibits.entries()) {
      if (at % 100 === 0) ctx.report({ done: at, total, unit: 'record', note: null });
      yield itemOf(db, exhibit, records.get(exhibit.id) ?? null, { withholding, list });
    }
  };
  const written = await writePieces(ctx, path, writeReferences(format, items()), ({ sha256, sizeBytes }) =>
    ctx.write(tx =>
      recordDeparture(tx, {
        kind: 'references',
        caseId,
        recipients: recipientsOf(input),
        audience,
        reason,
        list,
        fileName: basename(path),
        fileSha256: sha256,
        sizeBytes,
        event: {
          action: 'references-exported',
          subject: basename(path),
          details: { format, records: String(total), withheld: String(list.stays.length) },
        },
      }),
    ),
  );
  ctx.report({ done: total, total, unit: 'record', note: null });
  ctx.announce('custody', 'departure');
  const leftOut = list.stays.map(({ name, why }) => `${name} went as number and digest only: ${why}.`);
  return { path, ...written, items: total, leftOut };
};

/** What an export would write, before one is begun. @throws never-leaves, audience-forbids */
export async function preFlightOfReferences(
  { session }: HostContext,
  { caseId, audience, ...chosen }: ParsedInputOf<'reference.preFlight'>,
): Promise<OutputOf<'reference.preFlight'>> {
  const { db } = session.queryContext();
  requireMayLeave(db, { caseId, exhibitIds: chosen.exhibitIds ?? [] });
  const about = requireCase(db, caseId);
  requireAudience(about, audience);
  const withholding = withholdingOf(db, about.handlingMark, { ...everything, audience });
  const exhibits = chosenExhibits(db, { caseId, ...chosen });
  const list: DepartureList = { goes: [], stays: [], concerns: [] };
  for (const [at, exhibit] of exhibits.entries()) {
    listExhibit(exhibit, { withholding, list });
    // Names of confidential sources are looked for in every word of it: others have their turn.
    if (at % EXHIBITS_A_TURN === 0) await new Promise(resolve => setImmediate(resolve));
  }
  return { goes: list.goes.length, stays: list.stays, listSha256: digestOfList(list) };
}

interface Listing {
  withholding: Withholding;
  list: DepartureList;
}

/** @returns why it goes as number and digest only; null where its record goes whole */
function listExhibit(
  { id, number, title, sha256, handlingMark }: Exhibit,
  { withholding, list }: Listing,
): string | null {
  const name = exhibitNumber(number);
  const why = withholding.reasonOf(id);
  if (why !== null) list.stays.push({ what: 'exhibit', name, why });
  else
    list.goes.push({
      what: 'exhibit',
      name,
      title: withholding.concealer.conceal(title),
      sha256,
      // The record goes, not the bytes.
      sizeBytes: null,
      handlingMark,
    });
  return why;
}

/** In the order of the case; of all, those that stand. */
function chosenExhibits(
  db: ReadableDb,
  { caseId, which, exhibitIds }: Pick<ExportInput, 'caseId' | 'which' | 'exhibitIds'>,
): Exhibit[] {
  if (exhibitIds !== null) {
    const chosen = [...new Set(exhibitIds)].map(id => requireExhibit(db, id));
    for (const exhibit of chosen) requireOfCase('exhibit', exhibit.caseId, caseId);
    return chosen.sort((left, right) => left.number - right.number);
  }
  const cited = which === 'cited' ? citedExhibits(db, caseId) : null;
  const chosen: Exhibit[] = [];
  for (let after = 0; ; ) {
    const batch = exhibitsOfCase(db, caseId, after);
    const last = batch.at(-1);
    if (!last) return chosen;
    chosen.push(...batch.filter(one => (cited === null ? one.withdrawnAt === null : cited.has(one.id))));
    after = last.number;
  }
}

function itemOf(db: ReadableDb, exhibit: Exhibit, record: CslItem | null, listing: Listing): CslItem {
  const facts = factsOf(db, exhibit);
  const { concealer } = listing.withholding;
  const why = listExhibit(exhibit, listing);
  return why === null
    ? concealItem(leavingItem(facts, record), concealer)
    : concealer.concealIn(withheldItem(facts, why));
}

/** A name that is cut in two is put together before it is looked for. */
export function concealItem(item: CslItem, concealer: Withholding['concealer']): CslItem {
  if (concealer.isEmpty) return item;
  const whole = Object.entries(item).map(([field]): [string, unknown] => {
    const names = namesOf(item, field);
    if (names.length === 0) return [field, item[field]];
    return [
      field,
      names.map(name => {
        const words = [name.given, name['non-dropping-particle'], name.family].filter(part => part).join(' ');
        return concealer.finds(words) ? { literal: concealer.conceal(words) } : name;
      }),
    ];
  });
  return concealer.concealIn(Object.fromEntries(whole));
}
