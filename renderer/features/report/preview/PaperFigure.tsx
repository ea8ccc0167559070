import { Pencil } from 'lucide-react';
import type { ReportFigureBlock } from '../../../../shared/domain/report/index.ts';
import { FigurePicture } from '../../figure/index.ts';
import type { PaperLinks } from './Runs.tsx';

/** A figure as it will be printed; its words are changed where one sees it. */
export function PaperFigure({ block, links }: { block: ReportFigureBlock; links: PaperLinks }) {
  const { id, figureId, numeral, caption, picture, withheld, sourceLine, tableId } = block;
  return (
    <figure className="paper-figure" id={`part-${id}`}>
      <figcaption className="paper-figure-caption" dir="auto" tabIndex={-1}>
        Figure {numeral}. {caption}
      </figcaption>
      {picture ? (
        <FigurePicture
          figureId={figureId}
          altText={picture.altText}
          widthPx={picture.widthPx}
          heightPx={picture.heightPx}
        />
      ) : (
        <p className="paper-paragraph paper-caution paper-unnumbered">{withheld}</p>
      )}
      <p className="paper-figure-source" dir="auto">
        {sourceLine || 'Source not stated.'}{' '}
        {tableId !== null && (
          <button type="button" className="paper-note-read" onClick={() => links.onPlace(tableId)}>
            The same as a table: Annex D
          </button>
        )}
      </p>
      <button type="button" className="paper-figure-edit" onClick={() => links.onFigure(figureId)}>
        <Pencil size={13} aria-hidden /> Change caption, source and words
      </button>
    </figure>
  );
}
