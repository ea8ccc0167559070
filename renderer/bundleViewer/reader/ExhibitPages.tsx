/** Loads an exhibit and shows one of its pages in the way that fits it. */
import { useEffect, useRef, useState } from 'react';
import type { BundleExhibit, BundlePassage } from '../../../shared/domain/bundle.ts';
import { loadBytes, loadText } from '../content/loadCase.ts';
import { useLoaded } from '../content/useLoaded.ts';
import { openPdf } from '../pdf/openPdf.ts';
import { Failure } from '../views/Failure.tsx';
import { exhibitKind } from './exhibitKind.ts';
import type { PassageOutcome } from './PassageBar.tsx';
import { PdfPage } from './PdfPage.tsx';
import { Picture } from './Picture.tsx';
import { TextPage } from './TextPage.tsx';

interface Props {
  exhibit: BundleExhibit;
  pageIndex: number;
  passage: BundlePassage | null;
  zoom: number;
  onOutcome: (outcome: PassageOutcome) => void;
}

export function ExhibitPages(props: Props) {
  const kind = exhibitKind(props.exhibit);
  if (kind === 'pdf') return <PdfPages {...props} />;
  if (kind === 'picture') return <PicturePage {...props} />;
  if (kind === 'text') return <TextPages {...props} />;
  return (
    <div className="page text-page">
      <p className="quiet">
        {props.exhibit.fileName === null
          ? 'The bytes of this exhibit are not part of this bundle.'
          : `This kind of file (${props.exhibit.mediaType}) cannot be shown here and no text was extracted from it. Its bytes are data/exhibits/${props.exhibit.fileName}.`}
      </p>
    </div>
  );
}

function PdfPages({ exhibit, ...props }: Props) {
  const pdf = useLoaded(
    exhibit.number,
    async () => openPdf(await loadBytes(exhibit)),
    opened => void opened.loadingTask.destroy(),
  );
  const [place, widthPixels] = useWidth();
  return (
    <div ref={place} className="page-place">
      {pdf.state === 'failed' && <ShownAsText {...{ exhibit, ...props }} error={pdf.error} />}
      {pdf.state === 'loading' && <div className="page page-waiting" role="status" aria-label="Opening the exhibit" />}
      {pdf.state === 'ready' && widthPixels > 0 && (
        <PdfPage document={pdf.value} widthPixels={widthPixels} {...props} />
      )}
    </div>
  );
}

/** A PDF that pdf.js cannot open, for its password or its damage, may still have text that was extracted. */
function ShownAsText({ error, ...props }: Props & { error: unknown }) {
  return (
    <>
      <Failure title={`${props.exhibit.number} cannot be drawn`} error={error} />
      {props.exhibit.hasText && <TextPages {...props} />}
    </>
  );
}

function PicturePage({ exhibit, passage, zoom, onOutcome }: Props) {
  const bytes = useLoaded(exhibit.number, () => loadBytes(exhibit));
  if (bytes.state === 'failed') return <Failure title={`${exhibit.number} cannot be shown`} error={bytes.error} />;
  if (bytes.state === 'loading')
    return <div className="page page-waiting" role="status" aria-label="Opening the exhibit" />;
  return (
    <Picture
      bytes={bytes.value}
      mediaType={exhibit.mediaType}
      title={exhibit.title}
      {...{ passage, zoom, onOutcome }}
    />
  );
}

function TextPages({ exhibit, pageIndex, passage, onOutcome }: Props) {
  const text = useLoaded(exhibit.number, () => loadText(exhibit));
  if (text.state === 'failed')
    return <Failure title={`The text of ${exhibit.number} cannot be shown`} error={text.error} />;
  if (text.state === 'loading')
    return <div className="page page-waiting" role="status" aria-label="Opening the exhibit" />;
  return (
    <TextPage
      text={text.value.pages[pageIndex]?.text ?? ''}
      languages={exhibit.languages}
      {...{ passage, onOutcome }}
    />
  );
}

/** The width of the place that a page is fitted into, in whole steps, so that a scroll bar does not make it flutter. */
function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.max(240, Math.floor(element.clientWidth / 8) * 8));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return [place, width];
}
