import { z } from 'zod';
import { LeavingChoice, Sending } from '../domain/departure/index.ts';
import { Figure } from '../domain/figure.ts';
import { CaseId, CitationId, ExhibitId, FigureId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { command, done, host, query } from './operation.ts';

/** A picture of a chart at print size; larger ones are refused with a sentence. */
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;

export const figureContract = {
  'figure.list': query(z.object({ caseId: CaseId, withdrawn: z.boolean().default(false) }), z.array(Figure)),
  'figure.picture': query(z.object({ figureId: FigureId }), z.object({ png: z.instanceof(Uint8Array) })),
  /** The source line that follows from citations, before there is a figure. */
  'figure.proposeSource': query(
    Figure.pick({ caseId: true, citationIds: true }),
    z.object({ sourceLine: Figure.shape.sourceLine }),
  ),
  'figure.add': command(
    Figure.pick({
      caseId: true,
      kind: true,
      caption: true,
      altText: true,
      table: true,
      entityIds: true,
      citationIds: true,
    }).extend({
      findingId: Figure.shape.findingId.default(null),
      png: z.instanceof(Uint8Array),
      /** Empty: made from the citations. */
      sourceLine: Figure.shape.sourceLine.default(''),
    }),
    Figure,
  ),
  'figure.update': command(
    z.object({
      figureId: FigureId,
      change: Figure.pick({
        caption: true,
        sourceLine: true,
        altText: true,
        findingId: true,
        position: true,
      }).partial(),
    }),
    Figure,
  ),
  /** A picture (SVG, PNG) of a chart, timeline or map, written beside the vault: it leaves, so it is a custody event. */
  'figure.save': host(
    z.object({
      caseId: CaseId,
      to: GrantedPath,
      bytes: z.instanceof(Uint8Array),
      /** "Chart, 212 entities". */
      what: z.string().max(300),
      /** What it shows rests on these, which must be allowed to leave. Null: it may show anything of the case. */
      citationIds: z.array(CitationId).max(100_000).nullable().default(null),
      /** And on these, without a citation: what a file says of its own place or date. */
      exhibitIds: z.array(ExhibitId).max(100_000).default([]),
      audience: LeavingChoice.shape.audience,
      ...Sending.shape,
    }),
    z.object({ path: z.string() }),
  ),
  'figure.withdraw': command(z.object({ figureId: FigureId }), done),
  'figure.restore': command(z.object({ figureId: FigureId }), done),
} as const;
