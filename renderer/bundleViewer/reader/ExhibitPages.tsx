/** Loads an exhibit and shows one of its pages in the way that fits it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import { isMessageType } from '../../../shared/domain/mediaType.ts';
import { loadBytes } from '../content/loadCase.ts';
import { useLoaded } from '../content/useLoaded.ts';
import { openPdf } from '../pdf/openPdf.ts';
import { Failure } from '../views/Failure.tsx';
import { exhibitKind } from './exhibitKind.ts';
import type { PassageOutcome } from './PassageBar.tsx';
import { PdfPage } from './PdfPage.tsx';
import { Picture } from './Picture.tsx';
import type { ReadingTarget } from './readingTarget.ts';
import { readPage } from './readPage.ts';
import { recogniseTarget } from './recogniseTarget.ts';
import { SheetPage } from './SheetPage.tsx';
import { TextPage } from './TextPage.tsx';

interface Props {
  exhibit: BundleExhibit;
  pageIndex: number;
  target: ReadingTarget | null;
  /** The text that was read from the page, in place of the page as it looks. */
  asText: boolean;
  zoom: number;
  onOutcome: (outcome: PassageOutcome) => void;
  /** Of a message: its attachments. */
  parts: React.ReactNode;
}

export function ExhibitPages({ asText, ...props }: Props) {
  const kind = exhibitKind(props.exhibit);
  if (kind === 'text' || (asText && props.exhibit.hasText)) return <TextPages {...props} />;
  if (kind === 'pdf') return <PdfPages {...props} />;
  if (kind === 'picture') return <PicturePage {...props} />;
  return (
    <div className="page text-page">
      <p className="quiet">
        {props.exhibit.fileName === null
          ? 'The bytes of this exhibit are not part of this bundle.'
          : `This kind of file (${props.exhibit.mediaType}) cannot be shown here and no text was extracted from it. Its bytes are data/exhibits/${props.exhibit.fileName}.`}
      </p>
      {props.parts}
    </div>
  );
}

type PageProps = Omit<Props, 'asText'>;

function PdfPages({ exhibit, parts: _, ...props }: PageProps) {
  const pdf = useLoaded(
    exhibit.number,
    async () => openPdf(await loadBytes(exhibit)),
    opened => void opened.loadingTask.destroy(),
  );
  const [place, widthPixels] = useWidth();
  const recognise = useRecognise(exhibit);
  return (
    <div ref={place} className="page-place">
      {pdf.state === 'failed' && <ShownAsText {...{ exhibit, ...props }} parts={null} error={pdf.error} />}
      {pdf.state === 'loading' && <Waiting />}
      {pdf.state === 'ready' && widthPixels > 0 && (
        <PdfPage document={pdf.value} {...{ widthPixels, recognise }} {...props} />
      )}
    </div>
  );
}

/** A PDF that pdf.js cannot open, for its password or its damage, may still have text that was extracted. */
function ShownAsText({ error, ...props }: PageProps & { error: unknown }) {
  return (
    <>
      <Failure title={`${props.exhibit.number} cannot be drawn`} error={error} />
      {props.exhibit.hasText && <TextPages {...props} />}
    </>
  );
}

function PicturePage({ exhibit, target, zoom, onOutcome }: PageProps) {
  const bytes = useLoaded(exhibit.number, () => loadBytes(exhibit));
  const recognise = useRecognise(exhibit);
  if (bytes.state === 'failed') return <Failure title={`${exhibit.number} cannot be shown`} error={bytes.error} />;
  if (bytes.state === 'loading') return <Waiting />;
  return (
    <Picture
      bytes={bytes.value}
      mediaType={exhibit.mediaType}
      title={exhibit.title}
      {...{ target, recognise, zoom, onOutcome }}
    />
  );
}

function TextPages({ exhibit, pageIndex, target, onOutcome, parts }: PageProps) {
  const read = useLoaded(`${exhibit.number} ${pageIndex}`, () => readPage(exhibit, pageIndex));
  if (read.state === 'failed')
    return <Failure title={`The text of ${exhibit.number} cannot be shown`} error={read.error} />;
  if (read.state === 'loading') return <Waiting />;
  const { page, headings } = read.value;
  if (page.sheet) return <SheetPage text={page.text} sheet={page.sheet} {...{ headings, target, onOutcome }} />;
  return (
    <TextPage
      text={page.text}
      isMessage={isMessageType(exhibit.mediaType)}
      hasHeader={pageIndex === 0}
      languages={exhibit.languages}
      {...{ target, onOutcome }}
    >
      {pageIndex === 0 && parts}
    </TextPage>
  );
}

function Waiting() {
  return <div className="page page-waiting" role="status" aria-label="Opening the exhibit" />;
}

function useRecognise(exhibit: BundleExhibit): (pageIndex: number, target: ReadingTarget) => Promise<PageRect[]> {
  return useCallback((pageIndex, target) => recogniseTarget(exhibit, pageIndex, target), [exhibit]);
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
