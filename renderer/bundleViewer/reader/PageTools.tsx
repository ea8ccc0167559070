/** Turning pages and zooming. */
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import { exhibitKind } from './exhibitKind.ts';
import { pageName } from './pageName.ts';

interface Props {
  exhibit: BundleExhibit;
  pageIndex: number;
  label: string | null | undefined;
  zoom: number;
  setZoom: (zoom: number) => void;
  turn: (to: number) => void;
}

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

export function PageTools({ exhibit, pageIndex, label, zoom, setZoom, turn }: Props) {
  const kind = exhibitKind(exhibit);
  const step = (by: number): void =>
    setZoom(STEPS[Math.max(0, Math.min(STEPS.length - 1, STEPS.indexOf(zoom) + by))] ?? 1);
  return (
    <div className="page-tools" role="toolbar" aria-label="Page">
      <button type="button" aria-label="Previous page" disabled={pageIndex === 0} onClick={() => turn(pageIndex - 1)}>
        ‹
      </button>
      <button
        type="button"
        aria-label="Next page"
        disabled={pageIndex + 1 >= exhibit.pageCount}
        onClick={() => turn(pageIndex + 1)}
      >
        ›
      </button>
      <span className="page-name">
        {pageName(pageIndex, label, kind === 'pdf')}
        {exhibit.pageCount > 1 && ` of ${exhibit.pageCount}`}
      </span>
      {(kind === 'pdf' || kind === 'picture') && (
        <span className="zoom">
          <button type="button" aria-label="Smaller" disabled={zoom === STEPS[0]} onClick={() => step(-1)}>
            −
          </button>
          <span>{Math.round(zoom * 100)} %</span>
          <button type="button" aria-label="Larger" disabled={zoom === STEPS.at(-1)} onClick={() => step(1)}>
            +
          </button>
        </span>
      )}
      {exhibit.fileName !== null && <code className="file">data/exhibits/{exhibit.fileName}</code>}
    </div>
  );
}
