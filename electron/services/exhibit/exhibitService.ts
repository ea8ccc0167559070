import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { givenFields, withChange } from '../../../shared/kernel/withChange.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { findDocument, readDocumentRange } from '../../documents/documentStore.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { requireSource } from '../source/index.ts';
import { countExhibitRows, listExhibitRows } from './exhibitListSql.ts';
import { attachmentsOf, copiesOf, findExhibit, setOpened, setWithdrawn, updateExhibitRecord } from './exhibitSql.ts';
import { currentRenditionOf, pageLabelsOf, pagesOf } from './renditionSql.ts';

export function requireExhibit(db: ReadableDb, id: string): Exhibit {
  const exhibit = findExhibit(db, id);
  if (!exhibit) throw new ProbatumError('not-found', { what: 'exhibit', id });
  return exhibit;
}

export function listExhibits(
  ctx: QueryContext,
  { offset, limit, ...filter }: ParsedInputOf<'exhibit.list'>,
): OutputOf<'exhibit.list'> {
  return { rows: listExhibitRows(ctx.db, filter, offset, limit), total: countExhibitRows(ctx.db, filter) };
}

export function getExhibit(ctx: QueryContext, { exhibitId }: ParsedInputOf<'exhibit.get'>): OutputOf<'exhibit.get'> {
  const exhibit = requireExhibit(ctx.db, exhibitId);
  return { ...exhibit, copies: copiesOf(ctx.db, exhibitId), attachments: attachmentsOf(ctx.db, exhibitId) };
}

export function readPages(
  ctx: QueryContext,
  { exhibitId, from, count }: ParsedInputOf<'exhibit.pages'>,
): OutputOf<'exhibit.pages'> {
  const { renditionId } = requireExhibit(ctx.db, exhibitId);
  return renditionId ? pagesOf(ctx.db, renditionId, from, count) : [];
}

export function readPageLabels(
  ctx: QueryContext,
  { exhibitId }: ParsedInputOf<'exhibit.pageLabels'>,
): OutputOf<'exhibit.pageLabels'> {
  const { renditionId } = requireExhibit(ctx.db, exhibitId);
  return renditionId ? pageLabelsOf(ctx.db, renditionId) : [];
}

export function readRendition(
  ctx: QueryContext,
  { exhibitId }: ParsedInputOf<'exhibit.rendition'>,
): OutputOf<'exhibit.rendition'> {
  return currentRenditionOf(ctx.db, requireExhibit(ctx.db, exhibitId).sha256);
}

export function readBytes(
  ctx: QueryContext,
  { exhibitId, offset, length }: ParsedInputOf<'exhibit.read'>,
): OutputOf<'exhibit.read'> {
  const { sha256 } = requireExhibit(ctx.db, exhibitId);
  const document = findDocument(ctx.db, sha256);
  if (!document) throw new ProbatumError('not-found', { what: 'document', id: sha256 });
  return readDocumentRange(ctx.db, document, offset, length) as OutputOf<'exhibit.read'>;
}

/** One or many: each gets its own custody event naming the fields. */
export function changeExhibits(
  ctx: CommandContext,
  { exhibitIds, change }: ParsedInputOf<'exhibit.update'>,
): OutputOf<'exhibit.update'> {
  if (change.sourceId) requireSource(ctx.db, change.sourceId);
  for (const id of exhibitIds) {
    const after = withChange(requireExhibit(ctx.db, id), change);
    updateExhibitRecord(ctx.db, after);
    ctx.custody.record({
      action: 'exhibit-changed',
      caseId: after.caseId,
      exhibitId: id,
      subject: exhibitNumber(after.number),
      details: { fields: Object.keys(givenFields(change)).join(', ') },
    });
  }
  return { changed: exhibitIds.length };
}

export function markOpened(
  ctx: CommandContext,
  { exhibitId }: ParsedInputOf<'exhibit.markOpened'>,
): Record<string, never> {
  setOpened(ctx.db, exhibitId, ctx.now());
  return {};
}

export function withdrawExhibit(
  ctx: CommandContext,
  { exhibitId, reason }: ParsedInputOf<'exhibit.withdraw'>,
): Record<string, never> {
  const exhibit = requireExhibit(ctx.db, exhibitId);
  setWithdrawn(ctx.db, exhibitId, ctx.now());
  ctx.custody.record({
    action: 'exhibit-withdrawn',
    caseId: exhibit.caseId,
    exhibitId,
    subject: exhibitNumber(exhibit.number),
    sha256: exhibit.sha256,
    details: { reason },
  });
  return {};
}

export function restoreExhibit(
  ctx: CommandContext,
  { exhibitId }: ParsedInputOf<'exhibit.restore'>,
): Record<string, never> {
  const exhibit = requireExhibit(ctx.db, exhibitId);
  setWithdrawn(ctx.db, exhibitId, null);
  ctx.custody.record({
    action: 'exhibit-restored',
    caseId: exhibit.caseId,
    exhibitId,
    subject: exhibitNumber(exhibit.number),
    sha256: exhibit.sha256,
  });
  return {};
}
