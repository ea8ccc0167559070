/** The pictures of a report by figure: fetched once, whatever form it is written in. */
import { figuresOfReport, type ReportDocument } from '../../../shared/domain/report/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { pictureOf } from '../figure/index.ts';

/** PNG by the figure's id. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** @throws ProbatumError where a picture is not the one that was frozen. */
export function picturesOf(db: ReadableDb, document: Pick<ReportDocument, 'sections'>): Pictures {
  return new Map(
    figuresOfReport(document).flatMap(({ block: { figureId, picture } }) =>
      picture ? [[figureId, pictureOf(db, { id: figureId, pngSha256: picture.sha256 })] as const] : [],
    ),
  );
}

export function pictureFor(pictures: Pictures, figureId: string): Uint8Array {
  const picture = pictures.get(figureId);
  if (!picture) throw new Error(`the picture of figure ${figureId} was not given to the writer`);
  return picture;
}
