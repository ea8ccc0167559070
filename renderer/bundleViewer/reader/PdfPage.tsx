/** One page of a PDF: drawn, with its text over it, and the words of a passage lit up. */
import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import { useLoaded } from '../content/useLoaded.ts';
import { joinPieces, type PageText } from '../pdf/pageText.ts';
import { Failure } from '../views/Failure.tsx';
import { Highlights } from './Highlights.tsx';
import { fractionRects, type PlacedRect, rangeRects } from './highlightRects.ts';
import type { PassageOutcome } from './PassageBar.tsx';
import { absentOutcome, locateTarget, type ReadingTarget, regionsOf } from './readingTarget.ts';

interface Props {
  document: PDFDocumentProxy;
  pageIndex: number;
  target: ReadingTarget | null;
  /** Where the target's words were recognised on this page, for pages without text of their own. */
  recognise: (pageIndex: number, target: ReadingTarget) => Promise<PageRect[]>;
  widthPixels: number;
  zoom: number;
  onOutcome: (outcome: PassageOutcome) => void;
}

export function PdfPage({ document: pdf, pageIndex, ...props }: Props) {
  const page = useLoaded(`${pdf.fingerprints[0]} ${pageIndex}`, () => pdf.getPage(pageIndex + 1));
  if (page.state === 'failed') return <Failure title={`Page ${pageIndex + 1} cannot be drawn`} error={page.error} />;
  if (page.state === 'loading') return <div className="page page-waiting" />;
  return <DrawnPage page={page.value} {...props} />;
}

function DrawnPage({
  page,
  target,
  recognise,
  widthPixels,
  zoom,
  onOutcome,
}: Omit<Props, 'document' | 'pageIndex'> & { page: PDFPageProxy }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [rects, setRects] = useState<PlacedRect[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const scale = (widthPixels / page.getViewport({ scale: 1 }).width) * zoom;
  const viewport = page.getViewport({ scale });

  useEffect(() => {
    if (!canvas.current || !layer.current) return;
    const drawing = drawPage(page, scale, canvas.current, layer.current);
    let current = true;
    const light = async ({ text, spans, place }: Drawn): Promise<void> => {
      const found = locateTarget(text.text, target);
      const shown = page.getViewport({ scale });
      const read = found || !target ? [] : await recognise(page.pageNumber - 1, target).catch(() => []);
      if (!current) return;
      const regions = regionsOf(target);
      if (found) setRects(found.spans.flatMap(span => rangeRects(text, spans, span, place)));
      else setRects(fractionRects(read.length > 0 ? read : regions, shown));
      onOutcome(
        found?.outcome ?? (read.length > 0 ? 'recognised' : regions.length > 0 ? 'region' : absentOutcome(target)),
      );
    };
    drawing.ready.then(light).catch((error: unknown) => {
      if (current) setProblem(error);
    });
    return () => {
      current = false;
      drawing.cancel();
    };
  }, [page, scale, target, recognise, onOutcome]);

  if (problem !== null) return <Failure title={`Page ${page.pageNumber} cannot be drawn`} error={problem} />;
  return (
    <div
      className="page"
      style={{
        width: viewport.width,
        height: viewport.height,
        ['--total-scale-factor' as string]: scale,
        ['--scale-round-x' as string]: '1px',
        ['--scale-round-y' as string]: '1px',
      }}
    >
      <canvas ref={canvas} />
      <Highlights rects={rects} />
      <div ref={layer} className="textLayer" />
    </div>
  );
}

interface Drawn {
  text: PageText;
  spans: HTMLElement[];
  place: DOMRect;
}

function drawPage(page: PDFPageProxy, scale: number, canvas: HTMLCanvasElement, container: HTMLDivElement) {
  const viewport = page.getViewport({ scale });
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const drawing = page.render({
    canvas,
    viewport,
    transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0],
    // Filled-in fields, stamps and notes are drawn as they look, for they are part of the page; nothing can be typed into,
    // clicked or played, since no annotation layer is laid over it.
    annotationMode: AnnotationMode.ENABLE,
  });
  let layer: TextLayer | undefined;
  let cancelled = false;
  const ready = (async (): Promise<Drawn> => {
    const content = await page.getTextContent();
    if (!cancelled) {
      container.replaceChildren();
      layer = new TextLayer({ textContentSource: content, container, viewport, images: undefined });
      await layer.render();
    }
    await drawing.promise;
    const pieces = content.items.flatMap(item => ('str' in item ? [{ str: item.str, hasEOL: item.hasEOL }] : []));
    return { text: joinPieces(pieces), spans: layer?.textDivs ?? [], place: container.getBoundingClientRect() };
  })();
  return {
    ready,
    cancel: () => {
      cancelled = true;
      drawing.cancel();
      layer?.cancel();
    },
  };
}
