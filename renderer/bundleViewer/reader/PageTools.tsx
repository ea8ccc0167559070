/** Turning pages and zooming. */
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import { ReviewSlot } from '../review/ReviewSlot.tsx';
import { targetOfPage } from '../reviewTargets.ts';
import { exhibitKind } from './exhibitKind.ts';
import { pageName } from './pageName.ts';

interface Props {
  exhibit: BundleExhibit;
  pageIndex: number;
  label: string | null | undefined;
  zoom: number;
  setZoom: (zoom: number) => void;
  turn: (to: number) => void;
  asText: boolean;
  /** Null where there is but one way to show it. */
  setAsText: ((asText: boolean) => void) | null;
}

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

export function PageTools({ exhibit, pageIndex, label, zoom, setZoom, turn, asText, setAsText }: Props) {
  const kind = exhibitKind(exhibit);
  const step = (by: number): void =>
    setZoom(STEPS[Math.max(0, Math.min(STEPS.length - 1, STEPS.indexOf(zoom) + by))] ?? 1);
  return (
    <div className="page-tools" role="toolbar" aria-label="Page">
      <button
        type="button"
        aria-label="Previous page"
        disabled={pageIndex === 0 || exhibit.pageCount === 0}
        onClick={() => turn(pageIndex - 1)}
      >
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
        {pageName(exhibit, pageIndex, label)}
        {exhibit.pageCount > 1 && ` of ${exhibit.pageCount.toLocaleString('en')}`}
      </span>
      {exhibit.pageCount > 2 && <PageField key={pageIndex} {...{ exhibit, pageIndex, turn }} />}
      {exhibit.pageCount > 1 && (
        <ReviewSlot key={pageIndex} target={targetOfPage(exhibit, pageIndex, pageName(exhibit, pageIndex, label))} />
      )}
      {!asText && (kind === 'pdf' || kind === 'picture') && (
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
      {setAsText && (
        <button type="button" className="wide" aria-pressed={asText} onClick={() => setAsText(!asText)}>
          Text
        </button>
      )}
      {exhibit.fileName !== null && <code className="file">data/exhibits/{exhibit.fileName}</code>}
    </div>
  );
}

/** A page by its place in the file, or by the label that is printed on it. */
function PageField({ exhibit, pageIndex, turn }: Pick<Props, 'turn'> & { exhibit: BundleExhibit; pageIndex: number }) {
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get('page') ?? '').trim();
        const to = pageOf(exhibit, typed);
        if (to !== null) turn(to);
      }}
    >
      <input
        name="page"
        className="page-field"
        aria-label="Go to page"
        placeholder={String(pageIndex + 1)}
        autoComplete="off"
      />
    </form>
  );
}

/** Counted from 0; null where there is no such page. A printed label goes before the place in the file. */
export function pageOf({ pageLabels, pageCount }: Pick<BundleExhibit, 'pageLabels' | 'pageCount'>, typed: string) {
  const labelled = pageLabels.findIndex(label => label !== null && label.toLowerCase() === typed.toLowerCase());
  if (labelled >= 0) return labelled;
  return /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= pageCount ? Number(typed) - 1 : null;
}
