/** The records of exhibits: looking at them, writing them, and deciding on what a file proposes. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { ReferenceRow } from '../../../shared/contract/reference.ts';
import { type Exhibit, type ExhibitChange, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import {
  type CslItem,
  dateOf,
  edtfOfCsl,
  isWithheld,
  leavingItem,
  recordOfItem,
  textOf,
} from '../../../shared/domain/reference/index.ts';
import { isSame } from '../../../shared/domain/reference/index.ts';
import { EdtfDate } from '../../../shared/kernel/dates.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ExhibitId, ImportId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireOfCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { exhibitHandlers, findExhibit, requireExhibit } from '../exhibit/index.ts';
import { factsOf } from './exhibitFacts.ts';
import {
  countItems,
  currentRecord,
  decideItem,
  findImport,
  findItem,
  insertRecord,
  itemsOf,
  recordBefore,
  type ReferenceImport,
  type StoredItem,
  versionsOf,
} from './referenceSql.ts';

export function referenceOfExhibit(
  { db }: QueryContext,
  { exhibitId }: ParsedInputOf<'reference.ofExhibit'>,
): OutputOf<'reference.ofExhibit'> {
  const exhibit = requireExhibit(db, exhibitId);
  const record = currentRecord(db, exhibitId);
  return { item: leavingItem(factsOf(db, exhibit), record), record, versions: versionsOf(db, exhibitId) };
}

export function writeReference(
  ctx: CommandContext,
  { exhibitId, item }: ParsedInputOf<'reference.write'>,
): Record<string, never> {
  const exhibit = requireExhibit(ctx.db, exhibitId);
  const record = item === null ? null : recordOfItem(item, factsOf(ctx.db, exhibit));
  if (!isSame(record, currentRecord(ctx.db, exhibitId))) keepRecord(ctx, exhibit, record, null);
  return {};
}

function keepRecord(
  ctx: CommandContext,
  exhibit: Exhibit,
  item: CslItem | null,
  from: { importId: ImportId; row: number } | null,
): void {
  insertRecord(ctx.db, {
    exhibitId: exhibit.id,
    item,
    importId: from?.importId ?? null,
    row: from?.row ?? null,
    at: ctx.now(),
    by: ctx.actor,
  });
  ctx.custody.record({
    action: 'reference-written',
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    subject: exhibitNumber(exhibit.number),
    details: {
      fields: item === null ? 'taken back' : Object.keys(item).sort().join(', ').slice(0, 2000),
      ...(from ? { import: from.importId, row: String(from.row) } : {}),
    },
  });
}

export function listReferences(
  { db }: QueryContext,
  { importId, states, offset, limit }: ParsedInputOf<'reference.items'>,
): OutputOf<'reference.items'> {
  requireImport(db, importId);
  return {
    rows: itemsOf(db, { importId, states }, offset, limit).map(item => viewItem(db, item)),
    total: countItems(db, { importId, states }),
  };
}

function viewItem(db: ReadableDb, { candidates, ...item }: StoredItem): ReferenceRow {
  return {
    ...item,
    candidates: candidates.flatMap(({ exhibitId, reasons }) => {
      const exhibit = findExhibit(db, exhibitId);
      if (!exhibit) return [];
      const record = recordOfItem(item.item, factsOf(db, exhibit));
      const current = currentRecord(db, exhibit.id) ?? {};
      return [
        {
          exhibitId: exhibit.id,
          number: exhibit.number,
          title: exhibit.title,
          reasons,
          adds: Object.keys(record ?? {}).filter(field => !isSame(record?.[field], current[field])),
          fills: Object.entries(fillsOf(exhibit, item.item)).map(([field, value]) => ({
            field: field as 'title' | 'publishedOn' | 'languages',
            value: Array.isArray(value) ? value.join(', ') : String(value),
          })),
        },
      ];
    }),
  };
}

/** Fields of the exhibit that nobody has filled: an empty date, no language, the file's name for a title. */
function fillsOf(exhibit: Exhibit, item: CslItem): ExhibitChange {
  const title = isWithheld(item, exhibitNumber(exhibit.number)) ? '' : textOf(item, 'title').trim();
  const issued = EdtfDate.safeParse(edtfOfCsl(dateOf(item, 'issued')));
  const language = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(textOf(item, 'language').trim())?.[0];
  return {
    ...(exhibit.title === exhibit.fileName && title !== '' && title.length <= 500 && title !== exhibit.title
      ? { title }
      : {}),
    ...(exhibit.publishedOn === null && issued.success ? { publishedOn: issued.data } : {}),
    ...(exhibit.languages.length === 0 && language !== undefined && language.length <= 35
      ? { languages: [language] }
      : {}),
  };
}

export function acceptReferences(
  ctx: CommandContext,
  { importId, rows, exhibitId }: ParsedInputOf<'reference.accept'>,
): OutputOf<'reference.accept'> {
  const from = requireImport(ctx.db, importId);
  if (exhibitId !== null) {
    requireOfCase('exhibit', requireExhibit(ctx.db, exhibitId).caseId, from.caseId);
    if (rows.length > 1)
      throw new ProbatumError('invalid-input', {
        operation: 'reference.accept',
        problem: 'several records cannot be accepted for one exhibit at once',
      });
  }
  let accepted = 0;
  for (const row of rows) {
    const item = requireItem(ctx.db, importId, row);
    const chosen = exhibitId ?? (item.candidates[0]?.exhibitId as ExhibitId | undefined);
    if (item.state === 'accepted' || item.state === 'known' || chosen === undefined) continue;
    acceptOne(ctx, from, item, requireExhibit(ctx.db, chosen));
    accepted += 1;
  }
  return { accepted };
}

function acceptOne(
  ctx: CommandContext,
  { id: importId }: ReferenceImport,
  { row, item }: StoredItem,
  exhibit: Exhibit,
): void {
  const change = fillsOf(exhibit, item);
  if (Object.keys(change).length > 0) exhibitHandlers['exhibit.update'](ctx, { exhibitIds: [exhibit.id], change });
  const record = recordOfItem(item, factsOf(ctx.db, requireExhibit(ctx.db, exhibit.id)));
  if (!isSame(record, currentRecord(ctx.db, exhibit.id))) keepRecord(ctx, exhibit, record, { importId, row });
  decideItem(ctx.db, importId, { row, state: 'accepted', exhibitId: exhibit.id, at: ctx.now(), by: ctx.actor });
}

export function rejectReferences(
  ctx: CommandContext,
  { importId, rows }: ParsedInputOf<'reference.reject'>,
): OutputOf<'reference.reject'> {
  const { caseId, exhibitId } = requireImport(ctx.db, importId);
  const open = rows.filter(row => ['proposed', 'unmatched'].includes(requireItem(ctx.db, importId, row).state));
  for (const row of open)
    decideItem(ctx.db, importId, { row, state: 'rejected', exhibitId: null, at: ctx.now(), by: ctx.actor });
  if (open.length > 0)
    ctx.custody.record({
      action: 'references-rejected',
      caseId,
      exhibitId,
      subject: importId,
      details: { rows: open.slice(0, 200).join(', '), count: String(open.length) },
    });
  return { rejected: open.length };
}

export function reopenReferences(
  ctx: CommandContext,
  { importId, rows }: ParsedInputOf<'reference.reopen'>,
): OutputOf<'reference.reopen'> {
  requireImport(ctx.db, importId);
  let reopened = 0;
  for (const row of rows) {
    const { state, exhibitId, candidates } = requireItem(ctx.db, importId, row);
    if (state !== 'accepted' && state !== 'rejected') continue;
    if (state === 'accepted' && exhibitId !== null) {
      const before = recordBefore(ctx.db, { exhibitId, importId, row });
      // What was written over it since stays.
      if (before !== undefined) keepRecord(ctx, requireExhibit(ctx.db, exhibitId), before, null);
    }
    const open = candidates.length > 0 ? 'proposed' : 'unmatched';
    decideItem(ctx.db, importId, { row, state: open, exhibitId: null, at: null, by: null });
    reopened += 1;
  }
  return { reopened };
}

function requireImport(db: ReadableDb, id: ImportId): ReferenceImport {
  const found = findImport(db, { id });
  if (!found) throw new ProbatumError('not-found', { what: 'import', id });
  return found;
}

function requireItem(db: ReadableDb, importId: ImportId, row: number): StoredItem {
  const found = findItem(db, importId, row);
  if (!found) throw new ProbatumError('not-found', { what: 'record', id: String(row) });
  return found;
}
