/** Figures of reports: a picture is frozen when it is added; its words, its place and its order may change. */
import { createHash } from 'node:crypto';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Figure } from '../../../shared/domain/figure.ts';
import { figureSourceLine } from '../../../shared/domain/report/index.ts';
import { canonicalJson } from '../../../shared/kernel/canonicalJson.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, CitationId, FindingId } from '../../../shared/kernel/ids.ts';
import { givenFields, withChange } from '../../../shared/kernel/withChange.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import type { CommandContext } from '../context.ts';
import { sha256Hex } from '../custody/index.ts';
import { requireFinding } from '../finding/index.ts';
import { figureGrounds } from './figureGrounds.ts';
import {
  countEntities,
  figuresOfCase,
  findFigure,
  insertFigure,
  nextPosition,
  pngOfFigure,
  setFigurePosition,
  setFigureWithdrawn,
  updateFigureWords,
} from './figureSql.ts';
import { citedPages } from './groundsSql.ts';
import { readPng } from './readPng.ts';

function requireFigure(db: ReadableDb, id: string): Figure {
  const figure = findFigure(db, id);
  if (!figure) throw new ProbatumError('not-found', { what: 'figure', id });
  return figure;
}

export function addFigure(ctx: CommandContext, { png, ...draft }: ParsedInputOf<'figure.add'>): Figure {
  requireCase(ctx.db, draft.caseId);
  requireFindingOfCase(ctx.db, draft);
  const entityIds = [...new Set(draft.entityIds)];
  const citationIds = [...new Set(draft.citationIds)];
  requireKnown(ctx.db, entityIds, citationIds);
  const figure: Figure = {
    ...draft,
    ...readPng(png),
    id: ctx.newId('fig'),
    entityIds,
    citationIds,
    sourceLine: draft.sourceLine.trim() || proposeSource(ctx.db, draft),
    pngSha256: digestOf(png),
    position: nextPosition(ctx.db, draft.caseId),
    createdAt: ctx.now(),
    createdBy: ctx.actor,
    withdrawnAt: null,
  };
  insertFigure(ctx.db, figure, png);
  ctx.custody.record({
    action: 'figure-added',
    caseId: figure.caseId,
    subject: figure.id,
    sha256: figure.pngSha256,
    details: {
      kind: figure.kind,
      table: sha256Hex(canonicalJson(figure.table)),
      citations: String(citationIds.length),
    },
  });
  return figure;
}

/** The source line that follows from the citations, for a person to change. */
export function proposeSource(
  db: ReadableDb,
  { caseId, citationIds }: { caseId: CaseId; citationIds: readonly CitationId[] },
): string {
  return figureSourceLine(
    figureGrounds(db, caseId, citationIds)
      .filter(({ stands }) => stands)
      .map(({ exhibit, otherCase, pageIndex, pageLabel }) => ({
        exhibitNumber: exhibit.number,
        mediaType: exhibit.mediaType,
        otherCase,
        pageIndex,
        pageLabel,
      })),
  );
}

export function changeFigure(ctx: CommandContext, { figureId, change }: ParsedInputOf<'figure.update'>): Figure {
  const before = requireFigure(ctx.db, figureId);
  const { position, ...words } = change;
  const after = withChange(before, words);
  requireFindingOfCase(ctx.db, after);
  updateFigureWords(ctx.db, after);
  if (position !== undefined) moveFigure(ctx, after, position);
  ctx.custody.record({
    action: 'figure-changed',
    caseId: after.caseId,
    subject: figureId,
    details: { fields: Object.keys(givenFields(change)).join(', ') },
  });
  return requireFigure(ctx.db, figureId);
}

/** `position` is the place that it takes among those of the case that stand; the others close up. */
function moveFigure(ctx: CommandContext, figure: Figure, position: number): void {
  const others = figuresOfCase(ctx.db, figure.caseId).filter(({ id }) => id !== figure.id);
  const at = Math.min(Math.max(position, 0), others.length);
  const ordered = [...others.slice(0, at), figure, ...others.slice(at)];
  for (const [place, { id }] of ordered.entries()) setFigurePosition(ctx.db, id, place);
}

export function withdrawFigure(
  ctx: CommandContext,
  { figureId }: ParsedInputOf<'figure.withdraw'>,
): Record<string, never> {
  const { caseId } = requireFigure(ctx.db, figureId);
  setFigureWithdrawn(ctx.db, figureId, ctx.now());
  ctx.custody.record({ action: 'figure-withdrawn', caseId, subject: figureId });
  return {};
}

export function restoreFigure(
  ctx: CommandContext,
  { figureId }: ParsedInputOf<'figure.restore'>,
): Record<string, never> {
  const { caseId } = requireFigure(ctx.db, figureId);
  setFigureWithdrawn(ctx.db, figureId, null);
  ctx.custody.record({ action: 'figure-restored', caseId, subject: figureId });
  return {};
}

/** The picture as it was added; a damaged vault must not print another. */
export function pictureOf(
  db: ReadableDb,
  { id, pngSha256 }: Pick<Figure, 'id' | 'pngSha256'>,
): Uint8Array<ArrayBuffer> {
  const png = pngOfFigure(db, id);
  if (!png) throw new ProbatumError('not-found', { what: 'figure', id });
  const found = digestOf(png);
  if (found !== pngSha256)
    throw new ProbatumError('digest-mismatch', { what: 'a picture of the report', expected: pngSha256, found });
  return png;
}

export function readPicture(db: ReadableDb, id: string): Uint8Array<ArrayBuffer> {
  return pictureOf(db, requireFigure(db, id));
}

function requireFindingOfCase(
  db: ReadableDb,
  { caseId, findingId }: { caseId: CaseId; findingId: FindingId | null },
): void {
  if (findingId) requireOfCase('finding', requireFinding(db, findingId).caseId, caseId);
}

function requireKnown(db: ReadableDb, entityIds: readonly string[], citationIds: readonly CitationId[]): void {
  const found = new Set(citedPages(db, citationIds).map(({ citationId }) => citationId));
  const lost = citationIds.find(id => !found.has(id));
  if (lost) throw new ProbatumError('not-found', { what: 'citation', id: lost });
  if (countEntities(db, entityIds) !== entityIds.length)
    throw new ProbatumError('not-found', { what: 'entity', id: 'that the figure shows' });
}

function digestOf(bytes: Uint8Array): Sha256 {
  return Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
}
